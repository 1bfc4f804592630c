// JSON lines: every field of the record, and spans that count code points.
#include <dateline/formats.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "full_record.h"

namespace dateline {
namespace {

using Json = nlohmann::json;
using testing::full_report;

/// The code points [begin, end) of a UTF-8 text.
std::string slice_code_points(const std::string& text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t count = 0;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (!continues) ++count;
    if (count > begin && count <= end) out += c;
  }
  return out;
}

/// Checks every span beneath `node` that stands beside a text, and counts them.
std::size_t check_spans(const Json& node, const std::string& text) {
  std::size_t checked = 0;
  if (node.is_object() && node.contains("span")) {
    EXPECT_EQ(slice_code_points(text, node["span"][0], node["span"][1]), node["text"]);
    ++checked;
  }
  if (!node.is_structured()) return checked;
  for (const Json& child : node) checked += check_spans(child, text);
  return checked;
}

TEST(JsonLines, HaveEveryField) {
  const Report report = full_report();
  const Json record = Json::parse(to_jsonl(report));
  const Json expected = Json::parse(R"({
    "report": {"id": "full", "url": "https://example.org/1", "title": "Engineers", "publisher": "Coast Press",
               "published": "2025-06-18", "segment": "Reporter", "speaker": "Zoë Lind"},
    "text": "Citing Zoë, Oslo said it gave Chad 40 tents in Abéché on Monday.", "span": [3, 67],
    "trigger": {"text": "gave", "span": [28, 32]},
    "event": "AID", "mode": "relief", "contexts": ["disaster"], "quad": 2, "intensity": 7.5, "act": "COOPERATE",
    "cameo": "073", "status": "future",
    "actors": [{"text": "Oslo", "span": [15, 19], "name": "Norway", "country": "NOR", "sector": "GOV", "id": "Q20"}],
    "recipients": [{"text": "Chad", "span": [33, 37], "name": "Chad", "country": "TCD"}],
    "place": {"text": "Abéché", "span": [50, 56], "name": "Abéché", "country": "TCD", "admin1": "Ouaddaï",
              "lat": 13.83, "lon": 20.83, "precision": "city", "id": "geonames:245785"},
    "date": {"text": "Monday", "span": [60, 66], "start": "2025-06-16", "end": "2025-06-16", "precision": "day"},
    "counts": [{"text": "40", "span": [38, 40], "value": 40.0, "low": 35.0, "high": 45.0, "unit": "tents", "role": "other"}],
    "sources": [{"text": "Zoë", "span": [10, 13], "name": "Zoë Lind", "sector": "JRN", "verb": "cite", "said_on": "2025-06-17"}],
    "confidence": 0.813, "because": ["sense:AID/give"]})");
  Json without_id = record;
  without_id.erase("id");
  EXPECT_EQ(without_id, expected);
  EXPECT_EQ(record["id"], record_id(report, report.events[0]));
}

TEST(JsonLines, SliceTheirTextByCodePoints) {
  const Report report = full_report();
  EXPECT_EQ(check_spans(Json::parse(to_jsonl(report)), report.text), 8U);
}

TEST(JsonLines, LeaveOutWhatHasNothingToSay) {
  Report report = full_report();
  const Event& full = report.events[0];
  Event bare;
  bare.sentence = full.sentence;
  bare.trigger = full.trigger;
  bare.type = "AID";
  report.events = {bare};
  const Json record = Json::parse(to_jsonl(report));
  for (const char* field : {"mode", "contexts", "act", "cameo", "place", "date", "counts", "sources"})
    EXPECT_FALSE(record.contains(field)) << field;
  EXPECT_EQ(record["actors"], Json::array());
  EXPECT_EQ(record["recipients"], Json::array());
}

TEST(JsonLines, AreOneLineARecord) {
  Report report = full_report();
  report.text[report.text.find(" in ")] = '\n';
  report.events.push_back(report.events[0]);
  const std::string lines = to_jsonl(report);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  EXPECT_EQ(lines.back(), '\n');
  report.events.clear();
  EXPECT_EQ(to_jsonl(report), "");
}

TEST(RecordId, TellsRecordsApart) {
  const Report report = full_report();
  const std::string id = record_id(report, report.events[0]);
  EXPECT_EQ(id.size(), 16U);
  EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos);
  const auto changed = [&](auto change) {
    Report other = report;
    change(other);
    return record_id(other, other.events[0]);
  };
  EXPECT_NE(id, changed([](Report& r) { r.id = "other"; }));
  EXPECT_NE(id, changed([](Report& r) { r.events[0].type = "AGREE"; }));
  EXPECT_NE(id, changed([](Report& r) { r.events[0].trigger.begin += 1; }));
  EXPECT_NE(id, changed([](Report& r) { r.events[0].actors[0].country = "SWE"; }));
  EXPECT_EQ(id, changed([](Report& r) { r.events[0].confidence = 0.1; })) << "confidence is no part of identity";
}

}  // namespace
}  // namespace dateline
