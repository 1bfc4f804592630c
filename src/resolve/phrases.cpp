#include "resolve/phrases.h"

#include <algorithm>
#include <array>

#include "resolve/words.h"
#include "text/fold.h"

namespace dateline {
namespace {

template <std::size_t N>
bool among(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// Relations whose words stand before a head without being part of its phrase.
constexpr std::array<std::string_view, 20> kOutside = {
    "case", "punct", "cc",        "mark", "advcl", "acl",       "nsubj", "cop", "conj",   "appos",
    "aux",  "expl",  "parataxis", "obl",  "ccomp", "discourse", "csubj", "obj", "advmod", "xcomp"};

bool is_outside(std::string_view relation) { return among(relation.substr(0, relation.find(':')), kOutside); }

bool is_modifier(std::string_view relation) {
  return is_relation(relation, "amod") || is_relation(relation, "compound") || relation == "nmod:poss" ||
         relation == "nmod:desc";
}

bool has_determiner(const Tree& tree, std::uint32_t head, std::initializer_list<std::string_view> words) {
  for (const std::uint32_t c : tree.children(head)) {
    if (c < head && is_relation(tree[c].deprel, "det") &&
        std::find(words.begin(), words.end(), tree[c].lemma) != words.end())
      return true;
  }
  return false;
}

}  // namespace

namespace {

/// The end of a name's flat chain: "Kim" of "Kim Jong-un", without the complements that the parse hangs into it.
std::uint32_t flat_end(const Tree& tree, std::uint32_t token, int depth = 0) {
  constexpr int kDeepest = 16;
  std::uint32_t end = token + 1;
  if (depth > kDeepest) return end;
  for (const std::uint32_t c : tree.children(token)) {
    const std::string_view relation = tree[c].deprel;
    const bool fixed =
        is_relation(relation, "flat") || is_relation(relation, "compound") || is_relation(relation, "goeswith");
    if (c > token && fixed) end = std::max(end, flat_end(tree, c, depth + 1));
  }
  return end;
}

/// Where the last sentence begins in words that run together without a blank: "the U.S.South Korea's office".
std::uint32_t after_glue(const Tree& tree, TokenRange core) {
  for (std::uint32_t t = core.end; t-- > core.begin + 1;) {
    const std::string_view before = tree.report().slice(tree[t - 1].span);
    const std::string_view word = tree.report().slice(tree[t].span);
    const bool glued = tree[t].span.begin == tree[t - 1].span.end;
    if (glued && before.ends_with('.') && word.front() >= 'A' && word.front() <= 'Z') return t;
  }
  return core.begin;
}

}  // namespace

TokenRange core_of(const Tree& tree, std::uint32_t head) {
  TokenRange core{head, flat_end(tree, head)};
  for (const std::uint32_t c : tree.children(head)) {
    const std::string_view relation = tree[c].deprel;
    if (c < head && !is_outside(relation)) core.begin = std::min(core.begin, tree.subtree(c).begin);
  }
  constexpr std::uint32_t kWidest = 40;  // hostile input must not make every phrase a page
  core.begin = std::max(core.begin, head - std::min(head, kWidest));
  core.end = std::min(core.end, head + kWidest);
  core.begin = after_glue(tree, core);
  return core;
}

std::vector<std::uint32_t> modifiers_of(const Tree& tree, std::uint32_t head) {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t c : tree.children(head)) {
    if (c > head || !is_modifier(tree[c].deprel)) continue;
    found.push_back(c);
    for (const std::uint32_t more : tree.children(c)) {
      if (is_relation(tree[more].deprel, "conj") && more < head) found.push_back(more);
    }
  }
  return found;
}

std::vector<std::uint32_t> complements_of(const Tree& tree, std::uint32_t head,
                                          std::initializer_list<std::string_view> prepositions) {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t c : tree.children(head)) {
    if (c < head || !is_relation(tree[c].deprel, "nmod")) continue;
    const std::string preposition = preposition_of(tree, c);
    if (std::find(prepositions.begin(), prepositions.end(), preposition) == prepositions.end()) continue;
    found.push_back(c);
    for (const std::uint32_t more : tree.children(c)) {
      if (is_relation(tree[more].deprel, "conj")) found.push_back(more);
    }
  }
  return found;
}

bool is_definite(const Tree& tree, std::uint32_t head) {
  return has_determiner(tree, head, {"the", "this", "that", "these", "those"});
}

bool is_indefinite(const Tree& tree, std::uint32_t head) {
  return has_determiner(tree, head, {"a", "an", "another", "some", "any", "each", "every", "no", "several", "many"});
}

bool is_plural(const Token& token) {
  return token.xpos == "NNS" || token.xpos == "NNPS" || token.feats.find("Number=Plur") != std::string::npos;
}

bool heads_phrase(const Token& token) {
  const std::string_view relation = token.deprel;
  return !is_relation(relation, "compound") && !is_relation(relation, "flat") && !is_relation(relation, "amod") &&
         relation != "nmod:desc" && !is_relation(relation, "goeswith") && !is_relation(relation, "fixed");
}

bool is_subject(const Token& token) { return is_relation(token.deprel, "nsubj"); }

unsigned small_number(const Tree& tree, std::uint32_t head) {
  constexpr std::array<std::string_view, 4> kNumbers = {"two", "three", "four", "five"};
  for (const std::uint32_t c : tree.children(head)) {
    if (c > head) break;
    const std::string word = lower_ascii(words_of(tree.report(), {c, c + 1}));
    if (word == "both") return 2;
    const auto* const at = std::find(kNumbers.begin(), kNumbers.end(), word);
    if (at != kNumbers.end()) return static_cast<unsigned>(at - kNumbers.begin()) + 2;
  }
  return 0;
}

std::string lower_phrase(const Tree& tree, TokenRange tokens) {
  std::string out;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Token& token = tree[i];
    const bool glued = i > tokens.begin && token.span.begin == tree[i - 1].span.end;
    if (!out.empty() && !glued) out += ' ';
    out += i + 1 == tokens.end && token.upos != Upos::PROPN ? fold(token.lemma) : fold(tree.report().slice(token.span));
  }
  return out;
}

char gender_of(std::string_view noun) {
  constexpr std::array<std::string_view, 21> kMale = {
      "mr",     "mr.",     "king", "prince", "sir",     "lord",   "emperor",     "spokesman", "chairman", "man", "boy",
      "father", "husband", "son",  "uncle",  "brother", "nephew", "grandfather", "policeman", "widower",  "pope"};
  constexpr std::array<std::string_view, 20> kFemale = {
      "mrs",   "mrs.", "ms",     "ms.",  "queen",    "princess", "lady",  "empress", "spokeswoman", "chairwoman",
      "woman", "girl", "mother", "wife", "daughter", "aunt",     "widow", "sister",  "niece",       "grandmother"};
  if (among(noun, kMale)) return 'm';
  return among(noun, kFemale) ? 'f' : '?';
}

}  // namespace dateline
