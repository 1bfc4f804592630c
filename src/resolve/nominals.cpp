// Mentions that are described, not named: offices, roles, groups, and the
// definite phrases that take up somebody mentioned before.
#include <algorithm>
#include <array>

#include "resolve/mention_finder.h"
#include "resolve/words.h"
#include "text/fold.h"

namespace dateline {
namespace {

using Words = std::string_view;

template <std::size_t N>
bool among(std::string_view text, const std::array<Words, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<Words, 6> kFormer = {"former", "late", "ex", "ousted", "deposed", "then"};
constexpr std::array<Words, 8> kOther = {"deputy", "vice",   "acting",   "assistant",
                                         "next",   "future", "would-be", "shadow"};
/// Heads that only class the name before them: "the RIA Novosti news agency", "the Hamas group".
constexpr std::array<Words, 16> kClassNouns = {
    "agency",  "group",   "newspaper", "party", "movement", "militia",     "organisation", "organization",
    "company", "network", "alliance",  "bloc",  "channel",  "broadcaster", "website",      "outlet"};
}  // namespace

bool MentionFinder::nominal(std::uint32_t head) {
  const Token& token = report_.tokens[head];
  if (!heads_phrase(token) || is_relation(token.deprel, "obl:tmod") || is_relation(token.deprel, "nmod:unmarked"))
    return false;
  if (both_sides(head) || apposition(head)) return true;
  const Description description = describe(head);
  if (precedes_person(head)) return false;  // its title: the name answers for both
  return anaphor(head, description) || office_holder(head, description) || known_name(head) || role(head, description);
}

bool MentionFinder::precedes_person(std::uint32_t head) const {
  if (head + 1 >= report_.tokens.size()) return false;
  const Name* next = name_at(report_, head + 1);
  if (next == nullptr || next->kind != NameKind::person || next->tokens.begin != head + 1) return false;
  return title_before(*next, head_of(report_, next->tokens)) == head;
}

std::string_view MentionFinder::office_of(std::uint32_t head, TokenRange core, Description& description) const {
  std::string complement;
  for (const std::uint32_t c : complements_of(tree_, head, {"of", "for"}))
    complement = ' ' + preposition_of(tree_, c) + ' ' + lower_phrase(tree_, core_of(tree_, c));
  if (complement.ends_with(" the")) complement.clear();
  for (std::uint32_t first = core.begin; first <= head; ++first) {
    const std::string phrase = lower_phrase(tree_, {first, head + 1});
    for (const std::string& tried : {phrase + complement, phrase}) {
      const std::string_view office = names_.knowledge().office(tried);
      if (office.empty()) continue;
      for (std::uint32_t before = core.begin; before < first; ++before) {
        const std::string word = fold(report_.slice(report_.tokens[before].span));
        description.former = description.former || among(word, kFormer);
        description.other = description.other || among(word, kOther);
      }
      return office;
    }
  }
  return {};
}

Description MentionFinder::describe(std::uint32_t head) const {
  Description description;
  const TokenRange core = core_of(tree_, head);
  description.noun = lower_ascii(report_.tokens[head].lemma);
  description.codes = codes_of(head);
  description.office = office_of(head, core, description);
  for (std::uint32_t t = core.begin; t < head; ++t)
    description.former = description.former || among(fold(report_.slice(report_.tokens[t].span)), kFormer);
  description.sector = names_.sector(lower_phrase(tree_, {core.begin, head + 1}));
  // "army spokesman", "spokesman for the police": the body says more than the spokesman
  if (description.sector == "GOV" || description.sector.empty()) {
    std::vector<std::uint32_t> bodies = modifiers_of(tree_, head);
    for (const std::uint32_t c : complements_of(tree_, head, {"for", "of"})) bodies.push_back(c);
    for (const std::uint32_t b : bodies) {
      if (!is_noun(tree_[b]) || countries_.at(b) != nullptr) continue;
      const Mention* mention = mention_at(b);
      const std::string_view sector = mention != nullptr && mention->actors.size() == 1
                                          ? std::string_view(mention->actors.front().sector)
                                          : names_.sector(lower_phrase(tree_, {b, b + 1}));
      if (!sector.empty() && sector != "CVL" && !description.sector.empty())
        description.sector = names_.knowledge().role(description.noun).sector.empty() ? description.sector : sector;
    }
  }
  return description;
}

/// "the Russian defence minister": who held the office on that day.
bool MentionFinder::office_holder(std::uint32_t head, const Description& description) {
  if (description.office.empty() || is_plural(report_.tokens[head])) return false;
  std::string because = "office";
  std::string_view code = description.codes.empty() ? std::string_view{} : description.codes.front();
  if (code.empty()) code = country_of_scene(head, because);
  Actor actor;
  actor.country = code;
  actor.sector = description.former ? "ELI" : description.sector.empty() ? "GOV" : description.sector;
  actor.name = text_of(report_, core_of(tree_, head));
  const bool one =
      !description.former && !description.other && !is_indefinite(tree_, head) && report_.published.has_value();
  const auto holder = one ? names_.holder(description.office, code) : std::nullopt;
  if (holder) {
    actor = names_.actor(*holder);
    because = "held the office of " + std::string(description.office) + " on the report's date";
  }
  Referent r = referent(head, {std::move(actor)}, ReferentKind::person);
  r.office = description.office;
  r.named = holder.has_value();
  add(core_of(tree_, head), head, MentionForm::office, std::move(r), because);
  return true;
}

/// Gunmen, troops, the ministry, farmers: a sector, and a country where one can be told.
bool MentionFinder::role(std::uint32_t head, const Description& description) {
  const TokenRange core = core_of(tree_, head);
  const auto body = organisation_within(head);
  const bool human =
      report_.mention_types[head] == MentionType::person || report_.mention_types[head] == MentionType::organization;
  if (description.sector.empty() && !(body && human) && !(human && !description.codes.empty())) return false;
  Actor actor;
  actor.name = text_of(report_, core);
  actor.sector = description.former ? "ELI" : description.sector.empty() ? "CVL" : description.sector;
  std::string because = "role";
  std::vector<Actor> actors;
  if (body) {
    const bool classed = among(description.noun, kClassNouns);
    if (classed) actor = *body;
    actor.country = body->country;
    if (!body->sector.empty() && body->sector != "CVL") actor.sector = body->sector;
    actors = {actor};
    because = "role in " + body->name;
  } else if (!description.codes.empty()) {
    for (const std::string_view code : description.codes) {
      actors.push_back(actor);
      actors.back().country = code;
      if (description.codes.size() > 1)
        actors.back().name = std::string(names_.knowledge().country(code).name) + ": " + description.noun;
    }
  } else {
    actor.country = country_of_scene(head, because);
    actors = {actor};
  }
  const bool group = is_plural(report_.tokens[head]);
  const bool person = report_.mention_types[head] == MentionType::person && !group;
  Referent r = referent(head, std::move(actors),
                        person  ? ReferentKind::person
                        : group ? ReferentKind::group
                                : ReferentKind::organisation);
  add(core, head, MentionForm::nominal, std::move(r), because);
  return true;
}

}  // namespace dateline
