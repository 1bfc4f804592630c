// ICEWS: one row for each source and target, CAMEO codes, countries by name.
#include "formats/actor_codes.h"
#include "formats/cameo_codes.h"
#include "formats/cells.h"
#include "formats/country_codes.h"
#include "formats/dyads.h"
#include "formats/writers.h"
#include "report/dates.h"

namespace dateline {
namespace {

/// Name, sectors, country.
void add_actor(Cells& cells, const Actor* actor) {
  const Actor nobody;
  const Actor& a = actor == nullptr ? nobody : *actor;
  cells.push_back(a.name);
  cells.push_back(sector_words(a));
  cells.push_back(country_name(a.country));
}

/// City, district, province, country, latitude, longitude.
void add_place(Cells& cells, const Event& event) {
  const Place place = event.place.value_or(Place{});
  const auto name_if = [&](PlacePrecision p) { return place.precision == p ? place.name : std::string(); };
  cells.push_back(name_if(PlacePrecision::city));
  cells.push_back(name_if(PlacePrecision::admin2));
  cells.push_back(place.admin1.empty() ? name_if(PlacePrecision::admin1) : place.admin1);
  cells.push_back(country_name(place.country));
  cells.push_back(place.located ? decimal(place.latitude) : std::string());
  cells.push_back(place.located ? decimal(place.longitude) : std::string());
}

std::string row(const ExportedRecord& record, const Dyad& dyad, std::size_t number) {
  const Event& event = *record.main.event;
  const auto day = day_of(record);
  const CameoCode* code = find_cameo(event.cameo);
  Cells cells = {std::to_string(row_number(record.id, number)), day ? iso(*day) : std::string()};
  add_actor(cells, dyad.source);
  cells.emplace_back(code == nullptr ? std::string_view() : code->words);
  cells.push_back(cameo_event(event.cameo));
  cells.push_back(code == nullptr ? std::string() : decimal(code->goldstein));
  add_actor(cells, dyad.target);
  cells.push_back(std::to_string(report_number(*record.main.report)));
  cells.push_back(std::to_string(sentence_number(record.main)));
  cells.push_back(record.main.report->publisher);
  add_place(cells, event);
  return tsv_line(cells);
}

}  // namespace

std::vector<FormatColumn> icews_columns() {
  constexpr std::string_view kText = "string", kInteger = "int64", kNumber = "double";
  return {
      {"Event ID", kInteger},        {"Event Date", "date"},    {"Source Name", kText},    {"Source Sectors", kText},
      {"Source Country", kText},     {"Event Text", kText},     {"CAMEO Code", kText},     {"Intensity", kNumber},
      {"Target Name", kText},        {"Target Sectors", kText}, {"Target Country", kText}, {"Story ID", kInteger},
      {"Sentence Number", kInteger}, {"Publisher", kText},      {"City", kText},           {"District", kText},
      {"Province", kText},           {"Country", kText},        {"Latitude", kNumber},     {"Longitude", kNumber}};
}

std::string icews_rows(const ExportedRecord& record) {
  std::string out;
  const auto pairs = dyads(*record.main.event);
  for (std::size_t i = 0; i < pairs.size(); ++i) out.append(row(record, pairs[i], i));
  return out;
}

}  // namespace dateline
