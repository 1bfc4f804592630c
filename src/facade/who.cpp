// Gathers what the knowledge tables hold under a name, kind by kind. Offices are the one case that needs reading: "the
// Russian defence minister", "Kenya's president" and "president of Kenya" are a country's words and an office's.
#include <dateline/engine.h>
#include <dateline/who.h>

#include <algorithm>
#include <array>

#include "knowledge/knowledge.h"

namespace dateline {
namespace {

using std::chrono::year_month_day;

constexpr std::size_t kMost = 10;  ///< people and places of one name that are given

constexpr std::array<std::string_view, 7> kKinds = {"country",      "nationality", "person", "office",
                                                    "organisation", "place",       "role"};
constexpr std::array<std::string_view, 8> kBodies = {
    "government", "international body", "armed group", "military", "party", "media", "company", "civil"};

std::optional<year_month_day> known(year_month_day date) {
  const bool open = date.year() == std::chrono::year::min() || date.year() == std::chrono::year::max();
  return open ? std::nullopt : std::optional(date);
}

/// A row without a start tells when an office was left at most, never that it was held.
bool holds(const Tenure& tenure, year_month_day on) {
  return known(tenure.start) && tenure.start <= on && on <= tenure.end;
}

Office office_of(const Tenure& tenure, year_month_day on) {
  return {.person = std::string(tenure.person),
          .position = std::string(tenure.position),
          .key = std::string(tenure.office),
          .country = std::string(tenure.country),
          .sector = std::string(tenure.sector),
          .from = known(tenure.start),
          .to = known(tenure.end),
          .held = holds(tenure, on)};
}

std::string_view without(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

class Reader {
 public:
  Reader(const Knowledge& knowledge, std::string_view name, year_month_day on)
      : knowledge_(knowledge), name_(name), on_(on) {}

  std::vector<Reading> read() {
    for (const Country& country : knowledge_.countries(name_)) add(ReadingKind::country, country);
    for (const Country& country : knowledge_.nationalities(name_)) add(ReadingKind::nationality, country);
    add_people();
    add_offices();
    for (const Organisation& body : knowledge_.organisations(name_)) add(body);
    add_places();
    add_role();
    return std::move(found_);
  }

 private:
  Reading& add(ReadingKind kind, std::string_view name, std::string_view country) {
    Reading& reading = found_.emplace_back();
    reading.kind = kind;
    reading.name = name;
    reading.country = country;
    if (knowledge_.has_country(country)) reading.country_name = knowledge_.country(country).name;
    return reading;
  }

  void add(ReadingKind kind, const Country& country) {
    Reading& reading = add(kind, country.name, country.code);
    reading.id = country.id;
    if (kind != ReadingKind::country) return;
    reading.latitude = country.latitude;
    reading.longitude = country.longitude;
  }

  void add(const Organisation& body) {
    Reading& reading = add(ReadingKind::organisation, body.name, body.country);
    reading.detail = kBodies[static_cast<std::size_t>(body.kind)];
    reading.sector = body.sector;
    reading.id = body.id;
  }

  /// Rows of one person stand together in one reading.
  void add_people() {
    std::vector<std::vector<Tenure>> people;
    for (const Tenure& row : knowledge_.people(name_)) {
      const auto same = std::find_if(people.begin(), people.end(), [&](const auto& rows) {
        return rows.front().person == row.person && rows.front().country == row.country;
      });
      (same == people.end() ? people.emplace_back() : *same).push_back(row);
    }
    const auto in_office = [&](const auto& rows) {
      return std::any_of(rows.begin(), rows.end(), [&](const Tenure& row) { return holds(row, on_); });
    };
    std::stable_partition(people.begin(), people.end(), in_office);
    people.resize(std::min(people.size(), kMost));
    for (const auto& rows : people) add_person(rows);
  }

  void add_person(const std::vector<Tenure>& rows) {
    Reading& reading = add(ReadingKind::person, rows.front().person, rows.front().country);
    for (const Tenure& row : rows) {
      reading.offices.push_back(office_of(row, on_));
      if (reading.id.empty()) reading.id = row.id;
      if (reading.sector.empty() && holds(row, on_)) reading.sector = row.sector;
    }
    std::stable_sort(reading.offices.begin(), reading.offices.end(),
                     [](const Office& a, const Office& b) { return a.from > b.from; });
  }

  void add_offices() {
    const std::string_view phrase = without(name_, "the ");
    if (const auto key = knowledge_.office(phrase); !key.empty()) add_office(key, "");
    for (std::size_t space = phrase.find(' '); space != std::string_view::npos; space = phrase.find(' ', space + 1))
      add_office_between(phrase.substr(0, space), phrase.substr(space + 1));
  }

  /// "Russian" and "defence minister", "president" and "of Kenya".
  void add_office_between(std::string_view first, std::string_view second) {
    const bool turned = second.starts_with("of ");
    const std::string_view land = turned ? without(second, "of ") : first;
    const std::string_view key = knowledge_.office(turned ? first : second);
    if (key.empty()) return;
    for (const std::string_view code : countries_of(land)) add_office(key, code);
  }

  std::vector<std::string_view> countries_of(std::string_view words) const {
    for (const std::string_view ending : {"'s", "’s", "'", "’"}) {
      if (words.ends_with(ending)) words.remove_suffix(ending.size());
    }
    std::vector<std::string_view> codes;
    for (const Country& country : knowledge_.countries(words)) codes.push_back(country.code);
    for (const Country& country : knowledge_.nationalities(words)) codes.push_back(country.code);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
  }

  /// An office of no country is one of an international body, or one of which each country has its own.
  void add_office(std::string_view key, std::string_view country) {
    Reading& reading = add(ReadingKind::office, key, country);
    for (const Tenure& row : knowledge_.holders(key, country, on_)) {
      reading.offices.push_back(office_of(row, on_));
      if (reading.sector.empty()) reading.sector = row.sector;
    }
  }

  void add_places() {
    std::vector<PlaceRow> rows = knowledge_.places(name_);
    rows.resize(std::min(rows.size(), kMost));
    for (const PlaceRow& row : rows) {
      Reading& reading = add(ReadingKind::place, row.name, row.country);
      reading.detail = row.capital ? "capital" : name_of(row.precision);
      reading.region = row.admin1;
      reading.latitude = row.latitude;
      reading.longitude = row.longitude;
      reading.id = row.id;
    }
  }

  void add_role() {
    const Role role = knowledge_.role(name_);
    if (!role.noun.empty()) add(ReadingKind::role, role.noun, "").sector = role.sector;
  }

  const Knowledge& knowledge_;
  std::string_view name_;
  year_month_day on_;
  std::vector<Reading> found_;
};

}  // namespace

std::string_view name_of(ReadingKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::vector<Reading> readings_of(std::string_view name, year_month_day on, const std::filesystem::path& knowledge) {
  const Knowledge tables(knowledge.empty() ? find_data("knowledge/dateline.tables") : knowledge);
  return Reader(tables, name, on).read();
}

}  // namespace dateline
