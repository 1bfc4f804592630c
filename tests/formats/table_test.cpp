// The table for people.
#include <dateline/formats.h>
#include <gtest/gtest.h>

#include <sstream>

#include "full_record.h"

namespace dateline {
namespace {

using testing::full_report;

TEST(Table, SaysWhoDidWhatToWhom) {
  EXPECT_EQ(to_table(full_report(), false),
            "full  2025-06-18  Coast Press  Engineers\n"
            "  AID:relief to COOPERATE  Norway (NOR GOV) -> Chad (TCD)  [future, 0.81]\n"
            "    where Abéché, TCD\n"
            "    when  2025-06-16\n"
            "    count 40 tents [other]\n"
            "    says  Zoë Lind (JRN) on 2025-06-17\n"
            "    \"Citing Zoë, Oslo said it gave Chad 40 tents in Abéché on Monday.\"\n\n");
}

TEST(Table, SaysThatThereAreNoEvents) {
  Report report = full_report();
  report.events.clear();
  EXPECT_EQ(to_table(report, false), "full  2025-06-18  Coast Press  Engineers\n  no events\n\n");
}

TEST(Table, NamesNobodyWhereTheReportNamesNobody) {
  Report report = full_report();
  report.events[0].actors.clear();
  report.events[0].recipients.clear();
  EXPECT_NE(to_table(report, false).find("  AID:relief to COOPERATE  somebody  [future"), std::string::npos);
}

TEST(Table, IsAsWideAsTheTerminal) {
  std::istringstream lines(to_table(full_report(), false, 40));
  std::size_t evidence = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("    ") || line.find_first_not_of(' ') != 4) continue;
    ++evidence;
    EXPECT_LE(line.size(), 44U) << line;  // characters of two bytes
  }
  EXPECT_GT(evidence, 4U);
}

TEST(Table, HasColoursOnlyIfAsked) {
  EXPECT_EQ(to_table(full_report(), false).find('\033'), std::string::npos);
  EXPECT_NE(to_table(full_report(), true).find("\033[1m"), std::string::npos);
}

TEST(Explanation, NamesEveryRecord) {
  const std::string text = to_explanation(full_report());
  EXPECT_NE(text.find("RECORD"), std::string::npos);
  EXPECT_NE(text.find("sense:AID/give"), std::string::npos);
}

}  // namespace
}  // namespace dateline
