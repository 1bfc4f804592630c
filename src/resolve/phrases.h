// Noun phrases as the actor rules see them: their words, their modifiers, and
// the nouns that complete them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/tree.h"

namespace dateline {

/// The words of the phrase from its determiner to its head; no clauses, complements, appositions, conjuncts.
TokenRange core_of(const Tree& tree, std::uint32_t head);

/// Children before the head that say what kind or whose it is: amod, compound, nmod:poss, nmod:desc; conjuncts of these
/// follow them.
std::vector<std::uint32_t> modifiers_of(const Tree& tree, std::uint32_t head);

/// Nouns that complete the head with one of the prepositions: "minister of defence", "spokesman for the army".
std::vector<std::uint32_t> complements_of(const Tree& tree, std::uint32_t head,
                                          std::initializer_list<std::string_view> prepositions);

/// "the", "this", "that", "these", "those".
bool is_definite(const Tree& tree, std::uint32_t head);
/// "a", "an", "another", "some", "any", "each", "every", "no".
bool is_indefinite(const Tree& tree, std::uint32_t head);
bool is_plural(const Token& token);

/// Is the word the head of a phrase, and not a modifier within one?
bool heads_phrase(const Token& token);
bool is_subject(const Token& token);

/// The number that "two", "both", "three" before the head says; 0 if there is none.
unsigned small_number(const Tree& tree, std::uint32_t head);

/// The words in lower case, joined by blanks, the last one as its lemma: "foreign minister".
std::string lower_phrase(const Tree& tree, TokenRange tokens);

/// 'm' or 'f' for a title or noun that tells ("king", "spokeswoman", "wife"; lower case), else '?'.
char gender_of(std::string_view noun);

}  // namespace dateline
