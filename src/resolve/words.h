// Small questions about words of a report that every resolver asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/tree.h"

namespace dateline {

/// Does the word start with a capital letter?
bool is_capitalised(const Report& report, std::uint32_t token);
/// The name that the word belongs to, or nullptr.
const Name* name_at(const Report& report, std::uint32_t token);
/// The text of the words, without "the" at the start and "'s" at the end.
std::string text_of(const Report& report, TokenRange tokens);
/// The text exactly as it stands.
std::string_view words_of(const Report& report, TokenRange tokens);
/// The word of the range that hangs from a word outside it (the last such one, if the parse breaks the range).
std::uint32_t head_of(const Report& report, TokenRange tokens);
/// Lemmas of the prepositions of `token`, joined by blanks: "in", "according to"; empty if none.
std::string preposition_of(const Tree& tree, std::uint32_t token);
/// Has the word a child of that relation and lemma?
bool has_child(const Tree& tree, std::uint32_t token, std::string_view relation, std::string_view lemma);
bool is_noun(const Token& token);
/// ASCII lower case.
std::string lower_ascii(std::string_view text);

}  // namespace dateline
