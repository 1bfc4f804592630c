// Mentions that are organisations, by the names that the tables or the parser
// know, and capitals and seats that stand for a government.
#include <algorithm>
#include <array>
#include <tuple>

#include "resolve/mention_finder.h"
#include "resolve/words.h"
#include "text/fold.h"

namespace dateline {
namespace {

/// Does a place stand for those who act there? Not where its preposition makes it a location.
bool acts(const Tree& tree, std::uint32_t head) {
  constexpr int kHighest = 16;
  for (int i = 0; i < kHighest && is_relation(tree[head].deprel, "conj") && tree[head].head != Token::kRoot; ++i)
    head = tree[head].head;
  const std::string_view relation = tree[head].deprel;
  constexpr std::array<std::string_view, 14> kGoing = {"visit",  "leave", "reach", "enter",   "hit",
                                                       "strike", "bomb",  "shell", "capture", "seize",
                                                       "take",   "pound", "tour",  "attack"};
  const bool object = is_relation(relation, "obj") || is_relation(relation, "iobj");
  if (object && tree[head].head != Token::kRoot)
    return std::find(kGoing.begin(), kGoing.end(), tree[tree[head].head].lemma) == kGoing.end();
  if (is_relation(relation, "nsubj") || relation == "nmod:poss" || relation == "obl:agent") return true;
  const std::string preposition = preposition_of(tree, head);
  constexpr std::array<std::string_view, 6> kActing = {"by", "between", "with", "against", "among", "according to"};
  return std::find(kActing.begin(), kActing.end(), preposition) != kActing.end();
}

Actor actor_of(const Organisation& body) {
  Actor actor;
  actor.name = body.name;
  actor.country = body.country;
  actor.sector = body.role();
  actor.id = body.id;
  return actor;
}

}  // namespace

bool MentionFinder::organisation(const Name& name, std::uint32_t head) {
  const std::string text = text_of(report_, name.tokens);
  if (const std::string_view code = capital_of(text); !code.empty()) return government(name, head, code);
  const std::vector<std::string_view> codes = codes_of_name(name, head);
  Actor actor;
  std::string because = "organisation known to the tables";
  if (const auto known = names_.organisation(text, codes)) {
    actor = actor_of(*known);
  } else {
    because = "name of an organisation";
    actor.name = text;
    actor.sector = names_.sector_of_name(text);
    if (!codes.empty()) actor.country = codes.front();
    if (codes.empty()) actor.country = country_described(name, head);
    if (actor.country.empty()) actor.country = country_within(name);
    if (actor.country.empty()) actor.country = country_led(name);
    if (actor.country.empty() && is_state_sector(actor.sector)) actor.country = country_of_scene(head, because);
  }
  for (std::uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) done_[t] = true;
  Referent r = referent(head, {std::move(actor)}, ReferentKind::organisation);
  r.named = true;
  r.plural = false;  // "the Rapid Support Forces": it, the group
  add(name.tokens, head, MentionForm::name, std::move(r), because);
  return true;
}

/// The longest run of words from this one on that the tables know as an organisation's name, however the parser cut it:
/// "Russian Security Council", "Islamic Movement of Nigeria".
bool MentionFinder::known_body(std::uint32_t token) {
  constexpr std::uint32_t kLongest = 11;
  if (!is_capitalised(report_, token)) return false;
  const Name* begun = name_at(report_, token);
  if (begun != nullptr && begun->tokens.begin != token) return false;  // a body may be longer: "Trump administration"
  const std::uint32_t limit = std::min(report_.sentences[tree_.sentence(token)].tokens.end, token + kLongest);
  const std::uint32_t least = begun != nullptr ? begun->tokens.end : token;
  std::uint32_t last = token + 1;
  const auto goes_on = [&](const Token& t) {
    return t.upos != Upos::VERB && (t.upos != Upos::PUNCT || report_.slice(t.span) == "-");
  };
  while (last < limit && goes_on(report_.tokens[last])) ++last;
  for (std::uint32_t end = last; end > least; --end) {
    if (!is_capitalised(report_, end - 1)) continue;
    const TokenRange range{token, end};
    const CountryWord* country = countries_.at(token);
    if (country != nullptr && country->tokens == range) continue;
    const std::string text = text_of(report_, range);
    const auto known = names_.knowledge().organisations(text);
    if (known.empty()) continue;
    const bool armed = known.size() == 1 && known.front().kind == OrganisationKind::armed_group;
    if (text.find(' ') == std::string::npos && !(armed && begun == nullptr)) continue;  // "a Houthi missile"
    const Name name{range, span_of(report_, range), NameKind::organisation};
    const std::uint32_t head = head_of(report_, range);
    if (!names_.organisation(text, codes_of_name(name, head))) continue;
    return organisation(name, head);
  }
  return false;
}

/// The country that the noun before the name or the apposition behind it tells: "the Russian leasing firm X", "X, a
/// U.S. oil firm".
std::string_view MentionFinder::country_described(const Name& name, std::uint32_t head) const {
  const std::uint32_t first = name.tokens.begin;
  std::vector<std::string_view> codes;
  if (first > report_.sentences[tree_.sentence(head)].tokens.begin && tree_[first - 1].upos == Upos::NOUN)
    codes = codes_of(first - 1);
  for (const std::uint32_t c : tree_.children(head)) {
    if (codes.empty() && c > head && is_relation(tree_[c].deprel, "appos") && tree_[c].upos == Upos::NOUN)
      codes = codes_of(c);
  }
  return codes.empty() ? std::string_view{} : codes.front();
}

/// The country of the place that a body's name begins with: "Ottawa Police Service", "Tennessee House of
/// Representatives". One that the report speaks of comes first, then the largest place.
std::string_view MentionFinder::country_within(const Name& name) const {
  constexpr std::uint32_t kLongest = 3;
  constexpr std::uint32_t kLeast = 100'000;  ///< inhabitants: below, the word is more likely something else
  std::uint32_t first = name.tokens.begin;
  if (fold(words_of(report_, {first, first + 1})) == "the") ++first;
  constexpr std::array<std::string_view, 10> kAnywhere = {"eastern", "western", "northern", "southern", "central",
                                                          "north",   "south",   "nord",     "delta",    "capital"};
  const std::string word = fold(words_of(report_, {first, first + 1}));
  const bool anywhere = std::find(kAnywhere.begin(), kAnywhere.end(), word) != kAnywhere.end();
  const std::uint32_t least = anywhere ? first + 1 : first;  // words of a place's name at least, less one
  for (std::uint32_t end = std::min(first + kLongest, name.tokens.end - 1); end > least; --end) {
    const PlaceRow* best = nullptr;
    const std::vector<PlaceRow> rows = names_.knowledge().places(words_of(report_, {first, end}));
    const auto rank = [&](const PlaceRow& row) {
      return std::tuple(countries_.weight(row.country), row.precision == PlacePrecision::admin1, row.population);
    };
    for (const PlaceRow& row : rows) {
      const bool large = row.precision == PlacePrecision::admin1 || row.population >= kLeast;
      if (large && names_.knowledge().has_country(row.country) && (!best || rank(*best) < rank(row))) best = &row;
    }
    if (best) return names_.knowledge().country(best->country).code;
  }
  return {};
}

bool MentionFinder::is_led(std::uint32_t token) const {
  constexpr std::array<std::string_view, 6> kLed = {"administration", "government", "regime",
                                                    "cabinet",        "campaign",   "presidency"};
  return token < report_.tokens.size() &&
         std::find(kLed.begin(), kLed.end(), fold(words_of(report_, {token, token + 1}))) != kLed.end();
}

/// The country of the leader whom the words name, or empty.
std::string_view MentionFinder::country_led_by(TokenRange words) const {
  if (words.empty()) return {};
  const auto leader = names_.person(text_of(report_, words), {});
  if (!leader || !names_.knowledge().has_country(leader->country)) return {};
  return names_.knowledge().country(leader->country).code;
}

/// "the Biden administration", which the parser cuts before or behind its noun.
std::string_view MentionFinder::country_led(const Name& name) const {
  const std::uint32_t last = name.tokens.end - 1;
  if (is_led(last)) return country_led_by({name.tokens.begin, last});
  return is_led(name.tokens.end) ? country_led_by(name.tokens) : std::string_view{};
}

std::vector<std::string_view> MentionFinder::codes_of_name(const Name& name, std::uint32_t head) const {
  std::vector<std::string_view> codes;
  for (std::uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) {
    if (countries_.at(t) != nullptr) codes_at(t, codes);
  }
  return codes.empty() ? codes_of(head) : codes;
}

/// A location's name that means an organ ("the Kremlin") or, where it acts, a capital for its government.
bool MentionFinder::seat(const Name& name, std::uint32_t head) {
  for (std::uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) done_[t] = true;
  const std::string text = text_of(report_, name.tokens);
  const auto organ = names_.knowledge().organisations(text);
  const bool is_organ = !organ.empty() && organ.front().kind != OrganisationKind::party &&
                        organ.front().kind != OrganisationKind::company;
  const PlaceMention* place = place_at(head);
  if (is_organ && (place == nullptr || !place->place.located)) return organisation(name, head);
  if (place == nullptr || !names_.knowledge().has_country(place->place.country) || !acts(tree_, head)) return true;
  const Country country = names_.knowledge().country(place->place.country);
  return fold(country.capital) != fold(text) || government(name, head, country.code);
}

/// A capital for its government. Always true.
bool MentionFinder::government(const Name& name, std::uint32_t head, std::string_view code) {
  for (std::uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) done_[t] = true;
  Referent r = referent(head, {names_.government(code)}, ReferentKind::country);
  r.named = true;
  add(name.tokens, head, MentionForm::name, std::move(r), "capital for its government");
  return true;
}

/// A name that the parser did not mark and the tables know.
bool MentionFinder::known_name(std::uint32_t head) {
  if (report_.tokens[head].upos != Upos::PROPN) return false;
  const TokenRange core = core_of(tree_, head);
  const auto known = names_.organisation(text_of(report_, core), codes_of(head));
  if (!known || core.end - core.begin > 8) return false;
  Referent r = referent(head, {actor_of(*known)}, ReferentKind::organisation);
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
    if (mention == nullptr && name == nullptr && is_capitalised(report_, b)) {  // "Houthi rebels"
      const auto known = names_.knowledge().organisations(words_of(report_, {b, b + 1}));
      if (known.size() == 1 && known.front().kind == OrganisationKind::armed_group) return actor_of(known.front());
    }
  }
  return std::nullopt;
}

}  // namespace dateline
