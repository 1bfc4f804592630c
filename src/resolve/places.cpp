// Which row of the gazetteer a name means. A row's score is its prominence
// (log of the population, capitals and regions above their namesakes) plus what
// speaks for its country: the phrase itself, the container that follows, the
// sentence, the report; plus its rank where a class noun asks for one. One name
// means one place throughout a report, so the occurrence that is best explained
// ("Paris, Texas") decides for the others.
#include "resolve/places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "resolve/pieces.h"
#include "resolve/toponyms.h"
#include "resolve/words.h"
#include "text/fold.h"

namespace dateline {
namespace {

using Words = std::string_view;

constexpr double kOwner = 4;
constexpr double kContainer = 6;
constexpr double kSentence = 2;
constexpr double kReport = 1.5;
constexpr double kRank = 2.5;
constexpr double kCapital = 1;
constexpr double kCountry = 9;  ///< a name that is a country is mostly that

/// Names too wide for a point on the map: kept as places without coordinates.
constexpr std::array<Words, 22> kWide = {
    "africa",         "asia",         "europe",        "america",       "americas",       "antarctica",
    "oceania",        "middle east",  "north america", "south america", "latin america",  "central america",
    "southeast asia", "central asia", "east asia",     "south asia",    "eastern europe", "western europe",
    "western africa", "west africa",  "east africa",   "central africa"};
constexpr std::array<Words, 5> kTakeUp = {"region", "area", "city", "town", "village"};

/// "the EU" is not Eu in France: short capitals that in other letters are a name.
bool is_acronym_of(Words text, Words name) {
  constexpr std::size_t kLongest = 3;  // "LIMA" heads a dispatch
  const bool capitals = std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return text.size() <= kLongest && capitals && text != name && fold(text) == fold(name);
}

struct Choice {
  Place place;
  double score = -1e9;
  bool explained = false;  ///< by the phrase itself: owner or container
};

class PlaceFinder {
 public:
  PlaceFinder(const Report& report, const Tree& tree, const Knowledge& knowledge, CountryWords& countries)
      : report_(report),
        tree_(tree),
        knowledge_(knowledge),
        countries_(countries),
        toponyms_(find_toponyms(report, tree, knowledge, countries)) {}

  std::vector<PlaceMention> find() && {
    index_inner();
    choose_all(false);
    if (correct_countries()) {  // "the Georgia town of Macon" is owned by another country now
      toponyms_ = find_toponyms(report_, tree_, knowledge_, countries_);
      index_inner();
    }
    choose_all(true);
    countries_.settle();
    std::vector<PlaceMention> mentions;
    for (std::size_t t = 0; t < toponyms_.size(); ++t) mentions.push_back({toponyms_[t].tokens, choices_[t].place});
    take_up(mentions);
    return mentions;
  }

 private:
  /// The second round knows the countries of the first round's places.
  void choose_all(bool last) {
    choices_.assign(toponyms_.size(), {});
    for (std::size_t t = toponyms_.size(); t-- > 0;) choices_[t] = choose(t);
    share();
    if (last) return;
    for (std::size_t t = 0; t < toponyms_.size(); ++t) {
      if (choices_[t].place.precision != PlacePrecision::country && choices_[t].place.located) {
        countries_.add_place(tree_.sentence(toponyms_[t].tokens.begin), country_view(choices_[t].place));
      }
    }
  }

  /// The code in the knowledge's own storage, which outlives the choice.
  std::string_view country_view(const Place& place) const { return knowledge_.country(place.country).code; }

  const std::vector<PlaceRow>& rows_of(const std::string& name) {
    auto [entry, fresh] = rows_.try_emplace(name);
    if (fresh) entry->second = knowledge_.places(name);
    return entry->second;
  }

  Choice choose(std::size_t t) {
    const Toponym& toponym = toponyms_[t];
    Choice best = unknown(toponym);
    const std::string told = best.place.country = country_told(t);
    if (any_of(fold(toponym.full), kWide) && toponym.owner.empty()) return best;
    const auto* rows = &rows_of(toponym.full);
    if (rows->empty() || toponym.full == toponym.text) rows = &rows_of(toponym.text);
    const bool region = toponym.place_class == PlaceClass::region && has_region(*rows);
    if (!region && !is_in_region(t)) try_countries(t, toponym.full, best);
    const bool sole = is_sole(*rows), of_country = !knowledge_.countries(toponym.full).empty();
    const bool organ = !knowledge_.organisations(toponym.full).empty();
    for (const PlaceRow& row : *rows) {
      if (is_acronym_of(toponym.text, row.name)) continue;
      if ((of_country || organ) && fold(row.name) != fold(toponym.text))
        continue;  // "Iraq, Iran and Syria": not Arak in Iran; the White House is not Casablanca
      if (told.empty() || row.country == told || (sole && toponym.owner.empty()))
        try_row(t, row, row.precision == PlacePrecision::admin1 && is_shared(*rows, row), best);
    }
    if (const Place* outer = container_of(t); outer && best.place.country.empty())
      best.place.country = outer->country;  // "Evin Prison in Tehran"
    return best;
  }

  /// The country that the words around the name say it lies in: "the Lebanese city of Blida", "Injar, Tillabéri,
  /// Niger".
  std::string country_told(std::size_t t) const {
    if (!toponyms_[t].owner.empty()) return std::string(toponyms_[t].owner);
    const Place* outer = container_of(t);
    const bool wide = outer && (outer->precision == PlacePrecision::country || is_region(*outer) || !outer->located);
    return wide ? outer->country : std::string();
  }

  /// "Lebanon, New Hampshire" is no country.
  bool is_in_region(std::size_t t) const {
    const Place* outer = container_of(t);
    return outer && outer->located && is_region(*outer);
  }

  /// Has a city of the same country the region's name?
  static bool is_shared(const std::vector<PlaceRow>& rows, const PlaceRow& region) {
    return std::any_of(rows.begin(), rows.end(), [&](const PlaceRow& row) {
      return row.precision == PlacePrecision::city && row.country == region.country;
    });
  }

  static bool has_region(const std::vector<PlaceRow>& rows) {
    return std::any_of(rows.begin(), rows.end(),
                       [](const PlaceRow& r) { return r.precision == PlacePrecision::admin1; });
  }

  static bool is_region(const Place& place) {
    return place.precision == PlacePrecision::admin1 || place.precision == PlacePrecision::admin2;
  }

  /// What the place that follows ("Goma, North Kivu") was read as, or null. Toponyms are chosen from the last to the
  /// first, so it is known.
  const Place* container_of(std::size_t t) const {
    const std::int32_t outer = toponyms_[t].container;
    return outer < 0 ? nullptr : &choices_[static_cast<std::size_t>(outer)].place;
  }

  /// Well known, and in one country only: then words that say otherwise tell of a dispute ("Sevastopol, Russia").
  static bool is_sole(const std::vector<PlaceRow>& rows) {
    constexpr std::uint32_t kKnown = 300000;
    return std::any_of(rows.begin(), rows.end(), [](const PlaceRow& r) { return r.population >= kKnown; }) &&
           std::all_of(rows.begin(), rows.end(), [&](const PlaceRow& r) { return r.country == rows.front().country; });
  }

  Choice unknown(const Toponym& toponym) const {
    Choice choice;
    choice.place.span = span_of(report_, toponym.tokens);
    choice.place.name = toponym.full;
    choice.place.country = toponym.owner;
    choice.place.precision = precision_of(toponym);
    return choice;
  }

  /// What a name that no table has is most likely to be: told by its class, and a settlement where a larger place
  /// follows
  /// ("Injar, Tillabéri Region").
  PlacePrecision precision_of(const Toponym& toponym) const {
    switch (toponym.place_class) {
      case PlaceClass::region:
        return PlacePrecision::admin1;
      case PlaceClass::district:
        return PlacePrecision::admin2;
      case PlaceClass::city:
        return PlacePrecision::city;
      case PlaceClass::none:
        break;
    }
    const bool inside = toponym.container >= 0 || !toponym.owner.empty();
    bool feature = false;
    for (std::uint32_t i = toponym.tokens.begin; i < toponym.tokens.end; ++i)
      feature = feature || is_feature(report_.tokens[i].lemma);
    return inside && !feature ? PlacePrecision::city : PlacePrecision::place;
  }

  void try_countries(std::size_t t, const std::string& name, Choice& best) {
    for (const Country& country : knowledge_.countries(name)) {
      const double score = kCountry + context(t, country.code, occurrences(toponyms_[t])) +
                           (can_hold(t, country.code, {}) ? kContainer : 0);
      if (score <= best.score) continue;
      best = unknown(toponyms_[t]);
      best.score = score;
      best.place.name = country.name;
      best.place.country = country.code;
      best.place.latitude = country.latitude;
      best.place.longitude = country.longitude;
      best.place.located = true;
      best.place.precision = PlacePrecision::country;
      best.place.id = country.id;
    }
  }

  void try_row(std::size_t t, const PlaceRow& row, bool shared, Choice& best) {
    const Toponym& toponym = toponyms_[t];
    const double inside = container_score(t, row);
    const bool region = row.precision == PlacePrecision::admin1;
    const double score = std::log10(std::max<double>(row.population, 500)) + (row.capital ? kCapital : 0) +
                         rank(toponym, row, shared) + name_score(toponym, row) + inside + context(t, row.country) +
                         (region && can_hold(t, row.country, row.name) ? kContainer : 0);
    if (score <= best.score) return;
    best = unknown(toponym);
    best.score = score;
    best.explained = inside > 0 || (!toponym.owner.empty() && toponym.owner == row.country);
    best.place.name = row.name;
    best.place.country = row.country;
    best.place.admin1 = row.admin1;
    best.place.latitude = row.latitude;
    best.place.longitude = row.longitude;
    best.place.located = true;
    best.place.precision = row.precision;
    best.place.id = row.id;
  }

  void index_inner() {
    inner_.assign(toponyms_.size(), {});
    for (std::size_t t = 0; t < toponyms_.size(); ++t) {
      if (toponyms_[t].container >= 0) inner_[static_cast<std::size_t>(toponyms_[t].container)].push_back(t);
    }
  }

  /// Can a place that the report says lies in toponym `t` ("Savannah, Georgia") be of the country, and of the region if
  /// one is given?
  bool can_hold(std::size_t t, std::string_view country, std::string_view region) {
    return std::any_of(inner_[t].begin(), inner_[t].end(), [&](std::size_t inner) {
      const auto& rows = rows_of(toponyms_[inner].text);
      return std::any_of(rows.begin(), rows.end(), [&](const PlaceRow& row) {
        return row.country == country && (region.empty() || row.admin1 == region);
      });
    });
  }

  /// The countries' names in "New Jersey" and "Northern Ireland" are parts of a place's; was there one?
  bool read_parts(const Toponym& toponym, const Place& place) {
    bool corrected = false;
    for (std::uint32_t i = toponym.tokens.begin; i < toponym.tokens.end; ++i) {
      const CountryWord* word = countries_.at(i);
      if (word == nullptr || word->code == place.country || word->tokens == toponym.tokens) continue;
      countries_.read_within(i, country_view(place));
      corrected = true;
    }
    return corrected;
  }

  /// Where a country's name means a region, it does so in bodies' too ("Georgia Bureau of Investigation"); does one?
  bool read_region(const Toponym& toponym, const Place& place) {
    bool corrected = false;
    for (const Country& country : knowledge_.countries(toponym.full)) {
      if (place.precision != PlacePrecision::admin1 || country.code == place.country) continue;
      countries_.read_as(country.code, country_view(place));
      corrected = true;
    }
    return corrected;
  }

  bool correct_countries() {
    bool corrected = false;
    for (std::size_t t = 0; t < toponyms_.size(); ++t) {
      const Place& place = choices_[t].place;
      if (!place.located || !knowledge_.has_country(place.country)) continue;
      corrected = read_parts(toponyms_[t], place) || corrected;
      corrected = read_region(toponyms_[t], place) || corrected;
    }
    return corrected;
  }

  /// What speaks for the country: the phrase, the sentence, the report.
  double context(std::size_t t, std::string_view code, int own = 0) const {
    const Toponym& toponym = toponyms_[t];
    const double owner = toponym.owner.empty() ? 0 : toponym.owner == code ? kOwner : -kOwner;
    const double sentence = countries_.weight_in(tree_.sentence(toponym.tokens.begin), code) - (own > 0 ? 1 : 0);
    const double report = countries_.weight(code) - 1.5 * own;
    return owner + kSentence * std::clamp(sentence, 0.0, 1.0) + kReport * std::clamp(report / 3, 0.0, 1.0);
  }

  /// How often the report has this very name: a country's name must not speak for itself.
  int occurrences(const Toponym& toponym) const {
    return static_cast<int>(std::count_if(toponyms_.begin(), toponyms_.end(),
                                          [&](const Toponym& other) { return other.full == toponym.full; }));
  }

  double container_score(std::size_t t, const PlaceRow& row) const {
    const Place* outer = container_of(t);
    if (!outer) return 0;
    if (outer->precision == PlacePrecision::country && outer->located)
      return outer->country == row.country ? kContainer : 0;
    const Toponym& name = toponyms_[static_cast<std::size_t>(toponyms_[t].container)];
    const bool region = !row.admin1.empty() && (fold(row.admin1) == fold(name.text) || row.admin1 == outer->name);
    return region ? kContainer : 0;
  }

  static double rank(const Toponym& toponym, const PlaceRow& row, bool shared) {
    const bool region = row.precision == PlacePrecision::admin1, district = row.precision == PlacePrecision::admin2;
    switch (toponym.place_class) {
      case PlaceClass::region:
        return region ? kRank : district ? 0.5 : -1;
      case PlaceClass::district:
        return district ? kRank : region ? 1 : -1;
      case PlaceClass::city:
        return row.precision == PlacePrecision::city || row.precision == PlacePrecision::place ? kRank : -1;
      case PlaceClass::none:
        return region                                   ? (shared ? -1.0 : 0)
               : district                               ? -1.2
               : row.precision == PlacePrecision::place ? -0.5
                                                        : 0;  // "in Nara": the city
    }
    return 0;
  }

  /// A row's main name counts more than one of its other names.
  static double name_score(const Toponym& toponym, const PlaceRow& row) {
    const std::string name = fold(row.name);
    if (name == fold(toponym.text) || name == fold(toponym.full)) return 1;
    return row.precision == PlacePrecision::admin1 ? 0.5 : 0;
  }

  /// One sense a report.
  void share() {
    std::unordered_map<std::string, std::size_t> best;
    for (std::size_t t = 0; t < toponyms_.size(); ++t) {
      const auto [entry, fresh] = best.try_emplace(toponyms_[t].full, t);
      if (!fresh && choices_[t].score > choices_[entry->second].score) entry->second = t;
    }
    for (std::size_t t = 0; t < toponyms_.size(); ++t) {
      const std::size_t source = best[toponyms_[t].full];
      if (source == t || choices_[t].explained || !choices_[source].place.located) continue;
      const Span span = choices_[t].place.span;
      choices_[t].place = choices_[source].place;
      choices_[t].place.span = span;
    }
  }

  /// "the region", "the city", "there", "the country" take up the last place of that rank.
  void take_up(std::vector<PlaceMention>& mentions) const {
    std::vector<PlaceMention> all;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < report_.tokens.size(); ++i) {
      while (next < mentions.size() && mentions[next].tokens.begin <= i) all.push_back(mentions[next++]);
      if (!all.empty() && all.back().tokens.contains(i)) continue;
      if (const auto taken = taken_up(i, all)) all.push_back(*taken);
    }
    while (next < mentions.size()) all.push_back(mentions[next++]);
    mentions = std::move(all);
  }

  std::optional<PlaceMention> taken_up(std::uint32_t token, const std::vector<PlaceMention>& before) const {
    const Token& word = report_.tokens[token];
    const bool there = word.lemma == "there" && word.upos == Upos::ADV;
    const bool noun = word.upos == Upos::NOUN && (any_of(word.lemma, kTakeUp) ||
                                                  class_of(word.lemma) != PlaceClass::none || word.lemma == "country");
    if (!there && !(noun && is_anaphor(token))) return {};
    for (std::size_t p = before.size(); p-- > 0;) {
      if (!before[p].place.located || !fits(word.lemma, before[p].place)) continue;
      if (tree_.sentence(token) > tree_.sentence(before[p].tokens.begin) + 3) return {};
      PlaceMention mention{{there ? token : token - 1, token + 1}, before[p].place};
      mention.place.span = span_of(report_, mention.tokens);
      return mention;
    }
    return {};
  }

  /// "the region", "that city" and nothing more.
  bool is_anaphor(std::uint32_t token) const {
    if (token == 0 || tree_.children(token).empty()) return false;
    const std::string_view word = report_.tokens[token - 1].lemma;
    const bool definite =
        (word == "the" || word == "this" || word == "that") && report_.tokens[token - 1].head == token;
    for (const std::uint32_t child : tree_.children(token)) {
      const std::string_view relation = tree_[child].deprel;
      if (is_relation(relation, "nmod") || is_relation(relation, "acl") || is_relation(relation, "appos")) return false;
    }
    return definite && !is_relation(report_.tokens[token].deprel, "compound");
  }

  static bool fits(std::string_view lemma, const Place& place) {
    if (lemma == "there") return true;
    if (lemma == "country") return place.precision == PlacePrecision::country;
    if (lemma == "region" || lemma == "area" || lemma == "territory") return place.precision != PlacePrecision::country;
    if (lemma == "capital") return false;
    const PlaceClass wanted = class_of(lemma);
    if (wanted == PlaceClass::region) return place.precision == PlacePrecision::admin1;
    if (wanted == PlaceClass::district) return place.precision == PlacePrecision::admin2;
    return place.precision == PlacePrecision::city || place.precision == PlacePrecision::place;
  }

  const Report& report_;
  const Tree& tree_;
  const Knowledge& knowledge_;
  CountryWords& countries_;
  std::vector<Toponym> toponyms_;
  std::vector<Choice> choices_;
  std::vector<std::vector<std::size_t>> inner_;  ///< of each toponym those that it contains
  std::unordered_map<std::string, std::vector<PlaceRow>> rows_;
};

}  // namespace

std::vector<PlaceMention> find_places(const Report& report, const Tree& tree, const Knowledge& knowledge,
                                      CountryWords& countries) {
  return PlaceFinder(report, tree, knowledge, countries).find();
}

}  // namespace dateline
