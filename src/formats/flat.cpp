// Each column stands beside what fills it, so that names, types and values cannot drift apart. Lists of one kind
// (actors_name, actors_country, …) have the same length and order.
#include "formats/flat.h"

#include <cmath>

#include "formats/cells.h"
#include "report/dates.h"
#include "text/code_points.h"

namespace dateline {
namespace {

/// A record with what its columns need.
struct Row {
  const ExportedRecord& record;
  const Report& report;
  const Event& event;
  const Sentence& sentence;
  Span text, trigger;  ///< in code points
};

struct Column {
  FormatColumn name;
  FlatValue (*value)(const Row&);
};

FlatValue text(std::string_view value) { return value.empty() ? FlatValue() : FlatValue(std::string(value)); }

FlatValue integer(std::uint64_t value) { return static_cast<std::int64_t>(value); }

FlatValue rounded(double value) {
  constexpr double kThousand = 1000;
  return std::round(value * kThousand) / kThousand;
}

std::string day(const std::optional<std::chrono::year_month_day>& value) { return value ? iso(*value) : std::string(); }

template <typename Item, typename Field>
FlatValue strings(const std::vector<Item>& items, Field field) {
  Strings out;
  for (const Item& item : items) out.emplace_back(field(item));
  return out;
}

template <typename Field>
FlatValue numbers(const std::vector<Count>& counts, Field field) {
  Numbers out;
  for (const Count& count : counts) out.push_back(field(count));
  return out;
}

const Segment& segment_of(const Row& row) {
  static const Segment none;
  return row.sentence.segment < row.report.segments.size() ? row.report.segments[row.sentence.segment] : none;
}

template <typename Field>
FlatValue of_place(const Row& row, Field field) {
  return row.event.place ? field(*row.event.place) : FlatValue();
}

template <typename Field>
FlatValue of_date(const Row& row, Field field) {
  const auto& date = row.event.date;
  return date && date->precision != DatePrecision::unknown ? field(*date) : FlatValue();
}

FlatValue actor_texts(const Row& row, const std::vector<Actor>& actors) {
  return strings(actors, [&](const Actor& a) { return row.report.slice(a.span); });
}

std::vector<Actor> claimants(const Row& row) {
  std::vector<Actor> actors;
  for (const Source& source : row.event.sources) actors.push_back(source.actor);
  return actors;
}

constexpr auto kName = [](const Actor& a) { return a.name; };
constexpr auto kCountry = [](const Actor& a) { return a.country; };
constexpr auto kSector = [](const Actor& a) { return a.sector; };
constexpr auto kId = [](const Actor& a) { return a.id; };

constexpr std::string_view kText = "string", kDay = "date", kInteger = "int64", kNumber = "double",
                           kTexts = "list<string>", kNumbers = "list<double>";

using R = const Row&;

const std::vector<Column> kReportColumns = {
    {{"id", kText}, [](R r) { return text(r.record.id); }},
    {{"story", kText}, [](R r) { return text(r.record.story); }},
    {{"records", kInteger}, [](R r) { return integer(1 + r.record.others.size()); }},
    {{"report_id", kText}, [](R r) { return text(r.report.id); }},
    {{"url", kText}, [](R r) { return text(r.report.url); }},
    {{"title", kText}, [](R r) { return text(r.report.title); }},
    {{"publisher", kText}, [](R r) { return text(r.report.publisher); }},
    {{"published", kDay}, [](R r) { return text(day(r.report.published)); }},
    {{"segment", kText}, [](R r) { return text(segment_of(r).role); }},
    {{"speaker", kText}, [](R r) { return text(segment_of(r).speaker); }},
    {{"text", kText}, [](R r) { return text(r.report.slice(r.sentence.span)); }},
    {{"text_begin", kInteger}, [](R r) { return integer(r.text.begin); }},
    {{"text_end", kInteger}, [](R r) { return integer(r.text.end); }},
    {{"trigger", kText}, [](R r) { return text(r.report.slice(r.event.trigger)); }},
    {{"trigger_begin", kInteger}, [](R r) { return integer(r.trigger.begin); }},
    {{"trigger_end", kInteger}, [](R r) { return integer(r.trigger.end); }},
};

const std::vector<Column> kTypeColumns = {
    {{"event", kText}, [](R r) { return text(r.event.type); }},
    {{"mode", kText}, [](R r) { return text(r.event.mode); }},
    {{"contexts", kTexts}, [](R r) { return FlatValue(r.event.contexts); }},
    {{"quad", kInteger},
     [](R r) { return r.event.quad > 0 ? integer(static_cast<unsigned>(r.event.quad)) : FlatValue(); }},
    {{"intensity", kNumber}, [](R r) { return FlatValue(r.event.intensity); }},
    {{"act", kText}, [](R r) { return text(r.event.act); }},
    {{"cameo", kText}, [](R r) { return text(r.event.cameo); }},
    {{"status", kText}, [](R r) { return text(name_of(r.event.status)); }},
};

const std::vector<Column> kActorColumns = {
    {{"actors_text", kTexts}, [](R r) { return actor_texts(r, r.event.actors); }},
    {{"actors_name", kTexts}, [](R r) { return strings(r.event.actors, kName); }},
    {{"actors_country", kTexts}, [](R r) { return strings(r.event.actors, kCountry); }},
    {{"actors_sector", kTexts}, [](R r) { return strings(r.event.actors, kSector); }},
    {{"actors_id", kTexts}, [](R r) { return strings(r.event.actors, kId); }},
    {{"recipients_text", kTexts}, [](R r) { return actor_texts(r, r.event.recipients); }},
    {{"recipients_name", kTexts}, [](R r) { return strings(r.event.recipients, kName); }},
    {{"recipients_country", kTexts}, [](R r) { return strings(r.event.recipients, kCountry); }},
    {{"recipients_sector", kTexts}, [](R r) { return strings(r.event.recipients, kSector); }},
    {{"recipients_id", kTexts}, [](R r) { return strings(r.event.recipients, kId); }},
};

const std::vector<Column> kSettingColumns = {
    {{"place", kText}, [](R r) { return of_place(r, [](const Place& p) { return text(p.name); }); }},
    {{"place_text", kText},
     [](R r) { return of_place(r, [&](const Place& p) { return text(r.report.slice(p.span)); }); }},
    {{"place_country", kText}, [](R r) { return of_place(r, [](const Place& p) { return text(p.country); }); }},
    {{"place_admin1", kText}, [](R r) { return of_place(r, [](const Place& p) { return text(p.admin1); }); }},
    {{"latitude", kNumber},
     [](R r) { return of_place(r, [](const Place& p) { return p.located ? FlatValue(p.latitude) : FlatValue(); }); }},
    {{"longitude", kNumber},
     [](R r) { return of_place(r, [](const Place& p) { return p.located ? FlatValue(p.longitude) : FlatValue(); }); }},
    {{"place_precision", kText},
     [](R r) { return of_place(r, [](const Place& p) { return text(name_of(p.precision)); }); }},
    {{"place_id", kText}, [](R r) { return of_place(r, [](const Place& p) { return text(p.id); }); }},
    {{"date_start", kDay}, [](R r) { return of_date(r, [](const EventDate& d) { return text(iso(d.start)); }); }},
    {{"date_end", kDay}, [](R r) { return of_date(r, [](const EventDate& d) { return text(iso(d.end)); }); }},
    {{"date_precision", kText},
     [](R r) { return of_date(r, [](const EventDate& d) { return text(name_of(d.precision)); }); }},
    {{"date_text", kText},
     [](R r) { return of_date(r, [&](const EventDate& d) { return text(r.report.slice(d.span)); }); }},
};

const std::vector<Column> kCountColumns = {
    {{"counts_text", kTexts},
     [](R r) { return strings(r.event.counts, [&](const Count& c) { return r.report.slice(c.span); }); }},
    {{"counts_value", kNumbers}, [](R r) { return numbers(r.event.counts, [](const Count& c) { return c.value; }); }},
    {{"counts_low", kNumbers}, [](R r) { return numbers(r.event.counts, [](const Count& c) { return c.low; }); }},
    {{"counts_high", kNumbers}, [](R r) { return numbers(r.event.counts, [](const Count& c) { return c.high; }); }},
    {{"counts_unit", kTexts}, [](R r) { return strings(r.event.counts, [](const Count& c) { return c.unit; }); }},
    {{"counts_role", kTexts},
     [](R r) { return strings(r.event.counts, [](const Count& c) { return name_of(c.role); }); }},
};

const std::vector<Column> kSourceColumns = {
    {{"sources_text", kTexts}, [](R r) { return actor_texts(r, claimants(r)); }},
    {{"sources_name", kTexts}, [](R r) { return strings(claimants(r), kName); }},
    {{"sources_country", kTexts}, [](R r) { return strings(claimants(r), kCountry); }},
    {{"sources_sector", kTexts}, [](R r) { return strings(claimants(r), kSector); }},
    {{"sources_id", kTexts}, [](R r) { return strings(claimants(r), kId); }},
    {{"sources_verb", kTexts}, [](R r) { return strings(r.event.sources, [](const Source& s) { return s.verb; }); }},
    {{"sources_said_on", kTexts},
     [](R r) { return strings(r.event.sources, [](const Source& s) { return day(s.said_on); }); }},
    {{"confidence", kNumber}, [](R r) { return rounded(r.event.confidence); }},
    {{"because", kTexts}, [](R r) { return FlatValue(r.event.because); }},
};

const std::vector<Column>& columns() {
  static const std::vector<Column> all = [] {
    std::vector<Column> out;
    for (const auto* part :
         {&kReportColumns, &kTypeColumns, &kActorColumns, &kSettingColumns, &kCountColumns, &kSourceColumns})
      out.insert(out.end(), part->begin(), part->end());
    return out;
  }();
  return all;
}

nlohmann::ordered_json item_of(const Strings& items) {
  auto out = nlohmann::ordered_json::array();
  for (const std::string& item : items)
    out.push_back(item.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(valid(item)));
  return out;
}

nlohmann::ordered_json item_of(const Numbers& items) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& item : items) out.push_back(item ? nlohmann::ordered_json(*item) : nlohmann::ordered_json());
  return out;
}

nlohmann::ordered_json item_of(std::monostate /*missing*/) { return nullptr; }
nlohmann::ordered_json item_of(const std::string& item) { return valid(item); }
nlohmann::ordered_json item_of(std::int64_t item) { return item; }
nlohmann::ordered_json item_of(double item) { return item; }

}  // namespace

const std::vector<FormatColumn>& flat_columns() {
  static const std::vector<FormatColumn> names = [] {
    std::vector<FormatColumn> out;
    for (const Column& column : columns()) out.push_back(column.name);
    return out;
  }();
  return names;
}

std::vector<FlatValue> flat_values(const ExportedRecord& record) {
  const Report& report = *record.main.report;
  const Event& event = *record.main.event;
  const Sentence& sentence = report.sentences[event.sentence];
  const CodePointIndex code_points(report.text);
  const Row row{record, report, event, sentence, code_points(sentence.span), code_points(event.trigger)};
  std::vector<FlatValue> out;
  for (const Column& column : columns()) out.push_back(column.value(row));
  return out;
}

nlohmann::ordered_json json_of(const FlatValue& value) {
  return std::visit([](const auto& item) { return item_of(item); }, value);
}

}  // namespace dateline
