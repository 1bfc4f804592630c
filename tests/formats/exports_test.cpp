// Formats of others: a golden file each, and what every one of them promises. To write the golden files anew (and then
// read the difference): DATELINE_WRITE_GOLDEN=1 build/release/tests/test_formats.
#include <dateline/formats.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "export_records.h"
#include "formats/actor_codes.h"
#include "formats/cameo_codes.h"
#include "formats/cells.h"
#include "formats/country_codes.h"
#include "formats/dyads.h"

namespace dateline {
namespace {

using testing::export_reports;

std::string file_of(const Format& format, const std::vector<Report>& reports) {
  Exporter exporter(format);
  std::string out = exporter.begin();
  for (const Report& report : reports) {
    for (const Event& event : report.events) out.append(exporter.write(exported(report, event)));
  }
  return out.append(exporter.end());
}

std::vector<std::vector<std::string>> cells_of(const std::string& table) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    auto& row = rows.emplace_back();
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      row.push_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return rows;
}

/// The cell of that column in one row of a table without header.
std::string cell(const char* format, const Report& report, std::size_t row, std::string_view column) {
  const Format& f = *find_format(format);
  const auto rows = cells_of(find_format(format)->rows(exported(report, report.events[0])));
  const auto at =
      std::find_if(f.columns.begin(), f.columns.end(), [&](const FormatColumn& c) { return c.name == column; });
  return rows.at(row).at(static_cast<std::size_t>(at - f.columns.begin()));
}

void expect_golden(const Format& format, const std::string& folder, const std::string& now) {
  const std::string path = std::string(DATELINE_SOURCE_DIR) + "/tests/formats/" + folder + "/" +
                           std::string(format.name) + "." + std::string(format.extension);
  if (std::getenv("DATELINE_WRITE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << now;
  std::ifstream in(path, std::ios::binary);
  std::stringstream golden;
  golden << in.rdbuf();
  EXPECT_EQ(now, golden.str()) << format.name;
}

TEST(Exports, AreAsTheGoldenFiles) {
  for (const Format& format : formats()) expect_golden(format, "golden", file_of(format, export_reports()));
}

TEST(Exports, OfStoriesAreAsTheGoldenFiles) {
  const std::vector<Report> reports = testing::story_reports();
  std::vector<Telling> tellings;
  for (const Report& report : reports) tellings.push_back({&report, report.events.data()});
  for (const Format& format : formats()) {
    Exporter exporter(format);
    const std::string begin = exporter.begin();
    const std::string row = exporter.write(exported_story("s7", tellings));
    expect_golden(format, "golden_stories", begin + row + exporter.end());
  }
}

TEST(Exports, HaveTheColumnsOfTheirFormats) {
  const std::pair<const char*, std::size_t> wanted[] = {{"polecat", 40},        {"icews", 20},   {"gdelt", 61},
                                                        {"gdelt-mentions", 16}, {"phoenix", 26}, {"petrarch", 8}};
  for (const auto& [name, columns] : wanted) {
    const Format* format = find_format(name);
    ASSERT_NE(format, nullptr) << name;
    EXPECT_EQ(format->columns.size(), columns) << name;
    const auto rows = cells_of(file_of(*format, export_reports()));
    EXPECT_GE(rows.size(), 4U) << name;
    for (const auto& row : rows) EXPECT_EQ(row.size(), columns) << name << ": " << row.front();
  }
  EXPECT_EQ(find_format("xml"), nullptr);
}

TEST(Exports, LeaveOutWhatTheyWouldTellWrongly) {
  Exporter exporter(*find_format("gdelt"));
  const Report denied = testing::denial();
  EXPECT_EQ(exporter.write(exported(denied, denied.events[0])), "");
  EXPECT_EQ(exporter.left_out(), 1U);
  Event event;
  event.status = Status::future;
  EXPECT_FALSE(happened_plainly(event));
  event.type = "AGREE";
  EXPECT_TRUE(happened_plainly(event));
  event.status = Status::historical;
  EXPECT_FALSE(happened_plainly(event)) << "background without a date would be dated as news";
  event.date = EventDate{{3, 7}, testing::june(1), testing::june(1), DatePrecision::day};
  EXPECT_TRUE(happened_plainly(event));
}

TEST(Exports, GiveEachDyadARow) {
  const Report meeting = testing::meeting();
  EXPECT_EQ(cells_of(find_format("petrarch")->rows(exported(meeting, meeting.events[0]))).size(), 2U);
  const Report attack = testing::attack();
  EXPECT_EQ(cell("gdelt", attack, 0, "Actor2Code"), "TCDMIL");
  EXPECT_EQ(cell("gdelt", attack, 1, "Actor2Code"), "TCDCVL");
  EXPECT_NE(cell("gdelt", attack, 0, "GLOBALEVENTID"), cell("gdelt", attack, 1, "GLOBALEVENTID"));
  EXPECT_EQ(cell("gdelt", attack, 1, "GLOBALEVENTID"), cell("gdelt-mentions", attack, 1, "GLOBALEVENTID"));
}

TEST(Exports, SpeakTheCodesOfTheirFormats) {
  const Report meeting = testing::meeting();
  EXPECT_EQ(cell("gdelt", meeting, 0, "Actor1Code"), "IGOEUREEC");
  EXPECT_EQ(cell("gdelt", meeting, 0, "Actor2Code"), "ROM");
  EXPECT_EQ(cell("gdelt", meeting, 0, "EventCode"), "040");
  EXPECT_EQ(cell("gdelt", meeting, 0, "FractionDate"), "2025.5397");  // (6 * 30 + 17) / 365
  EXPECT_EQ(cell("gdelt", meeting, 0, "ActionGeo_CountryCode"), "RO");
  EXPECT_EQ(cell("gdelt", meeting, 0, "ActionGeo_Type"), "4");
  EXPECT_EQ(cell("phoenix", meeting, 0, "SourceActorRole"), "EUR");
  EXPECT_EQ(cell("polecat", meeting, 0, "Actor COW"), "None; 360");
  EXPECT_EQ(cell("polecat", meeting, 0, "Event Mode"), "None");
  EXPECT_EQ(cell("icews", meeting, 1, "Source Country"), "Romania");
  EXPECT_EQ(cell("phoenix", testing::bare(), 0, "SourceActorFull"), "---");
}

TEST(Exports, CountTheReportsOfAStory) {
  const Report first = testing::attack();
  Report second = first;
  second.id = "south-9";
  second.publisher = "South";
  ExportedRecord story = exported(first, first.events[0], "s1");
  story.id = "s1";
  story.others = {{&second, &second.events[0]}};
  const auto events = cells_of(find_format("gdelt")->rows(story));
  EXPECT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0][31], "2");  // NumMentions
  EXPECT_EQ(events[0][32], "2");  // NumSources
  EXPECT_EQ(cells_of(find_format("gdelt-mentions")->rows(story)).size(), 4U);
  EXPECT_NE(find_format("phoenix")->rows(story).find("Север;South"), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(find_format("columns")->rows(story))["records"], 2);
}

TEST(Exports, AreValidWhateverAReportHolds) {
  Report report = testing::meeting();
  report.title = "caf\xe9 \xff\x01";
  report.publisher =
      "a\xe2\x80\xa8"
      "b\x7f";
  for (const Format& format : formats()) {
    if (format.name == "jsonl") continue;  // readers give it valid text
    const std::string out = format.rows(exported(report, report.events[0]));
    EXPECT_EQ(valid(out), out) << format.name;
  }
  EXPECT_EQ(cell("icews", report, 0, "Publisher"), "a b ");
}

TEST(Exports, HaveASchema) {
  const auto schema = nlohmann::json::parse(to_schema(*find_format("columns")));
  const Report bare = testing::bare();
  const auto row = nlohmann::json::parse(find_format("columns")->rows(exported(bare, bare.events[0])));
  EXPECT_EQ(schema["columns"].size(), row.size());
  const std::set<std::string> types = {"string", "date", "int64", "double", "list<string>", "list<double>"};
  for (const auto& column : schema["columns"]) {
    EXPECT_TRUE(row.contains(column["name"])) << column;
    EXPECT_TRUE(types.contains(column["type"])) << column;
  }
}

TEST(CameoCodes, KnowTheirFamilies) {
  EXPECT_EQ(find_cameo("0333")->goldstein, 5.2);
  EXPECT_EQ(find_cameo("1929")->code, "192") << "an unknown code is what stands above it";
  EXPECT_EQ(find_cameo("99"), nullptr);
  EXPECT_EQ(cameo_event("18"), "180");
  EXPECT_EQ(cameo_base("0333"), "033");
  EXPECT_EQ(cameo_quad("057"), 1);
  EXPECT_EQ(cameo_quad("06"), 2);
  EXPECT_EQ(cameo_quad("139"), 3);
  EXPECT_EQ(cameo_quad("2042"), 4);
  EXPECT_EQ(cameo_quad(""), 0);
}

TEST(CountryCodes, AreThoseOfTheirSystems) {
  EXPECT_EQ(fips_code("RUS"), "RS");
  EXPECT_EQ(fips_code("CHE"), "SZ");
  EXPECT_EQ(cow_number("PRK"), "731");
  EXPECT_EQ(cow_number("XKX"), "347");
  EXPECT_EQ(find_country("GBR")->cow_abbreviation, "UKG");
  EXPECT_EQ(cow_number("PSE"), "");
  EXPECT_EQ(country_name("TCD"), "Chad");
  EXPECT_EQ(country_name(""), "");
}

TEST(Cells, AreEscaped) {
  EXPECT_EQ(csv_line({"a,b", "say \"x\"\n", "", "Ж"}), "\"a,b\",\"say \"\"x\"\"\n\",,Ж\r\n");
  EXPECT_EQ(tsv_line({"", "a\tb\r\nc", "\"q\""}, "None"), "None\ta b  c\t'q'\n");
  EXPECT_EQ(joined({"a;b", "", "c"}, "None"), "a,b; None; c");
  EXPECT_EQ(joined({"", ""}, "None"), "");
  EXPECT_EQ(decimal(-0.0), "0");
  EXPECT_EQ(decimal(1e-7), "0");
  EXPECT_EQ(decimal(100), "100");
  EXPECT_EQ(decimal(-3.40), "-3.4");
}

}  // namespace
}  // namespace dateline
