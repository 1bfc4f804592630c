// Which record of a story stands for it.
#include <dateline/formats.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "export_records.h"

namespace dateline {
namespace {

class StoryRow : public ::testing::Test {
 protected:
  /// A report with that status, and so many contexts.
  void tell(Status status, std::size_t contexts, const std::string& type = "ASSAULT") {
    Report& report = reports_.emplace_back(testing::one_sentence("r" + std::to_string(reports_.size()), "They hit."));
    report.events = {testing::event_of(report, "hit", type, "19")};
    report.events[0].status = status;
    report.events[0].contexts.resize(contexts, "military");
  }

  /// The report whose record stands for the story.
  std::string main_of(const std::string& story = "s1") {
    tellings_.clear();
    for (const Report& report : reports_) tellings_.push_back({&report, report.events.data()});
    row_ = exported_story(story, tellings_);
    return row_.main.report->id;
  }

  std::vector<Report> reports_;
  std::vector<Telling> tellings_;
  ExportedRecord row_;
};

TEST_F(StoryRow, TellsWhatHappenedBeforePlansAndDenials) {
  tell(Status::negated, 3);
  tell(Status::future, 3);
  tell(Status::historical, 3);
  tell(Status::actual, 0);
  EXPECT_EQ(main_of(), "r3");
}

TEST_F(StoryRow, TellsWhatAFormatWithoutStatusCanCarry) {
  tell(Status::future, 3);
  tell(Status::future, 0, "AGREE");
  EXPECT_EQ(main_of(), "r1");
}

TEST_F(StoryRow, SaysMostAndAmongEqualsIsTheFirst) {
  tell(Status::actual, 1);
  tell(Status::actual, 2);
  tell(Status::actual, 2);
  EXPECT_EQ(main_of(), "r1");
  EXPECT_EQ(row_.id, "s1");
  EXPECT_EQ(row_.story, "s1");
  ASSERT_EQ(row_.others.size(), 2U);
  EXPECT_EQ(row_.others[0].report->id, "r0");
  EXPECT_EQ(row_.others[1].report->id, "r2");
}

TEST_F(StoryRow, IsTheRecordWithoutAStory) {
  tell(Status::negated, 0);
  EXPECT_EQ(main_of(""), "r0");
  EXPECT_EQ(row_.id, record_id(reports_[0], reports_[0].events[0]));
  EXPECT_EQ(row_.story, "");
  EXPECT_TRUE(row_.others.empty());
}

TEST_F(StoryRow, CountsNoDenialAsAMention) {
  tell(Status::actual, 0);
  tell(Status::negated, 0);
  tell(Status::actual, 0);
  main_of();
  const auto lines = [&](const char* format) {
    const std::string rows = Exporter(*find_format(format)).write(row_);
    return std::count(rows.begin(), rows.end(), '\n');
  };
  EXPECT_EQ(lines("gdelt-mentions"), 2);
  EXPECT_NE(Exporter(*find_format("jsonl")).write(row_).find("negated"), std::string::npos);
}

}  // namespace
}  // namespace dateline
