#include "knowledge/knowledge.h"

#include <algorithm>
#include <limits>
#include <string>

#include "knowledge/name_index.h"
#include "knowledge/place_ids.h"
#include "knowledge/rows.h"
#include "knowledge/table_file.h"

namespace dateline {
namespace {

using std::chrono::year_month_day;

constexpr std::string_view kLeader = "leader";

double degrees(std::int32_t hundred_thousandths) { return hundred_thousandths / 100000.0; }

std::int32_t day_number(year_month_day date) {
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

year_month_day date_of(std::int32_t day) {
  using namespace std::chrono;
  if (day == std::numeric_limits<std::int32_t>::min()) return year_month_day{year::min(), January, std::chrono::day{1}};
  if (day == std::numeric_limits<std::int32_t>::max())
    return year_month_day{year::max(), December, std::chrono::day{31}};
  return year_month_day{sys_days{days{day}}};
}

}  // namespace

/// The mapped file, its sections and the reading of its rows.
class Knowledge::Tables {
 public:
  explicit Tables(const std::filesystem::path& path) : file(path) {}

  TableFile file;
  std::span<const rows::Country> countries = file.rows<rows::Country>("CTRY");
  std::span<const std::uint8_t> neighbours = file.rows<std::uint8_t>("NEIG");
  std::span<const rows::Place> places = file.rows<rows::Place>("PLAC");
  std::span<const std::uint32_t> regions = file.rows<std::uint32_t>("REGI");
  std::span<const std::uint32_t> offices = file.rows<std::uint32_t>("OFFI");
  std::span<const rows::Tenure> tenures = file.rows<rows::Tenure>("TENU");
  std::span<const rows::Organisation> organisations = file.rows<rows::Organisation>("ORGA");
  std::span<const rows::Role> roles = file.rows<rows::Role>("ROLE");
  std::span<const std::uint32_t> sectors = file.rows<std::uint32_t>("SECT");
  std::span<const std::uint32_t> about = file.rows<std::uint32_t>("ABOU");

  NameIndex country_names{file, "CTR"};
  NameIndex nationality_words{file, "NAT"};
  NameIndex place_names{file, "PLA"};
  NameIndex unlikely_places{file, "UNL"};
  NameIndex office_phrases{file, "OFF"};
  NameIndex people_names{file, "PEO"};
  NameIndex organisation_names{file, "ORG"};
  NameIndex role_nouns{file, "ROL"};
  mutable PlaceIds place_ids;

  /// A string of a table of strings; empty for `kNone` and all else outside.
  std::string_view text(std::span<const std::uint32_t> table, std::size_t index) const {
    return index < table.size() ? file.text(table[index]) : std::string_view{};
  }
  std::string_view country_code(std::size_t index) const {
    return index < countries.size() ? file.text(countries[index].code) : std::string_view{};
  }

  Country read(const rows::Country& row) const {
    return {.code = file.text(row.code),
            .name = file.text(row.name),
            .capital = file.text(row.capital),
            .latitude = degrees(row.latitude),
            .longitude = degrees(row.longitude),
            .id = file.text(row.id)};
  }

  PlaceRow read(const rows::Place& row) const {
    return {.name = file.text(row.name),
            .country = country_code(row.country),
            .admin1 = text(regions, row.region),
            .latitude = degrees(row.latitude),
            .longitude = degrees(row.longitude),
            .population = row.population,
            .precision = static_cast<PlacePrecision>(row.flags & 7),
            .id = place_ids.text(row.id),
            .capital = (row.flags & 8) != 0};
  }

  Tenure read(const rows::Tenure& row) const {
    return {.person = file.text(row.person),
            .position = file.text(row.position),
            .office = text(offices, row.office),
            .country = country_code(row.country),
            .sector = text(sectors, row.sector),
            .start = date_of(row.start),
            .end = date_of(row.end),
            .id = file.text(row.id)};
  }

  Organisation read(const rows::Organisation& row) const {
    return {.name = file.text(row.name),
            .country = country_code(row.country),
            .sector = text(sectors, row.sector),
            .kind = static_cast<OrganisationKind>(row.kind),
            .id = file.text(row.id)};
  }

  /// Rows of `table` under `name` in `index`.
  template <typename Value, typename Row>
  std::vector<Value> find(const NameIndex& index, std::span<const Row> table, std::string_view name) const {
    std::vector<Value> found;
    for (const std::uint32_t row : index.find(name)) {
      if (row < table.size()) found.push_back(read(table[row]));
    }
    return found;
  }

  /// Row number of a code; `kNone` if unknown, which is also what "" (international bodies) has.
  std::uint8_t country_row(std::string_view code) const {
    const auto at =
        std::lower_bound(countries.begin(), countries.end(), code,
                         [&](const rows::Country& row, std::string_view c) { return file.text(row.code) < c; });
    if (at == countries.end() || file.text(at->code) != code) return rows::kNone;
    return static_cast<std::uint8_t>(at - countries.begin());
  }

  /// Row number of an office key, or of the office of the country's "leader".
  std::uint8_t office_row(std::string_view key, std::uint8_t country) const {
    if (key == kLeader) return country == rows::kNone ? rows::kNone : countries[country].leader;
    const auto at =
        std::find_if(offices.begin(), offices.end(), [&](std::uint32_t text) { return file.text(text) == key; });
    return at == offices.end() ? rows::kNone : static_cast<std::uint8_t>(at - offices.begin());
  }

  /// Tenures are sorted by office and country.
  std::span<const rows::Tenure> tenures_of(std::uint8_t office, std::uint8_t country) const {
    const auto key = [](const rows::Tenure& row) { return std::pair(row.office, row.country); };
    // Not equal_range: clang 14 cannot read the subrange of GCC 12's library.
    const auto begin = std::ranges::lower_bound(tenures, std::pair(office, country), {}, key);
    const auto end = std::ranges::upper_bound(tenures, std::pair(office, country), {}, key);
    return tenures.subspan(static_cast<std::size_t>(begin - tenures.begin()), static_cast<std::size_t>(end - begin));
  }
};

Knowledge::Knowledge(const std::filesystem::path& path) : tables_(std::make_unique<Tables>(path)) {}
Knowledge::~Knowledge() = default;
Knowledge::Knowledge(Knowledge&&) noexcept = default;

std::vector<Country> Knowledge::countries(std::string_view name) const {
  return tables_->find<Country>(tables_->country_names, tables_->countries, name);
}

std::vector<Country> Knowledge::nationalities(std::string_view word) const {
  return tables_->find<Country>(tables_->nationality_words, tables_->countries, word);
}

Country Knowledge::country(std::string_view code) const {
  const std::uint8_t row = tables_->country_row(code);
  return row == rows::kNone ? Country{} : tables_->read(tables_->countries[row]);
}

bool Knowledge::has_country(std::string_view code) const { return tables_->country_row(code) != rows::kNone; }

std::vector<std::string_view> Knowledge::neighbours(std::string_view code) const {
  const std::uint8_t row = tables_->country_row(code);
  if (row == rows::kNone) return {};
  const rows::Country& country = tables_->countries[row];
  std::vector<std::string_view> codes;
  for (std::size_t i = country.first_neighbour; i < std::size_t{country.first_neighbour} + country.neighbours; ++i) {
    if (i < tables_->neighbours.size()) codes.push_back(tables_->country_code(tables_->neighbours[i]));
  }
  return codes;
}

std::vector<PlaceRow> Knowledge::places(std::string_view name) const {
  return tables_->find<PlaceRow>(tables_->place_names, tables_->places, name);
}

bool Knowledge::is_unlikely_place(std::string_view name) const { return !tables_->unlikely_places.find(name).empty(); }

std::vector<Tenure> Knowledge::people(std::string_view name) const {
  return tables_->find<Tenure>(tables_->people_names, tables_->tenures, name);
}

std::vector<Tenure> Knowledge::holders(std::string_view office, std::string_view country, year_month_day on) const {
  const std::uint8_t country_row = tables_->country_row(country);
  if (country_row == rows::kNone && !country.empty()) return {};
  const std::uint8_t office_row = tables_->office_row(office, country_row);
  if (office_row == rows::kNone) return {};
  std::vector<Tenure> found;
  const std::int32_t day = day_number(on);
  for (const rows::Tenure& row : tables_->tenures_of(office_row, country_row)) {
    const bool known_start = row.start != std::numeric_limits<std::int32_t>::min();
    if (known_start && row.start <= day && day <= row.end) found.push_back(tables_->read(row));
  }
  std::ranges::reverse(found);  // the file has them by start: who took office last is the likeliest
  return found;
}

std::string_view Knowledge::office(std::string_view phrase) const {
  const std::vector<std::uint32_t> hits = tables_->office_phrases.find(phrase);
  return hits.empty() ? std::string_view{} : tables_->text(tables_->offices, hits.front());
}

std::vector<Organisation> Knowledge::organisations(std::string_view name) const {
  return tables_->find<Organisation>(tables_->organisation_names, tables_->organisations, name);
}

Role Knowledge::role(std::string_view noun) const {
  const std::vector<std::uint32_t> hits = tables_->role_nouns.find(noun);
  if (hits.empty() || hits.front() >= tables_->roles.size()) return {};
  const rows::Role& row = tables_->roles[hits.front()];
  return {.noun = tables_->file.text(row.noun), .sector = tables_->text(tables_->sectors, row.sector)};
}

std::string_view Knowledge::about() const { return tables_->text(tables_->about, 0); }

}  // namespace dateline
