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

/// Heads that are part of what their modifier or complement names.
constexpr std::array<Words, 12> kParts = {"member", "unit", "office",  "headquarters", "branch", "wing",
                                          "arm",    "cell", "faction", "delegation",   "convoy", "figure"};
/// Singular nouns for several people.
constexpr std::array<Words, 13> kCollective = {"family", "crowd",  "couple", "group",  "team",  "staff",   "crew",
                                               "public", "police", "jury",   "people", "youth", "audience"};
/// Roles of the tables that say nothing without a name: "all countries", "a state".
constexpr std::array<Words, 3> kCountries = {"country", "nation", "state"};
/// Who as a rule works away from home.
constexpr std::array<Words, 8> kVisitors = {"diplomat",    "envoy",    "ambassador", "negotiator",
                                            "peacekeeper", "delegate", "mediator",   "observer"};
/// Of more than one land: the scene does not tell which.
constexpr std::array<Words, 12> kAbroad = {"foreign", "international", "world", "global",  "regional", "european",
                                           "african", "arab",          "asian", "western", "allied",   "other"};
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
  const bool second = head > 0 && token.head == head - 1;  // of "attorney general"
  if (second && !names_.knowledge().office(lower_ascii(words_of(report_, {head - 1, head + 1}))).empty()) return false;
  if (both_sides(head) || apposition(head) || the_country(head)) return true;
  const Description description = describe(head);
  if (precedes_person(head)) return false;  // its title: the name answers for both
  if (anaphor(head, description) || known_name(head)) return true;
  if (!is_actor(head)) return false;
  const TokenRange core = core_of(tree_, head);
  const bool bare = core.end - core.begin == 1 && !is_capitalised(report_, head) && !is_plural(token);
  if (bare && !description.office.empty() && !preposition_of(tree_, head).empty()) return false;  // "to justice"
  return office_holder(head, description) || repeated(head, description) || role(head, description);
}

/// Does the parser take the word for what neither acts nor is acted upon?
bool MentionFinder::is_thing(std::uint32_t token) const {
  switch (report_.mention_types[token]) {
    case MentionType::abstract:
    case MentionType::event:
    case MentionType::time:
    case MentionType::substance:
    case MentionType::plant:
    case MentionType::animal:
      return true;
    default:
      return false;
  }
}

/// "brought to justice", "in exile": roles and offices that are none here.
bool MentionFinder::is_actor(std::uint32_t head) const {
  const Token& token = report_.tokens[head];
  if (token.upos == Upos::PROPN || is_plural(token) || !is_thing(head)) return true;
  const bool owned = tree_.child(head, "det") != Token::kRoot || tree_.child(head, "nmod:poss") != Token::kRoot;
  return owned;
}

bool MentionFinder::precedes_person(std::uint32_t head) const {
  if (head + 1 >= report_.tokens.size()) return false;
  const Name* next = name_at(report_, head + 1);
  if (next == nullptr || next->kind != NameKind::person || next->tokens.begin != head + 1) return false;
  return title_before(*next, head_of(report_, next->tokens)) == head;
}

bool MentionFinder::has_modifier(TokenRange core, std::span<const std::string_view> words) const {
  for (std::uint32_t t = core.begin; t < core.end; ++t) {
    if (std::find(words.begin(), words.end(), fold(words_of(report_, {t, t + 1}))) != words.end()) return true;
  }
  return false;
}

/// Who left an organ of the state belongs to the elite; a former rebel is still known as a rebel.
std::string_view MentionFinder::former_sector(const Description& description) {
  const bool elite = description.former && (is_state_sector(description.sector) || description.sector.empty());
  return elite ? "ELI" : description.sector;
}

std::string_view MentionFinder::office_of(std::uint32_t head, TokenRange core, Description& description) const {
  std::string complement;
  for (const std::uint32_t c : complements_of(tree_, head, {"of", "for"}))
    complement = ' ' + preposition_of(tree_, c) + ' ' + lower_phrase(tree_, core_of(tree_, c));
  if (complement.ends_with(" the")) complement.clear();
  for (std::uint32_t first = core.begin; first <= head; ++first) {
    const std::string phrase = lower_phrase(tree_, {first, head + 1});
    const std::string after = head + 1 < report_.tokens.size() && report_.tokens[head + 1].head == head
                                  ? phrase + ' ' + fold(words_of(report_, {head + 1, head + 2}))
                                  : std::string();  // "attorney general"
    for (const std::string& tried : {phrase + complement, after, phrase}) {
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
    description.former = description.former || among(fold(words_of(report_, {t, t + 1})), kFormer);
  description.sector = sector_of({core.begin, head + 1});
  // "army spokesman", "spokesman for the police", "members of the junta": the body says more than the head
  const bool vague = description.sector == "GOV" && !names_.knowledge().role(description.noun).sector.empty();
  if (vague || among(description.noun, kParts)) {
    if (const std::string_view sector = sector_of_body(head); !sector.empty()) description.sector = sector;
  }
  return description;
}

std::string_view MentionFinder::sector_of(TokenRange core) const {
  const std::string_view told = names_.sector(lower_phrase(tree_, core));
  return told.empty() ? names_.sector(fold(words_of(report_, core))) : told;  // "forces" are troops, a force is not
}

std::string_view MentionFinder::sector_of_body(std::uint32_t head) const {
  std::vector<std::uint32_t> bodies = modifiers_of(tree_, head);
  for (const std::uint32_t c : complements_of(tree_, head, {"for", "of"})) bodies.push_back(c);
  for (const std::uint32_t b : bodies) {
    if (!is_noun(tree_[b]) || countries_.at(b) != nullptr || among(lower_ascii(tree_[b].lemma), kOther)) continue;
    const Mention* mention = mention_at(b);
    const std::string_view sector = mention != nullptr && mention->actors.size() == 1
                                        ? std::string_view(mention->actors.front().sector)
                                        : sector_of(core_of(tree_, b));
    if (!sector.empty() && sector != "CVL") return sector;
  }
  return {};
}

/// "the Russian defence minister": who held the office on that day.
bool MentionFinder::office_holder(std::uint32_t head, const Description& description) {
  if (description.office.empty() || is_plural(report_.tokens[head])) return false;
  std::string because = "office";
  std::string_view code = description.codes.empty() ? std::string_view{} : description.codes.front();
  if (code.empty()) code = country_of_scene(head, because);
  Actor actor;
  actor.country = code;
  actor.sector = description.former || !description.sector.empty() ? former_sector(description) : "GOV";
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

/// "Russian soldiers" of "Russian and North Korean soldiers".
std::string MentionFinder::name_with(std::string_view code, TokenRange core, std::uint32_t head) const {
  std::uint32_t rest = core.begin;
  std::string own(names_.knowledge().country(code).name);
  for (std::uint32_t t = core.begin; t < head; ++t) {
    const CountryWord* word = countries_.at(t);
    if (word == nullptr) continue;
    rest = t + 1;
    if (word->code == code && word->tokens.begin == t) own = text_of(report_, word->tokens);
  }
  return own + ' ' + std::string(words_of(report_, {rest, head + 1}));
}

/// The role as the body has it: "the council's members", or the body itself where the noun only says what it is.
Actor MentionFinder::of_body(Actor actor, const Actor& body, const Description& description) {
  if (among(description.noun, kClassNouns)) actor = body;
  actor.country = body.country;
  if (!body.sector.empty() && body.sector != "CVL") actor.sector = body.sector;
  return actor;
}

/// One for each country that the description names.
std::vector<Actor> MentionFinder::of_countries(const Actor& actor, const Description& description, TokenRange core,
                                               std::uint32_t head) const {
  std::vector<Actor> actors;
  for (const std::string_view code : description.codes) {
    actors.push_back(actor);
    actors.back().country = code;
    if (description.codes.size() > 1) actors.back().name = name_with(code, core, head);
  }
  return actors;
}

/// Gives somebody of whom no country is told that of the scene, unless he may be from anywhere.
void MentionFinder::settle_country(Actor& actor, std::uint32_t head, TokenRange core, const Description& description,
                                   std::string& because) const {
  const bool several = is_definite(tree_, head) && small_number(tree_, head) > 0;  // "the two leaders": of whom?
  const bool abroad =
      is_plural(report_.tokens[head]) && (several || among(description.noun, kVisitors) || has_modifier(core, kAbroad));
  if (abroad || actor.sector == "REF") return;  // who fled is seldom where he belongs
  actor.country = is_state_sector(actor.sector) ? country_of_scene(head, because) : country_of_people(head, because);
}

/// Gunmen, troops, the ministry, farmers: a sector, and a country where one can be told.
bool MentionFinder::role(std::uint32_t head, const Description& description) {
  const TokenRange core = core_of(tree_, head);
  const auto body = organisation_within(head);
  const bool human =
      report_.mention_types[head] == MentionType::person || report_.mention_types[head] == MentionType::organization;
  if (description.sector.empty() && !(body && human) && !(human && !description.codes.empty())) return false;
  if (among(description.noun, kCountries) && !body) return false;
  Actor actor;
  actor.name = text_of(report_, core);
  actor.sector = former_sector(description);
  if (actor.sector.empty() && report_.mention_types[head] == MentionType::person) actor.sector = "CVL";
  std::string because = "role";
  std::vector<Actor> actors;
  if (body) {
    actors = {of_body(std::move(actor), *body, description)};
    because = "role in " + body->name;
  } else if (!description.codes.empty()) {
    actors = of_countries(actor, description, core, head);
  } else {
    settle_country(actor, head, core, description, because);
    actors = {actor};
  }
  const bool group = is_plural(report_.tokens[head]);
  const bool person =
      report_.mention_types[head] == MentionType::person && !group && !among(description.noun, kCollective);
  Referent r = referent(head, std::move(actors),
                        person  ? ReferentKind::person
                        : group ? ReferentKind::group
                                : ReferentKind::organisation);
  const bool counted = tree_.child(head, "nummod") != Token::kRoot;
  r.gender = gender_of(description.noun);
  r.fresh = is_indefinite(tree_, head) || (counted && !is_definite(tree_, head));
  add(core, head, MentionForm::nominal, std::move(r), because);
  return true;
}

}  // namespace dateline
