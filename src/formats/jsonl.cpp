// JSON lines in the order of fields that docs/formats/record.md gives.
#include <dateline/formats.h>

#include <nlohmann/json.hpp>

#include "formats/writers.h"
#include "report/dates.h"
#include "text/code_points.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

/// Writes one report's records; spans become code points.
class Writer {
 public:
  explicit Writer(const Report& report) : report_(report), code_points_(report.text) {}

  Json record(const Event& event, std::string_view story = {}) const {
    const Sentence& sentence = report_.sentences[event.sentence];
    Json out;
    out["id"] = record_id(report_, event);
    out["report"] = report(sentence);
    out["text"] = report_.slice(sentence.span);
    out["span"] = span(sentence.span);
    out["trigger"] = {{"text", report_.slice(event.trigger)}, {"span", span(event.trigger)}};
    put_type(out, event);
    out["status"] = name_of(event.status);
    out["actors"] = list(event.actors);
    out["recipients"] = list(event.recipients);
    if (event.place) out["place"] = place(*event.place);
    if (event.date) out["date"] = date(*event.date);
    for (const Count& item : event.counts) out["counts"].push_back(count(item));
    for (const Source& item : event.sources) out["sources"].push_back(source(item));
    out["confidence"] = rounded(event.confidence);
    out["because"] = event.because;
    put(out, "story", story);
    return out;
  }

 private:
  static double rounded(double value) { return std::round(value * 1000) / 1000; }

  static void put(Json& out, const char* key, std::string_view value) {
    if (!value.empty()) out[key] = value;
  }

  Json span(Span bytes) const {
    const Span s = code_points_(bytes);
    return {s.begin, s.end};
  }

  void put_text(Json& out, Span bytes) const {
    if (bytes.empty()) return;
    out["text"] = report_.slice(bytes);
    out["span"] = span(bytes);
  }

  Json report(const Sentence& sentence) const {
    Json out;
    out["id"] = report_.id;
    put(out, "url", report_.url);
    put(out, "title", report_.title);
    put(out, "publisher", report_.publisher);
    if (report_.published) out["published"] = iso(*report_.published);
    if (sentence.segment < report_.segments.size()) {
      put(out, "segment", report_.segments[sentence.segment].role);
      put(out, "speaker", report_.segments[sentence.segment].speaker);
    }
    return out;
  }

  static void put_type(Json& out, const Event& event) {
    out["event"] = event.type;
    put(out, "mode", event.mode);
    if (!event.contexts.empty()) out["contexts"] = event.contexts;
    out["quad"] = event.quad;
    out["intensity"] = event.intensity;
    put(out, "act", event.act);
    put(out, "cameo", event.cameo);
  }

  Json actor(const Actor& actor) const {
    Json out;
    put_text(out, actor.span);
    put(out, "name", actor.name);
    put(out, "country", actor.country);
    put(out, "sector", actor.sector);
    put(out, "id", actor.id);
    return out;
  }

  Json list(const std::vector<Actor>& actors) const {
    Json out = Json::array();
    for (const Actor& item : actors) out.push_back(actor(item));
    return out;
  }

  Json place(const Place& place) const {
    Json out;
    put_text(out, place.span);
    put(out, "name", place.name);
    put(out, "country", place.country);
    put(out, "admin1", place.admin1);
    if (place.located) {
      out["lat"] = place.latitude;
      out["lon"] = place.longitude;
    }
    out["precision"] = name_of(place.precision);
    put(out, "id", place.id);
    return out;
  }

  Json date(const EventDate& date) const {
    Json out;
    put_text(out, date.span);
    if (date.precision != DatePrecision::unknown) {
      out["start"] = iso(date.start);
      out["end"] = iso(date.end);
    }
    out["precision"] = name_of(date.precision);
    return out;
  }

  Json count(const Count& count) const {
    Json out;
    put_text(out, count.span);
    if (count.value) out["value"] = *count.value;
    if (count.low) out["low"] = *count.low;
    if (count.high) out["high"] = *count.high;
    put(out, "unit", count.unit);
    out["role"] = name_of(count.role);
    return out;
  }

  Json source(const Source& source) const {
    Json out = actor(source.actor);
    put(out, "verb", source.verb);
    if (source.said_on) out["said_on"] = iso(*source.said_on);
    return out;
  }

  const Report& report_;
  CodePointIndex code_points_;
};

}  // namespace

std::string to_jsonl(const Report& report) {
  if (report.events.empty()) return {};
  const Writer writer(report);
  std::string out;
  for (const Event& event : report.events) out.append(writer.record(event).dump()).append("\n");
  return out;
}

std::string to_jsonl(const Report& report, const Event& event, std::string_view story) {
  return Writer(report).record(event, story).dump() + "\n";
}

std::string jsonl_rows(const ExportedRecord& record) {
  Json out = Writer(*record.main.report).record(*record.main.event, record.story);
  for (const Telling& other : record.others) out["others"].push_back(Writer(*other.report).record(*other.event));
  return out.dump() + "\n";
}

}  // namespace dateline
