// English has no future tense but several ways to look ahead: modals ("will
// meet"), "be going to", infinitives under verbs of planning ("intends to
// send"), participles of scheduling ("talks planned for Monday", "due Friday"),
// and the plain present of events on a timetable ("the summit opens Tuesday").
#include "resolve/tense.h"

#include <array>
#include <string_view>

#include "resolve/pieces.h"

namespace dateline {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 17> kScheduling = {"schedule", "plan",     "expect", "slate",       "set",  "due",
                                               "intend",   "upcoming", "future", "forthcoming", "next", "propose",
                                               "arrange",  "bind",     "poise",  "likely",      "ready"};
constexpr std::array<Words, 17> kTimetable = {"begin",  "start",   "open",   "meet",   "take",   "arrive",
                                              "expire", "convene", "resume", "travel", "depart", "return",
                                              "close",  "end",     "leave",  "face",   "hold"};
/// "managed to seize the town on Monday" happened on Monday.
constexpr std::array<Words, 16> kImplicative = {"manage", "fail", "begin",   "start", "continue", "help",
                                                "come",   "go",   "proceed", "cease", "happen",   "seem",
                                                "appear", "get",  "force",   "use"};
/// What nobody puts on a calendar: "sentences a man for the January 7 assassination".
constexpr std::array<Words, 24> kUnplanned = {
    "attack",   "assassination", "killing", "murder",  "riot",  "shooting",   "massacre",   "bombing",
    "blast",    "explosion",     "raid",    "coup",    "death", "crash",      "earthquake", "invasion",
    "stabbing", "arrest",        "ambush",  "assault", "siege", "kidnapping", "abduction",  "airstrike"};
constexpr std::array<Words, 10> kModals = {"will",  "shall", "would", "should", "may",
                                           "might", "can",   "could", "must",   "'ll"};

bool predicate(const Tree& tree, std::uint32_t token) {
  return tree[token].upos == Upos::VERB || tree.child(token, "cop") != Token::kRoot;
}

bool has_auxiliary(const Tree& tree, std::uint32_t verb, std::string_view lemma) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (is_relation(tree[child].deprel, "aux") && tree[child].lemma == lemma) return true;
  }
  return false;
}

bool has_modal(const Tree& tree, std::uint32_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (is_relation(tree[child].deprel, "aux") && (tree[child].xpos == "MD" || any_of(tree[child].lemma, kModals)))
      return true;
  }
  return false;
}

bool looks_ahead(const Token& token) { return any_of(token.lemma, kScheduling); }

/// "the vote planned for Monday", "upcoming talks", "ahead of Monday's vote".
bool is_announced(const Tree& tree, std::uint32_t noun) {
  for (const std::uint32_t child : tree.children(noun)) {
    const Token& token = tree[child];
    if (is_relation(token.deprel, "case") && token.lemma == "ahead") return true;
    if ((is_relation(token.deprel, "acl") || is_relation(token.deprel, "amod")) && looks_ahead(token)) return true;
  }
  return false;
}

Tense of_auxiliary(const Tree& tree, std::uint32_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    const Token& token = tree[child];
    const bool auxiliary = is_relation(token.deprel, "aux") || is_relation(token.deprel, "cop");
    if (auxiliary && token.xpos == "VBD") return Tense::past;
    if (auxiliary && (token.xpos == "VBZ" || token.xpos == "VBP"))
      return token.lemma == "have" ? Tense::past : Tense::present;
  }
  return Tense::unknown;
}

bool governed(const Tree& tree, std::uint32_t verb) {
  const Token& token = tree[verb];
  return token.head != Token::kRoot && (is_relation(token.deprel, "xcomp") || is_relation(token.deprel, "ccomp") ||
                                        is_relation(token.deprel, "advcl") || is_relation(token.deprel, "conj") ||
                                        is_relation(token.deprel, "acl") || is_relation(token.deprel, "csubj"));
}

Tense of_verb(const Tree& tree, std::uint32_t verb, int depth);

Tense of_infinitive(const Tree& tree, std::uint32_t verb, int depth) {
  if (!governed(tree, verb)) return Tense::future;
  const std::uint32_t above = tree[verb].head;
  if (is_relation(tree[verb].deprel, "conj")) return of_verb(tree, above, depth + 1);
  const bool happened = any_of(tree[above].lemma, kImplicative) && tree.child(verb, "mark") != Token::kRoot;
  if (happened && !(tree[above].lemma == "go" && tree[above].xpos == "VBG")) return of_verb(tree, above, depth + 1);
  return Tense::future;
}

Tense of_participle(const Tree& tree, std::uint32_t verb, int depth) {
  if (looks_ahead(tree[verb]) && !has_auxiliary(tree, verb, "have")) return Tense::future;
  if (tree[verb].xpos == "VBN") return Tense::past;
  return governed(tree, verb) ? of_verb(tree, tree[verb].head, depth + 1) : Tense::unknown;
}

Tense of_verb(const Tree& tree, std::uint32_t verb, int depth) {
  if (depth > 8) return Tense::unknown;
  const Token& token = tree[verb];
  if (has_modal(tree, verb)) return has_auxiliary(tree, verb, "have") ? Tense::past : Tense::future;
  if (token.xpos == "VBD") return Tense::past;
  const Tense auxiliary = of_auxiliary(tree, verb);
  if (looks_ahead(token) && auxiliary == Tense::present) return Tense::future;
  if (auxiliary == Tense::present && token.xpos == "VBG") return Tense::future;
  if (auxiliary != Tense::unknown) return auxiliary;
  if (token.xpos == "VBZ" || token.xpos == "VBP")
    return any_of(token.lemma, kTimetable) ? Tense::future : Tense::present;
  const bool onset = token.lemma == "begin" || token.lemma == "start";
  if (onset && token.xpos == "VBG" && governed(tree, verb))  // "bans visits beginning May 3"
    return of_verb(tree, token.head, depth + 1) == Tense::future ? Tense::future : Tense::present;
  if (token.xpos == "VB") return of_infinitive(tree, verb, depth);
  if (token.xpos == "VBN" || token.xpos == "VBG") return of_participle(tree, verb, depth);
  if (is_relation(token.deprel, "conj") && token.head != Token::kRoot) return of_verb(tree, token.head, depth + 1);
  return Tense::unknown;
}

}  // namespace

std::uint32_t governing_predicate(const Tree& tree, std::uint32_t token) {
  for (int steps = 0; token != Token::kRoot && steps < 64; ++steps) {
    if (predicate(tree, token)) return token;
    token = tree[token].head;
  }
  return Token::kRoot;
}

Tense tense_at(const Tree& tree, std::uint32_t token) {
  for (int steps = 0; token != Token::kRoot && steps < 64; ++steps) {
    if (is_announced(tree, token) || (tree[token].upos == Upos::ADJ && looks_ahead(tree[token]))) return Tense::future;
    if (predicate(tree, token)) return of_verb(tree, token, 0);
    if (tree[token].upos == Upos::NOUN && any_of(tree[token].lemma, kUnplanned)) return Tense::past;
    token = tree[token].head;
  }
  return Tense::unknown;
}

}  // namespace dateline
