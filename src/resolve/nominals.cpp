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

constexpr std::array<Words, 8> kSides = {"side",      "country",  "nation",     "state",
                                         "neighbour", "neighbor", "government", "capital"};
constexpr std::array<Words, 7> kPeople = {"leader",   "president", "minister",   "man",
                                          "diplomat", "official",  "counterpart"};
constexpr std::array<Words, 6> kFormer = {"former", "late", "ex", "ousted", "deposed", "then"};
constexpr std::array<Words, 8> kOther = {"deputy", "vice",   "acting",   "assistant",
                                         "next",   "future", "would-be", "shadow"};
/// Heads that only class the name before them: "the RIA Novosti news agency", "the Hamas group".
constexpr std::array<Words, 16> kClassNouns = {
    "agency",  "group",   "newspaper", "party", "movement", "militia",     "organisation", "organization",
    "company", "network", "alliance",  "bloc",  "channel",  "broadcaster", "website",      "outlet"};
/// Nouns that take up an organisation or group named before.
constexpr std::array<Words, 14> kBodies = {"group",   "organisation", "organization", "party",      "movement",
                                           "militia", "company",      "agency",       "bloc",       "alliance",
                                           "body",    "firm",         "union",        "institution"};

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

/// "the North", "the South" of a divided land.
bool MentionFinder::compass(std::uint32_t head) {
  const std::string word = lower_ascii(words_of(report_, {head, head + 1}));
  if ((word != "north" && word != "south") || !is_capitalised(report_, head) || !has_child(tree_, head, "det", "the")) {
    const bool possessive = (word == "north" || word == "south") && is_capitalised(report_, head) && head > 0 &&
                            lower_ascii(words_of(report_, {head - 1, head})) == "the";
    if (!possessive || countries_.at(head) != nullptr) return false;
  }
  struct Half {
    Words north, south;
  };
  constexpr std::array<Half, 2> kHalves = {{{"PRK", "KOR"}, {"SDN", "SSD"}}};
  for (const Half& half : kHalves) {
    const std::string_view code = word == "north" ? half.north : half.south;
    if (countries_.weight(half.north) + countries_.weight(half.south) == 0 || countries_.weight(code) == 0) continue;
    Referent r = referent(head, {names_.country(code)}, ReferentKind::country);
    r.named = true;
    r.plural = false;
    const bool determined = head > 0 && lower_ascii(words_of(report_, {head - 1, head})) == "the";
    done_[head] = true;
    add({determined ? head - 1 : head, head + 1}, head, MentionForm::name, std::move(r), "half of a divided country");
    return true;
  }
  return false;
}

/// "the two sides", "both countries", "the two leaders".
bool MentionFinder::both_sides(std::uint32_t head) {
  const Token& token = report_.tokens[head];
  const std::string lemma = lower_ascii(token.lemma);
  const bool people = among(lemma, kPeople);
  if (!is_plural(token) || (!among(lemma, kSides) && !people) || !codes_of(head).empty()) return false;
  const unsigned number = small_number(tree_, head);
  const bool definite = is_definite(tree_, head) || number == 2;
  if (!definite || (number == 0 && lemma != "side")) return false;
  std::vector<Actor> actors;
  if (people) {
    std::vector<std::string> taken;
    for (unsigned i = 0; i < std::max(number, 2U); ++i) {
      const Referent* person = discourse_.likeliest(tree_.sentence(head), 3, [&](const Referent& r) {
        return r.kind == ReferentKind::person && r.named && !r.plural && r.actors.size() == 1 &&
               std::find(taken.begin(), taken.end(), r.actors.front().name) == taken.end();
      });
      if (person == nullptr) return false;
      taken.push_back(person->actors.front().name);
      actors.push_back(person->actors.front());
    }
  } else {
    for (const std::string& code : discourse_.countries(tree_.sentence(head), std::max(number, 2U)))
      actors.push_back(names_.country(code));
  }
  if (actors.empty()) return false;
  Referent r = referent(head, std::move(actors), ReferentKind::group);
  add(core_of(tree_, head), head, MentionForm::nominal, std::move(r), "those mentioned together before");
  return true;
}

/// "…, the army chief," after a name means the name's bearer.
bool MentionFinder::apposition(std::uint32_t head) {
  const Token& token = report_.tokens[head];
  if (!is_relation(token.deprel, "appos") || token.head == Token::kRoot) return false;
  const Mention* named = mention_at(token.head);
  if (named == nullptr || named->form != MentionForm::name || named->actors.size() != 1) return false;
  const Actor actor = named->actors.front();
  const bool person =
      !names_.sector(lower_phrase(tree_, core_of(tree_, head))).empty() || !describe(head).office.empty();
  if (!person) return false;
  add(core_of(tree_, head), head, MentionForm::office, referent(head, {actor}, ReferentKind::person),
      "in apposition to a name");
  return true;
}

/// "the group", "the minister", "the Russian official": who fits was mentioned not long ago.
bool MentionFinder::anaphor(std::uint32_t head, const Description& description) {
  if (!is_definite(tree_, head) || is_plural(report_.tokens[head]) ||
      !complements_of(tree_, head, {"of", "for", "in", "from"}).empty())
    return false;
  const bool body = among(description.noun, kBodies);
  const bool official = description.sector == "GOV" || description.sector == "MIL" || !description.office.empty();
  if ((!body && !official) || description.former || description.other ||
      is_state_sector(names_.knowledge().role(description.noun).sector) == body)
    return false;
  const bool institution = official && !names_.knowledge().role(description.noun).sector.empty() &&
                           description.office.empty() && report_.mention_types[head] == MentionType::organization;
  if (institution) return false;
  const auto fits = [&](const Referent& r) {
    if (r.actors.size() != 1 || r.plural) return false;
    const Actor& actor = r.actors.front();
    if (!description.codes.empty() && actor.country != description.codes.front()) return false;
    if (body) return r.kind == ReferentKind::organisation && !is_state_sector(actor.sector) && actor.sector != "JRN";
    if (r.kind != ReferentKind::person || !r.named || !is_state_sector(actor.sector)) return false;
    return description.office.empty() || r.office.empty() || r.office == description.office;
  };
  const Referent* found = discourse_.likeliest(tree_.sentence(head), 5, fits);
  if (found == nullptr) return false;
  const bool unique = !description.office.empty() && !description.codes.empty() && found->office != description.office;
  if (unique && names_.holder(description.office, description.codes.front())) return false;  // the tables name somebody
  const Referent copy = *found;
  Referent r = referent(head, copy.actors, copy.kind);
  add(core_of(tree_, head), head, MentionForm::nominal, std::move(r), "takes up " + copy.actors.front().name);
  return true;
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

/// A name that the parser did not mark and the tables know.
bool MentionFinder::known_name(std::uint32_t head) {
  if (report_.tokens[head].upos != Upos::PROPN) return false;
  const TokenRange core = core_of(tree_, head);
  const auto known = names_.organisation(text_of(report_, core), codes_of(head));
  if (!known || core.end - core.begin > 8) return false;
  Actor actor;
  actor.name = known->name;
  actor.country = known->country;
  actor.sector = known->kind == OrganisationKind::international && known->sector.empty() ? "IGO" : known->sector;
  actor.id = known->id;
  Referent r = referent(head, {std::move(actor)}, ReferentKind::organisation);
  r.named = true;
  add(core, head, MentionForm::name, std::move(r), "organisation known to the tables");
  return true;
}

/// The organisation that a modifier names: "Hamas fighters", "the UN envoy".
std::optional<Actor> MentionFinder::organisation_within(std::uint32_t head) const {
  std::vector<std::uint32_t> bodies = modifiers_of(tree_, head);
  for (const std::uint32_t c : complements_of(tree_, head, {"of", "for", "from"})) bodies.push_back(c);
  for (const std::uint32_t b : bodies) {
    const Mention* mention = mention_at(b);
    const Name* name = name_at(report_, b);
    const bool organisation = name != nullptr && name->kind == NameKind::organisation;
    if (mention != nullptr && organisation && mention->actors.size() == 1) return mention->actors.front();
  }
  return std::nullopt;
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
