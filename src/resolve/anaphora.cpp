// Definite phrases that take up somebody mentioned before: "the North", "the two
// sides", "the group", "the Russian official".
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

constexpr std::array<Words, 8> kSides = {"side",      "country",  "nation",     "state",
                                         "neighbour", "neighbor", "government", "capital"};
constexpr std::array<Words, 7> kPeople = {"leader",   "president", "minister",   "man",
                                          "diplomat", "official",  "counterpart"};
/// Nouns that take up an organisation or group named before.
constexpr std::array<Words, 14> kBodies = {"group",   "organisation", "organization", "party",      "movement",
                                           "militia", "company",      "agency",       "bloc",       "alliance",
                                           "body",    "firm",         "union",        "institution"};

/// How many a noun for a small group of people means, or 0.
unsigned group_size(std::string_view lemma) {
  if (lemma == "pair" || lemma == "duo") return 2;
  return lemma == "trio" ? 3 : 0;
}

}  // namespace

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

/// "the two sides", "both countries", "the two leaders", "the trio".
bool MentionFinder::both_sides(std::uint32_t head) {
  const Token& token = report_.tokens[head];
  const std::string lemma = lower_ascii(token.lemma);
  const unsigned group = group_size(lemma);
  const bool people = group > 0 || among(lemma, kPeople);
  if ((!is_plural(token) && group == 0) || (!among(lemma, kSides) && !people) || !codes_of(head).empty()) return false;
  const unsigned number = group > 0 ? group : small_number(tree_, head);
  const bool definite = is_definite(tree_, head) || (group == 0 && number == 2);
  if (!definite || (number == 0 && lemma != "side")) return false;
  std::vector<Actor> actors = people ? last_people(head, number) : last_countries(head, std::max(number, 2U));
  if (actors.empty()) return false;
  Referent r = referent(head, std::move(actors), ReferentKind::group);
  r.plural = true;
  add(core_of(tree_, head), head, MentionForm::nominal, std::move(r), "those mentioned together before");
  return true;
}

std::vector<Actor> MentionFinder::last_countries(std::uint32_t head, unsigned number) const {
  std::vector<Actor> actors;
  for (const std::string& code : discourse_.countries(tree_.sentence(head), number))
    actors.push_back(names_.country(code));
  return actors;
}

/// The last `number` named people; none if there are fewer.
std::vector<Actor> MentionFinder::last_people(std::uint32_t head, unsigned number) const {
  std::vector<Actor> actors;
  while (actors.size() < number) {
    const Referent* person = discourse_.likeliest(tree_.sentence(head), 3, [&](const Referent& r) {
      const auto same = [&](const Actor& actor) { return actor.name == r.actors.front().name; };
      return r.kind == ReferentKind::person && r.named && !r.plural && r.actors.size() == 1 &&
             std::none_of(actors.begin(), actors.end(), same);
    });
    if (person == nullptr) return {};
    actors.push_back(person->actors.front());
  }
  return actors;
}

/// "the man", "the soldiers": a definite phrase with the same head noun as one before means the same.
bool MentionFinder::repeated(std::uint32_t head, const Description& description) {
  if (!is_definite(tree_, head) || description.former || description.other ||
      tree_.child(head, "nummod") != Token::kRoot)
    return false;
  const bool plural = is_plural(report_.tokens[head]);
  const auto fits = [&](const Referent& r) {
    if (r.noun != description.noun || r.plural != plural || r.actors.size() != 1) return false;
    return description.codes.empty() || r.actors.front().country == description.codes.front();
  };
  const Referent* found = discourse_.latest(tree_.sentence(head), 5, fits);
  if (found == nullptr) return false;
  const Referent copy = *found;
  Referent r = referent(head, copy.actors, copy.kind);
  r.plural = plural;
  r.same_as = copy.entity;
  add(core_of(tree_, head), head, MentionForm::nominal, std::move(r), "repeats " + copy.actors.front().name);
  return true;
}

/// The country of the last place named after the word `since`, or empty.
std::string_view MentionFinder::last_place(std::uint32_t head, std::uint32_t since) const {
  constexpr std::uint32_t kFarthest = 60;
  for (std::uint32_t t = head, steps = 0; t-- > since + 1 && steps < kFarthest; ++steps) {
    const PlaceMention* place = place_at(t);
    if (place != nullptr && names_.knowledge().has_country(place->place.country))
      return names_.knowledge().country(place->place.country).code;
  }
  return {};
}

/// "the country": the one named last.
bool MentionFinder::the_country(std::uint32_t head) {
  constexpr std::array<Words, 5> kNouns = {"country", "nation", "kingdom", "republic", "state"};
  const Token& token = report_.tokens[head];
  const TokenRange core = core_of(tree_, head);
  if (is_plural(token) || !among(lower_ascii(token.lemma), kNouns) || core.end - core.begin != 2) return false;
  if (!is_definite(tree_, head) || !complements_of(tree_, head, {"of", "in", "from"}).empty()) return false;
  const auto fits = [&](const Referent& r) {
    const bool same_clause = r.subject && report_.tokens[r.token].head == token.head;
    return r.kind == ReferentKind::country && r.named && r.actors.size() == 1 && !same_clause;
  };
  const Referent* found = discourse_.latest(tree_.sentence(head), 3, fits);
  const std::string_view place = last_place(head, found == nullptr ? 0 : found->token);
  if (found == nullptr && place.empty()) return false;
  const std::string code = place.empty() ? found->actors.front().country : std::string(place);
  Referent r = referent(head, {names_.country(code)}, ReferentKind::country);
  add(core, head, MentionForm::nominal, std::move(r), "the country named last");
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
  Referent r = referent(head, {actor}, ReferentKind::person);
  r.same_as = named->entity;
  add(core_of(tree_, head), head, MentionForm::office, std::move(r), "in apposition to a name");
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
    const bool untitled = r.office.empty() && r.noun.empty();
    return description.office.empty() || untitled || r.office == description.office || r.noun == description.noun;
  };
  const Referent* found = discourse_.likeliest(tree_.sentence(head), 5, fits);
  if (found == nullptr) return false;
  const bool unique = !description.office.empty() && !description.codes.empty() && found->office != description.office;
  if (unique && names_.holder(description.office, description.codes.front())) return false;  // the tables name somebody
  const Referent copy = *found;
  Referent r = referent(head, copy.actors, copy.kind);
  r.same_as = copy.entity;
  add(core_of(tree_, head), head, MentionForm::nominal, std::move(r), "takes up " + copy.actors.front().name);
  return true;
}

}  // namespace dateline
