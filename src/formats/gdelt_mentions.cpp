// GDELT 2.0, table of mentions: for each row of the table of events, one row a report that tells it.
#include <algorithm>
#include <cmath>

#include "formats/cells.h"
#include "formats/dyads.h"
#include "formats/writers.h"
#include "text/utf8.h"

namespace dateline {
namespace {

std::string midnight(const std::optional<std::chrono::year_month_day>& day) {
  return day ? compact(*day) + "000000" : std::string();
}

/// "example.org" of "https://example.org/1".
std::string host_of(const std::string& url) {
  const auto scheme = url.find("://");
  if (scheme == std::string::npos) return {};
  const std::string rest = url.substr(scheme + 3);
  return rest.substr(0, rest.find_first_of("/?#"));
}

/// Code points before the span, or -1 for none.
std::string offset_of(const Report& report, Span span) {
  return span.empty() ? "-1" : std::to_string(code_point_count(report.slice({0, span.begin})));
}

/// Where the report names that actor: another report of the event may name it elsewhere, or not at all.
std::string offset_of(const Telling& telling, const Actor* wanted) {
  if (wanted == nullptr) return "-1";
  const auto is_same = [&](const Actor& a) { return a.name == wanted->name && a.country == wanted->country; };
  for (const auto* actors : {&telling.event->actors, &telling.event->recipients}) {
    const auto found = std::find_if(actors->begin(), actors->end(), is_same);
    if (found != actors->end()) return offset_of(*telling.report, found->span);
  }
  return "-1";
}

/// 10 to 100 in steps of ten.
std::string percent(double confidence) {
  constexpr double kSteps = 10;
  return std::to_string(10 * static_cast<int>(std::clamp(std::round(confidence * kSteps), 1.0, kSteps)));
}

std::string row(const ExportedRecord& record, const Dyad& dyad, std::size_t number, const Telling& telling) {
  const Report& report = *telling.report;
  const bool web = !report.url.empty();
  const std::string host = host_of(report.url);
  return tsv_line({std::to_string(row_number(record.id, number)), midnight(day_of(record)), midnight(report.published),
                   web ? "1" : "2", host.empty() ? report.publisher : host, web ? report.url : report.id,
                   std::to_string(sentence_number(telling)), offset_of(telling, dyad.source),
                   offset_of(telling, dyad.target), offset_of(report, telling.event->trigger), "1",
                   percent(telling.event->confidence), std::to_string(code_point_count(report.text)), "", "", ""});
}

}  // namespace

std::vector<FormatColumn> gdelt_mentions_columns() {
  constexpr std::string_view kText = "string", kInteger = "int64";
  return {{"GLOBALEVENTID", kInteger},
          {"EventTimeDate", kInteger},
          {"MentionTimeDate", kInteger},
          {"MentionType", kInteger},
          {"MentionSourceName", kText},
          {"MentionIdentifier", kText},
          {"SentenceID", kInteger},
          {"Actor1CharOffset", kInteger},
          {"Actor2CharOffset", kInteger},
          {"ActionCharOffset", kInteger},
          {"InRawText", kInteger},
          {"Confidence", kInteger},
          {"MentionDocLen", kInteger},
          {"MentionDocTone", "double"},
          {"MentionDocTranslationInfo", kText},
          {"Extras", kText}};
}

std::string gdelt_mentions_rows(const ExportedRecord& record) {
  std::string out;
  const auto pairs = dyads(*record.main.event);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (const Telling& telling : tellings(record)) out.append(row(record, pairs[i], i, telling));
  }
  return out;
}

}  // namespace dateline
