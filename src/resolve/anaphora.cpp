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
  if (found == nullptr) return false;
  Referent r = referent(head, {names_.country(found->actors.front().country)}, ReferentKind::country);
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
    return description.office.empty() || r.office.empty() || r.office == description.office;
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
