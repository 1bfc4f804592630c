// Phoenix: one row for each source and target; actor codes whole and in their parts.
#include "formats/cameo_codes.h"
#include "formats/dyad_texts.h"
#include "formats/writers.h"

namespace dateline {
namespace {

/// Whole code, then its first, second and further three letters: entity, role, attribute.
void add_actor(Cells& cells, const Actor* actor) {
  constexpr std::size_t kPart = 3;
  const std::string code = known(cameo_actor(actor).code());
  cells.push_back(code);
  cells.push_back(code.substr(0, kPart));
  cells.push_back(code.size() > kPart ? code.substr(kPart, kPart) : std::string());
  cells.push_back(code.size() > 2 * kPart ? code.substr(2 * kPart) : std::string());
}

/// Date, year, month, day.
void add_day(Cells& cells, const std::optional<std::chrono::year_month_day>& day) {
  if (!day) return cells.resize(cells.size() + 4);
  const std::string digits = compact(*day);
  cells.insert(cells.end(), {digits, digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)});
}

/// Phoenix counts statements and appeals (roots 01 and 02) as class 0.
int phoenix_quad(const std::string& root) { return root == "01" || root == "02" ? 0 : cameo_quad(root); }

/// Code, root, class, Goldstein score.
void add_code(Cells& cells, const std::string& cameo) {
  const CameoCode* code = find_cameo(cameo);
  cells.push_back(known(cameo_event(cameo)));
  cells.push_back(known(cameo_root(cameo)));
  cells.push_back(cameo.empty() ? std::string() : std::to_string(phoenix_quad(cameo_root(cameo))));
  cells.push_back(code == nullptr ? std::string() : decimal(code->goldstein));
}

/// Latitude, longitude, place, state, country.
void add_place(Cells& cells, const Place& place) {
  const bool region = place.precision == PlacePrecision::admin1;
  cells.push_back(place.located ? decimal(place.latitude) : std::string());
  cells.push_back(place.located ? decimal(place.longitude) : std::string());
  cells.push_back(place.name);
  cells.push_back(place.admin1.empty() && region ? place.name : place.admin1);
  cells.push_back(place.country);
}

/// An address stays one where semicolons part the list.
std::string listed_url(const Telling& telling) {
  std::string out;
  for (const char c : telling.report->url) out.append(c == ';' ? "%3B" : std::string(1, c));
  return out;
}

std::string row(const ExportedRecord& record, const Dyad& dyad, std::size_t number) {
  const Event& event = *record.main.event;
  Cells cells = {"1_" + std::to_string(row_number(record.id, number))};
  add_day(cells, day_of(record));
  add_actor(cells, dyad.source);
  add_actor(cells, dyad.target);
  add_code(cells, event.cameo);
  cells.push_back(issues(event));
  add_place(cells, event.place.value_or(Place{}));
  cells.push_back(each_telling(record, sentence_id));
  cells.push_back(each_telling(record, listed_url));
  cells.push_back(each_telling(record, publisher_of));
  return tsv_line(cells);
}

}  // namespace

std::vector<FormatColumn> phoenix_columns() {
  constexpr std::string_view kText = "string", kInteger = "int64", kNumber = "double", kList = "list<string>";
  return {{"EventID", kText},
          {"Date", kInteger},
          {"Year", kInteger},
          {"Month", kInteger},
          {"Day", kInteger},
          {"SourceActorFull", kText},
          {"SourceActorEntity", kText},
          {"SourceActorRole", kText},
          {"SourceActorAttribute", kText},
          {"TargetActorFull", kText},
          {"TargetActorEntity", kText},
          {"TargetActorRole", kText},
          {"TargetActorAttribute", kText},
          {"EventCode", kText},
          {"EventRootCode", kText},
          {"QuadClass", kInteger},
          {"GoldsteinScore", kNumber},
          {"Issues", kText},
          {"Lat", kNumber},
          {"Lon", kNumber},
          {"LocationName", kText},
          {"StateName", kText},
          {"CountryCode", kText},
          {"SentenceID", kList},
          {"URLs", kList},
          {"NewsSources", kList}};
}

std::string phoenix_rows(const ExportedRecord& record) {
  std::string out;
  const auto pairs = dyads(*record.main.event);
  for (std::size_t i = 0; i < pairs.size(); ++i) out.append(row(record, pairs[i], i));
  return out;
}

}  // namespace dateline
