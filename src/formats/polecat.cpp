// POLECAT: one row a record; compound actors are lists joined by "; ", whose items keep their order from column to
// column.
#include <algorithm>

#include "formats/cells.h"
#include "formats/country_codes.h"
#include "formats/dyads.h"
#include "formats/writers.h"
#include "report/dates.h"

namespace dateline {
namespace {

constexpr std::string_view kMissing = "None";

std::string quad_words(int quad) {
  constexpr std::string_view kWords[] = {"", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT",
                                         "MATERIAL CONFLICT"};
  return quad >= 1 && quad <= 4 ? std::string(kWords[quad]) : std::string();
}

template <typename Field>
std::string each(const std::vector<Actor>& actors, Field field) {
  Cells items;
  for (const Actor& actor : actors) items.emplace_back(field(actor));
  return joined(items, kMissing);
}

std::string primary_sector(const std::vector<Actor>& actors) {
  const auto found = std::find_if(actors.begin(), actors.end(), [](const Actor& a) { return !a.sector.empty(); });
  return found == actors.end() ? std::string() : found->sector;
}

/// The eight columns of actors or recipients. Records have no titles.
void add_actors(Cells& cells, const Report& report, const std::vector<Actor>& actors) {
  cells.push_back(each(actors, [](const Actor& a) { return a.name; }));
  cells.push_back(each(actors, [](const Actor& a) { return a.country; }));
  cells.push_back(each(actors, [](const Actor& a) { return cow_number(a.country); }));
  cells.push_back(primary_sector(actors));
  cells.push_back(each(actors, [](const Actor& a) { return a.sector; }));
  cells.emplace_back();
  cells.push_back(each(actors, [&](const Actor& a) { return report.slice(a.span); }));
  cells.push_back(each(actors, [](const Actor& a) { return a.id; }));
}

/// GeoNames' code of what kind of place it is, as far as precision tells.
std::string feature_type(PlacePrecision precision) {
  switch (precision) {
    case PlacePrecision::country:
      return "PCLI";
    case PlacePrecision::admin1:
      return "ADM1";
    case PlacePrecision::admin2:
      return "ADM2";
    case PlacePrecision::city:
      return "PPL";
    case PlacePrecision::place:
      break;
  }
  return {};
}

std::string geonames_number(const std::string& id) {
  constexpr std::string_view kPrefix = "geonames:";
  return id.starts_with(kPrefix) ? id.substr(kPrefix.size()) : std::string();
}

/// Ten columns.
void add_place(Cells& cells, const Report& report, const Event& event) {
  const Place place = event.place.value_or(Place{});
  const auto name_if = [&](PlacePrecision p) { return place.precision == p ? place.name : std::string(); };
  cells.push_back(place.name);
  cells.push_back(name_if(PlacePrecision::city));
  cells.push_back(name_if(PlacePrecision::admin2));
  cells.push_back(place.admin1.empty() ? name_if(PlacePrecision::admin1) : place.admin1);
  cells.push_back(place.country);
  cells.push_back(place.located ? decimal(place.latitude) : std::string());
  cells.push_back(place.located ? decimal(place.longitude) : std::string());
  cells.push_back(geonames_number(place.id));
  cells.emplace_back(report.slice(place.span));
  cells.push_back(event.place ? feature_type(place.precision) : std::string());
}

/// Names of one kind in the report, each once.
std::string story_names(const Report& report, NameKind kind) {
  Cells names;
  for (const Name& name : report.names) {
    std::string words(report.slice(name.span));
    if (name.kind == kind && std::find(names.begin(), names.end(), words) == names.end())
      names.push_back(std::move(words));
  }
  return joined(names, kMissing);
}

/// Seven columns.
void add_story(Cells& cells, const Report& report) {
  cells.push_back(report.publisher);
  cells.push_back(report.published ? iso(*report.published) : std::string());
  for (const NameKind kind : {NameKind::person, NameKind::organisation, NameKind::location})
    cells.push_back(story_names(report, kind));
  cells.emplace_back("en");
  cells.emplace_back("Dateline record 1");
}

}  // namespace

std::vector<FormatColumn> polecat_columns() {
  constexpr std::string_view kText = "string", kDay = "date", kNumber = "double", kList = "list<string>";
  return {{"Event ID", kText},
          {"Event Date", kDay},
          {"Event Type", kText},
          {"Event Mode", kText},
          {"Intensity", kNumber},
          {"Quad Code", kText},
          {"Contexts", kList},
          {"Actor Name", kList},
          {"Actor Country", kList},
          {"Actor COW", kList},
          {"Primary Actor Sector", kText},
          {"Actor Sectors", kList},
          {"Actor Title", kText},
          {"Actor Name Raw", kList},
          {"Wikipedia Actor ID", kList},
          {"Recipient Name", kList},
          {"Recipient Country", kList},
          {"Recipient COW", kList},
          {"Primary Recipient Sector", kText},
          {"Recipient Sectors", kList},
          {"Recipient Title", kText},
          {"Recipient Name Raw", kList},
          {"Wikipedia Recipient ID", kList},
          {"Placename", kText},
          {"City", kText},
          {"District", kText},
          {"Province", kText},
          {"Country", kText},
          {"Latitude", kNumber},
          {"Longitude", kNumber},
          {"GeoNames ID", kText},
          {"Raw Placename", kText},
          {"Feature Type", kText},
          {"Source", kText},
          {"Publication Date", kDay},
          {"Story People", kList},
          {"Story Organizations", kList},
          {"Story Locations", kList},
          {"Language", kText},
          {"Version", kText}};
}

std::string polecat_rows(const ExportedRecord& record) {
  const Report& report = *record.main.report;
  const Event& event = *record.main.event;
  const auto day = day_of(record);
  Cells cells = {record.id,
                 day ? iso(*day) : std::string(),
                 event.type,
                 event.mode,
                 decimal(event.intensity),
                 quad_words(event.quad),
                 joined(event.contexts)};
  add_actors(cells, report, event.actors);
  add_actors(cells, report, event.recipients);
  add_place(cells, report, event);
  add_story(cells, report);
  return tsv_line(cells, kMissing);
}

}  // namespace dateline
