// Mentions that are pronouns: relative ones by the tree, third persons by
// agreement and nearness, first persons by who speaks.
#include <algorithm>
#include <array>

#include "resolve/mention_finder.h"
#include "resolve/words.h"

namespace dateline {
namespace {

using Words = std::string_view;

template <std::size_t N>
bool among(std::string_view text, const std::array<Words, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<Words, 4> kMale = {"he", "him", "his", "himself"};
constexpr std::array<Words, 4> kFemale = {"she", "her", "hers", "herself"};
constexpr std::array<Words, 3> kThing = {"it", "its", "itself"};
constexpr std::array<Words, 5> kMany = {"they", "them", "their", "theirs", "themselves"};
constexpr std::array<Words, 9> kSpeaker = {"i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves"};
constexpr std::array<Words, 18> kSaying = {"say",     "tell",  "announce", "declare", "insist", "claim",
                                           "write",   "add",   "state",    "warn",    "vow",    "pledge",
                                           "promise", "argue", "stress",   "post",    "note",   "explain"};
constexpr int kHighest = 16;

/// Whom a pronoun may stand for.
struct Wanted {
  explicit Wanted(std::string_view word)
      : male(among(word, kMale)), female(among(word, kFemale)), thing(among(word, kThing)), many(among(word, kMany)) {}

  bool any() const { return male || female || thing || many; }

  /// `bodies`: "they" may be a single organisation.
  bool fits(const Referent& r, bool bodies) const {
    if (male || female)
      return r.kind == ReferentKind::person && !r.plural && r.actors.size() == 1 && r.gender != (male ? 'f' : 'm');
    if (thing) return !r.plural && (r.kind == ReferentKind::country || r.kind == ReferentKind::organisation);
    return r.plural || r.actors.size() > 1 || (bodies && r.kind == ReferentKind::organisation);
  }

  bool male, female, thing, many;
};

}  // namespace

bool MentionFinder::relative(std::uint32_t token) {
  std::uint32_t clause = token;
  for (int steps = 0; clause != Token::kRoot && steps < kHighest; ++steps) {
    if (report_.tokens[clause].deprel == "acl:relcl") break;
    clause = report_.tokens[clause].head;
  }
  if (clause == Token::kRoot || report_.tokens[clause].deprel != "acl:relcl") return false;
  const std::uint32_t antecedent = report_.tokens[clause].head;
  const Mention* mention = antecedent < token ? mention_at(antecedent) : nullptr;
  if (mention == nullptr || mention->actors.empty()) return false;
  std::vector<Actor> actors = mention->actors;
  const std::uint32_t entity = mention->entity;
  const bool plural = is_plural(report_.tokens[antecedent]);
  Referent r = referent(token, std::move(actors), plural ? ReferentKind::group : ReferentKind::person);
  r.plural = plural;
  r.same_as = entity;
  add({token, token + 1}, token, MentionForm::pronoun, std::move(r), "relative pronoun");
  return true;
}

bool MentionFinder::pronoun(std::uint32_t token) {
  const Token& at = report_.tokens[token];
  if (at.xpos == "WP" || at.xpos == "WDT" || at.xpos == "WP$") return relative(token);
  const Wanted wanted(lower_ascii(words_of(report_, {token, token + 1})));
  if (!wanted.any() || is_relation(at.deprel, "expl")) return false;
  if ((wanted.thing || wanted.many) && is_thing(token)) return false;
  const auto same_clause = [&](const Referent& r) {
    return r.sentence == tree_.sentence(token) && is_subject(report_.tokens[r.token]) &&
           report_.tokens[r.token].head == at.head;
  };
  bool bodies = false;  // "they" for a single organisation only where no group was mentioned
  const auto fits = [&](const Referent& r) {
    return !r.actors.empty() && !(is_relation(at.deprel, "obj") && same_clause(r)) && wanted.fits(r, bodies);
  };
  const Referent* found = discourse_.likeliest(tree_.sentence(token), wanted.many ? 1 : 3, fits);
  bodies = true;
  if (found == nullptr && wanted.many) found = discourse_.likeliest(tree_.sentence(token), 2, fits);
  if (found == nullptr) return false;
  const Referent copy = *found;
  Referent r = referent(token, copy.actors, copy.kind);
  r.same_as = copy.entity;
  r.plural = wanted.many;
  r.gender = wanted.male ? 'm' : wanted.female ? 'f' : copy.gender;
  if (wanted.male || wanted.female) discourse_.set_gender(copy.entity, r.gender);
  add({token, token + 1}, token, MentionForm::pronoun, std::move(r), "pronoun for " + copy.actors.front().name);
  return true;
}

/// "We will fight, the general said": first persons are whoever says so.
void MentionFinder::speakers() {
  for (std::uint32_t token = 0; token < report_.tokens.size(); ++token) {
    if (report_.tokens[token].upos != Upos::PRON || at_[token] >= 0) continue;
    if (!among(lower_ascii(words_of(report_, {token, token + 1})), kSpeaker)) continue;
    std::uint32_t speaker = Token::kRoot;
    std::uint32_t clause = token;
    for (int steps = 0; clause != Token::kRoot && steps < kHighest && speaker == Token::kRoot; ++steps) {
      for (const std::uint32_t c : tree_.children(clause)) {
        if (is_relation(tree_[c].deprel, "parataxis") && among(tree_[c].lemma, kSaying))
          speaker = tree_.child(c, "nsubj");
      }
      const std::uint32_t above = report_.tokens[clause].head;
      if (speaker == Token::kRoot && above != Token::kRoot && among(report_.tokens[above].lemma, kSaying) &&
          (is_relation(report_.tokens[clause].deprel, "ccomp") ||
           is_relation(report_.tokens[clause].deprel, "parataxis"))) {
        speaker = tree_.child(above, "nsubj");
      }
      clause = above;
    }
    const Mention* mention = speaker == Token::kRoot ? nullptr : mention_at(speaker);
    if (mention == nullptr || mention->actors.empty() || speaker == token) continue;
    const std::vector<Actor> actors = mention->actors;
    Referent r = referent(token, actors, ReferentKind::person);
    r.same_as = mention->entity;
    add({token, token + 1}, token, MentionForm::pronoun, std::move(r), "speaker of the quotation");
  }
}

}  // namespace dateline
