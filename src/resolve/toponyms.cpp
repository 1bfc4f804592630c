#include "resolve/toponyms.h"

#include <algorithm>
#include <array>

#include "resolve/pieces.h"
#include "resolve/words.h"

namespace dateline {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 12> kRegions = {"region", "province", "oblast",     "state",  "governorate", "territory",
                                            "krai",   "republic", "prefecture", "canton", "emirate",     "department"};
constexpr std::array<Words, 12> kDistricts = {"district", "county",  "municipality", "township", "raion",   "borough",
                                              "woreda",   "commune", "subdistrict",  "regency",  "upazila", "tehsil"};
/// Those who govern or speak for a region: "Georgia Senator" …
constexpr std::array<Words, 8> kOfRegion = {"governor", "gov.",     "senator",     "sen.",
                                            "premier",  "lawmaker", "legislature", "legislator"};
constexpr std::array<Words, 4> kOfCountryToo = {"premier", "lawmaker", "legislature",
                                                "legislator"};  ///< … or a country
constexpr std::array<Words, 9> kCities = {"city",   "town",       "village", "capital",     "port",
                                          "suburb", "settlement", "hamlet",  "neighborhood"};
constexpr std::array<Words, 14> kDirections = {
    "northern",     "southern",     "eastern",       "western",       "central",       "northeastern",  "northwestern",
    "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "downtown"};
constexpr std::array<Words, 20> kLocative = {"in",      "at",     "near",    "from",   "to",      "into",    "around",
                                             "outside", "inside", "across",  "toward", "towards", "through", "within",
                                             "between", "beyond", "against", "of",     "off",     "via"};
/// Nouns that end the names of buildings, roads and parts of nature.
constexpr std::array<Words, 54> kFeatures = {
    "airport", "airfield",   "avenue",  "barracks", "base",      "bay",       "beach",    "bridge", "camp",
    "canal",   "cathedral",  "centre",  "center",   "church",    "college",   "crossing", "dam",    "forest",
    "gate",    "gulf",       "harbour", "highway",  "hill",      "hospital",  "hotel",    "island", "islands",
    "lake",    "market",     "mine",    "mosque",   "mountain",  "mountains", "palace",   "park",   "peninsula",
    "prison",  "river",      "road",    "sea",      "square",    "stadium",   "street",   "strait", "university",
    "valley",  "courthouse", "station", "temple",   "synagogue", "plant",     "refinery", "house",  "headquarters"};
constexpr std::array<Words, 7> kSoil = {"territory", "soil", "airspace", "waters", "water", "border", "coast"};

}  // namespace

PlaceClass class_of(std::string_view lemma) {
  const std::string word = lower_ascii(lemma);
  if (any_of(word, kRegions)) return PlaceClass::region;
  if (any_of(word, kDistricts)) return PlaceClass::district;
  return any_of(word, kCities) ? PlaceClass::city : PlaceClass::none;
}

bool is_feature(std::string_view lemma) { return any_of(lower_ascii(lemma), kFeatures); }

namespace {

class ToponymFinder {
 public:
  ToponymFinder(const Report& report, const Tree& tree, const Knowledge& knowledge, const CountryWords& countries)
      : report_(report), tree_(tree), knowledge_(knowledge), countries_(countries) {}

  std::vector<Toponym> find() && {
    for (const Sentence& sentence : report_.sentences) {
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) i = read(i, sentence.tokens.end);
    }
    for (std::size_t t = found_.size(); t-- > 1;) contain(t - 1);
    return std::move(found_);
  }

 private:
  /// The toponym at `token`, if one begins there; returns where to go on.
  std::uint32_t read(std::uint32_t token, std::uint32_t end) {
    const Name* name = name_at(report_, token);
    const CountryWord* longer = countries_.at(token);
    const bool cut_short = longer != nullptr && !longer->nationality && longer->tokens.begin == token &&
                           name != nullptr && longer->tokens.end > name->tokens.end;
    if (cut_short) return read_country(*longer, end);  // "Democratic Republic of the Congo"
    if (name != nullptr && name->tokens.begin == token) return read_name(*name);
    if (name != nullptr) return token + 1;
    if (const CountryWord* country = countries_.at(token); country != nullptr && country->tokens.begin == token)
      return read_country(*country, end);
    if (report_.tokens[token].upos == Upos::PROPN && is_capitalised(report_, token)) return read_unmarked(token, end);
    return token + 1;
  }

  std::uint32_t read_name(const Name& name) {
    const bool organisation = name.kind == NameKind::organisation;
    const bool country = countries_.at(name.tokens.begin) != nullptr &&
                         countries_.at(name.tokens.begin)->tokens == name.tokens &&
                         !countries_.at(name.tokens.begin)->nationality;
    if (name.kind == NameKind::location || (organisation && country)) add(name.tokens, true);
    return name.tokens.end;
  }

  /// A country outside any marked name, or the country whose soil the phrase names.
  std::uint32_t read_country(const CountryWord& country, std::uint32_t end) {
    if (!country.nationality) {
      add(country.tokens, true);
      return country.tokens.end;
    }
    const std::uint32_t noun = country.tokens.end;
    if (noun < end && any_of(report_.tokens[noun].lemma, kSoil)) {
      Toponym toponym;
      toponym.tokens = {country.tokens.begin, noun + 1};
      toponym.text = toponym.full = std::string(knowledge_.country(country.code).name);
      toponym.named = true;
      found_.push_back(std::move(toponym));
      return noun + 1;
    }
    return noun;
  }

  /// A run of proper nouns that the parser did not mark: taken if the gazetteer knows it and a preposition of place
  /// leads it.
  std::uint32_t read_unmarked(std::uint32_t token, std::uint32_t end) {
    std::uint32_t last = token + 1;
    while (last < end && last < token + 4 && report_.tokens[last].upos == Upos::PROPN &&
           name_at(report_, last) == nullptr)
      ++last;
    const std::uint32_t head = head_of(report_, {token, last});
    if (!any_of(preposition_of(tree_, head), kLocative)) return last;
    const std::string text = text_of(report_, {token, last});
    if (knowledge_.is_unlikely_place(text) || knowledge_.places(text).empty()) return last;
    add({token, last}, false);
    return last;
  }

  void add(TokenRange tokens, bool named) {
    if (is_compass_point(tokens)) return;  // a side of a land, not the region somewhere that is called so
    Toponym toponym;
    toponym.tokens = tokens;
    toponym.named = named;
    strip(toponym);
    toponym.full = toponym.text;
    classify(toponym);
    toponym.owner = owner_of(toponym);
    found_.push_back(std::move(toponym));
  }

  bool is_compass_point(TokenRange tokens) const {
    constexpr std::array<Words, 4> kPoints = {"north", "south", "east", "west"};
    const std::uint32_t last = tokens.end - 1;
    const bool led = tokens.end - tokens.begin == 2 && lower_ascii(words_of(report_, {tokens.begin, last})) == "the";
    return (led || tokens.end - tokens.begin == 1) &&
           any_of(lower_ascii(words_of(report_, {last, tokens.end})), kPoints);
  }

  /// Directions are taken off unless the gazetteer knows the name with them: "Eastern Cape".
  void strip(Toponym& toponym) const {
    toponym.text = text_of(report_, toponym.tokens);
    const TokenRange tokens = toponym.tokens;
    if (tokens.end - tokens.begin < 2 ||
        !any_of(lower_ascii(words_of(report_, {tokens.begin, tokens.begin + 1})), kDirections))
      return;
    if (knowledge_.places(toponym.text).empty()) toponym.text = text_of(report_, {tokens.begin + 1, tokens.end});
  }

  /// "Kursk region" with the class inside or behind the name, "the city of Homs" with it before.
  void classify(Toponym& toponym) const {
    const TokenRange tokens = toponym.tokens;
    const std::uint32_t last = tokens.end - 1;
    const std::string next =
        tokens.end < report_.tokens.size() ? lower_ascii(report_.tokens[tokens.end].lemma) : std::string();
    const bool country = !knowledge_.countries(toponym.text).empty();
    if (any_of(next, kOfRegion) && !(country && any_of(next, kOfCountryToo))) toponym.place_class = PlaceClass::region;
    if (country) return;  // "United States"
    if (tokens.end - tokens.begin > 1 && class_of(report_.tokens[last].lemma) != PlaceClass::none) {
      toponym.place_class = class_of(report_.tokens[last].lemma);
      toponym.text = text_of(report_, {tokens.begin, last});
      return;
    }
    const std::uint32_t head = head_of(report_, tokens);
    const std::uint32_t above = report_.tokens[head].head;
    if (above == Token::kRoot) return;
    const std::string_view relation = report_.tokens[head].deprel;
    const bool before = above == tokens.end && is_relation(relation, "compound");
    const bool of = is_relation(relation, "nmod") && above < tokens.begin && preposition_of(tree_, head) == "of";
    const bool beside = above + 1 == tokens.begin && (is_relation(relation, "appos") || is_relation(relation, "flat"));
    if (!before && !of && !beside) return;
    toponym.place_class = class_of(report_.tokens[above].lemma);
    if (before && toponym.place_class != PlaceClass::none) {
      toponym.full = toponym.text + " " + std::string(words_of(report_, {above, above + 1}));
    }
  }

  /// "Albuquerque, New Mexico" is no town of Mexico.
  bool is_within_place(std::uint32_t token) const {
    const Name* name = name_at(report_, token);
    return countries_.at(token)->in_name && name != nullptr && name->kind == NameKind::location;
  }

  /// "Russia's Kursk region", "Syrian city of Homs": a country among the modifiers of the name or of its class noun.
  std::string_view owner_of(const Toponym& toponym) const {
    std::uint32_t node = head_of(report_, toponym.tokens);
    for (int level = 0; level < 2 && node != Token::kRoot; ++level, node = report_.tokens[node].head) {
      if (level > 0 && class_of(report_.tokens[node].lemma) == PlaceClass::none) break;
      for (const std::uint32_t child : tree_.children(node)) {
        if (toponym.tokens.contains(child)) continue;
        const CountryWord* country = countries_.at(child);
        const std::string_view relation = report_.tokens[child].deprel;
        const bool modifier = is_relation(relation, "amod") || relation == "nmod:poss" ||
                              is_relation(relation, "compound") || is_relation(relation, "nmod");
        if (country != nullptr && !is_within_place(child) && modifier && (relation != "nmod" || child > node))
          return country->code;
      }
    }
    return {};
  }

  /// "Goma, North Kivu": the next toponym stands right behind a comma, or behind "in" and "of".
  void contain(std::size_t t) {
    const std::uint32_t end = found_[t].tokens.end, next = found_[t + 1].tokens.begin;
    if (next <= end || next - end > 2 || tree_.sentence(end) != tree_.sentence(next)) return;
    const std::string_view between = words_of(report_, {end, next});
    const bool listed = next - end == 1 && between == ",";
    const bool inside = between == "in" || between == ", in" || between == "in the" || between == ", in the";
    const bool more = listed && t + 2 < found_.size() && is_list(t + 1);
    if ((listed && !more) || inside) found_[t].container = static_cast<std::int32_t>(t + 1);
    if (between == "and") found_[t].container = found_[t + 1].container;  // "Toul and Nabatieh, Lebanon"
  }

  /// Does toponym `t` go on with ", X and Y" or "and Y": a list of equals, not a container?
  bool is_list(std::size_t t) const {
    const std::uint32_t end = found_[t].tokens.end;
    return end < report_.tokens.size() && report_.tokens[end].lemma == "and" && found_[t + 1].tokens.begin == end + 1;
  }

  const Report& report_;
  const Tree& tree_;
  const Knowledge& knowledge_;
  const CountryWords& countries_;
  std::vector<Toponym> found_;
};

}  // namespace

std::vector<Toponym> find_toponyms(const Report& report, const Tree& tree, const Knowledge& knowledge,
                                   const CountryWords& countries) {
  return ToponymFinder(report, tree, knowledge, countries).find();
}

}  // namespace dateline
