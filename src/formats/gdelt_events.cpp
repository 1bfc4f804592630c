// GDELT 2.0, table of events: one row for each source and target. What it measures and Dateline does not (tone, places
// of actors, ethnic groups) stays empty.
#include <fmt/core.h>

#include <set>

#include "formats/actor_codes.h"
#include "formats/cameo_codes.h"
#include "formats/cells.h"
#include "formats/country_codes.h"
#include "formats/dyads.h"
#include "formats/writers.h"

namespace dateline {
namespace {

using Day = std::chrono::year_month_day;

/// YYYY + (MONTH * 30 + DAY) / 365, GDELT's own formula: the last days of December lie beyond the year's end.
std::string fraction_date(Day day) {
  constexpr double kMonth = 30;
  constexpr double kYear = 365;
  const double days = kMonth * static_cast<unsigned>(day.month()) + static_cast<unsigned>(day.day());
  return fmt::format("{:.4f}", static_cast<int>(day.year()) + days / kYear);
}

/// SQLDATE, MonthYear, Year, FractionDate.
void add_day(Cells& cells, const std::optional<Day>& day) {
  constexpr std::size_t kMonthDigits = 6;
  constexpr std::size_t kYearDigits = 4;
  const std::string digits = day ? compact(*day) : std::string();
  cells.push_back(digits);
  cells.push_back(digits.substr(0, kMonthDigits));
  cells.push_back(digits.substr(0, kYearDigits));
  cells.push_back(day ? fraction_date(*day) : std::string());
}

/// Ten columns.
void add_actor(Cells& cells, const Actor* actor) {
  const CameoActor codes = cameo_actor(actor);
  cells.insert(cells.end(), {codes.code(), actor == nullptr ? std::string() : in_capitals(actor->name), codes.country,
                             codes.group, "", codes.religion, "", codes.role, "", ""});
}

/// The lead tells the root event: the first sentence, or the first paragraph where paragraphs are known.
bool is_in_lead(const Telling& telling) {
  const Report& report = *telling.report;
  return telling.event->sentence == 0 ||
         (!report.paragraphs.empty() && telling.event->trigger.end <= report.paragraphs.front().end);
}

/// IsRootEvent to GoldsteinScale.
void add_code(Cells& cells, const ExportedRecord& record) {
  const std::string& cameo = record.main.event->cameo;
  const CameoCode* code = find_cameo(cameo);
  const int quad = cameo.empty() ? record.main.event->quad : cameo_quad(cameo);
  cells.emplace_back(is_in_lead(record.main) ? "1" : "0");
  cells.insert(cells.end(), {cameo_event(cameo), cameo_base(cameo), cameo_root(cameo)});
  cells.push_back(quad == 0 ? std::string() : std::to_string(quad));
  cells.push_back(code == nullptr ? std::string() : decimal(code->goldstein));
}

/// NumMentions, NumSources, NumArticles, AvgTone.
void add_coverage(Cells& cells, const ExportedRecord& record) {
  std::set<std::string> publishers;
  std::set<std::int64_t> reports;
  const auto all = tellings(record);
  for (const Telling& telling : all) {
    publishers.insert(telling.report->publisher);
    reports.insert(report_number(*telling.report));
  }
  cells.insert(cells.end(), {std::to_string(all.size()), std::to_string(publishers.size()),
                             std::to_string(reports.size()), std::string()});
}

/// GDELT's kinds of place; 0 for none.
int geo_type(const Place& place) {
  constexpr int kCountry = 1, kState = 2, kCity = 3, kWorldCity = 4, kWorldState = 5;
  const bool american = place.country == "USA";
  switch (place.precision) {
    case PlacePrecision::country:
      return kCountry;
    case PlacePrecision::admin1:
      return american ? kState : kWorldState;
    case PlacePrecision::admin2:
    case PlacePrecision::city:
    case PlacePrecision::place:
      break;
  }
  return american ? kCity : kWorldCity;
}

/// "Abéché, Ouaddaï, Chad".
std::string full_name(const Place& place) {
  std::string out = place.name;
  if (place.precision == PlacePrecision::country) return out;
  if (!place.admin1.empty() && place.admin1 != place.name) out.append(", ").append(place.admin1);
  if (!place.country.empty()) out.append(", ").append(country_name(place.country));
  return out;
}

/// Eight columns. The code of a region and the id of a feature are other systems' (FIPS, GNS), which the tables lack;
/// for a country both are its own code.
void add_place(Cells& cells, const std::optional<Place>& place) {
  constexpr std::size_t kColumns = 8;
  if (!place) {
    cells.emplace_back("0");
    cells.resize(cells.size() + kColumns - 1);
    return;
  }
  const std::string country = fips_code(place->country);
  const std::string own = place->precision == PlacePrecision::country ? country : std::string();
  cells.insert(cells.end(), {std::to_string(geo_type(*place)), full_name(*place), country, own, "",
                             place->located ? decimal(place->latitude) : std::string(),
                             place->located ? decimal(place->longitude) : std::string(), own});
}

std::string row(const ExportedRecord& record, const Dyad& dyad, std::size_t number) {
  const Report& report = *record.main.report;
  Cells cells = {std::to_string(row_number(record.id, number))};
  add_day(cells, day_of(record));
  add_actor(cells, dyad.source);
  add_actor(cells, dyad.target);
  add_code(cells, record);
  add_coverage(cells, record);
  add_place(cells, std::nullopt);
  add_place(cells, std::nullopt);
  add_place(cells, record.main.event->place);
  cells.push_back(report.published ? compact(*report.published) + "000000" : std::string());
  cells.push_back(report.url.empty() ? report.id : report.url);
  return tsv_line(cells);
}

}  // namespace

std::vector<FormatColumn> gdelt_events_columns() {
  constexpr std::string_view kText = "string", kInteger = "int64", kNumber = "double";
  return {{"GLOBALEVENTID", kInteger},
          {"SQLDATE", kInteger},
          {"MonthYear", kInteger},
          {"Year", kInteger},
          {"FractionDate", kNumber},
          {"Actor1Code", kText},
          {"Actor1Name", kText},
          {"Actor1CountryCode", kText},
          {"Actor1KnownGroupCode", kText},
          {"Actor1EthnicCode", kText},
          {"Actor1Religion1Code", kText},
          {"Actor1Religion2Code", kText},
          {"Actor1Type1Code", kText},
          {"Actor1Type2Code", kText},
          {"Actor1Type3Code", kText},
          {"Actor2Code", kText},
          {"Actor2Name", kText},
          {"Actor2CountryCode", kText},
          {"Actor2KnownGroupCode", kText},
          {"Actor2EthnicCode", kText},
          {"Actor2Religion1Code", kText},
          {"Actor2Religion2Code", kText},
          {"Actor2Type1Code", kText},
          {"Actor2Type2Code", kText},
          {"Actor2Type3Code", kText},
          {"IsRootEvent", kInteger},
          {"EventCode", kText},
          {"EventBaseCode", kText},
          {"EventRootCode", kText},
          {"QuadClass", kInteger},
          {"GoldsteinScale", kNumber},
          {"NumMentions", kInteger},
          {"NumSources", kInteger},
          {"NumArticles", kInteger},
          {"AvgTone", kNumber},
          {"Actor1Geo_Type", kInteger},
          {"Actor1Geo_FullName", kText},
          {"Actor1Geo_CountryCode", kText},
          {"Actor1Geo_ADM1Code", kText},
          {"Actor1Geo_ADM2Code", kText},
          {"Actor1Geo_Lat", kNumber},
          {"Actor1Geo_Long", kNumber},
          {"Actor1Geo_FeatureID", kText},
          {"Actor2Geo_Type", kInteger},
          {"Actor2Geo_FullName", kText},
          {"Actor2Geo_CountryCode", kText},
          {"Actor2Geo_ADM1Code", kText},
          {"Actor2Geo_ADM2Code", kText},
          {"Actor2Geo_Lat", kNumber},
          {"Actor2Geo_Long", kNumber},
          {"Actor2Geo_FeatureID", kText},
          {"ActionGeo_Type", kInteger},
          {"ActionGeo_FullName", kText},
          {"ActionGeo_CountryCode", kText},
          {"ActionGeo_ADM1Code", kText},
          {"ActionGeo_ADM2Code", kText},
          {"ActionGeo_Lat", kNumber},
          {"ActionGeo_Long", kNumber},
          {"ActionGeo_FeatureID", kText},
          {"DATEADDED", kInteger},
          {"SOURCEURL", kText}};
}

std::string gdelt_events_rows(const ExportedRecord& record) {
  std::string out;
  const auto pairs = dyads(*record.main.event);
  for (std::size_t i = 0; i < pairs.size(); ++i) out.append(row(record, pairs[i], i));
  return out;
}

}  // namespace dateline
