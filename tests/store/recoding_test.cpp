// Coding again, and decisions that outlive it.
#include "hand_made.h"
#include "store_files.h"

namespace dateline {
namespace {

using testing::actor;
using testing::small_archive;
using testing::sql;

class Recoding : public testing::StoreTest {
 protected:
  Recoding() { store_.add(small_archive(), "first"); }

  std::string id_of(const std::string& type) const {
    const auto found = store_.find({.types = {type}, .with_rejected = true}).records;
    return found.empty() ? "" : found[0].id;
  }

  /// Everything coded again as `change` has it.
  template <typename Change>
  RecodeOutcome again(const std::string& coder, Change change) {
    RecodeOutcome all;
    for (auto reports = store_.stale(coder, 2); !reports.empty(); reports = store_.stale(coder, 2)) {
      for (Report& report : reports) {
        EXPECT_TRUE(report.events.empty()) << "as read";
        for (const Report& coded : small_archive()) {
          if (coded.text != report.text) continue;
          report.sentences = coded.sentences;
          report.events = coded.events;
        }
        change(report);
      }
      const RecodeOutcome part = store_.recode(reports, coder);
      all.reports += part.reports;
      all.unchanged += part.unchanged;
      all.marks_kept += part.marks_kept;
      all.marks_open += part.marks_open;
      all.changes.insert(all.changes.end(), part.changes.begin(), part.changes.end());
    }
    return all;
  }

  Store store_ = made();
};

TEST_F(Recoding, WithTheSameResultChangesOnlyTheCoder) {
  EXPECT_EQ(store_.stale_count("first"), 0U);
  EXPECT_EQ(store_.stale_count("second"), 3U);
  const auto before = sql(path(), "SELECT * FROM record ORDER BY id; SELECT * FROM participant");
  const RecodeOutcome outcome = again("second", [](Report&) {});
  EXPECT_EQ(outcome.reports, 3U);
  EXPECT_EQ(outcome.unchanged, 4U);
  EXPECT_TRUE(outcome.changes.empty());
  EXPECT_EQ(sql(path(), "SELECT * FROM record ORDER BY id; SELECT * FROM participant"), before);
  EXPECT_EQ(store_.stale_count("second"), 0U);
}

TEST_F(Recoding, SaysWhatChanged) {
  const std::string assault = id_of("ASSAULT");
  const RecodeOutcome outcome = again("second", [](Report& report) {
    if (report.id == "mines") {
      report.events[1].type = "COERCE";            // at the same trigger
      report.events.erase(report.events.begin());  // no longer coded
      report.events[0].place = testing::place("Sumy", "UKR", 50.9, 34.8);
    }
    if (report.id == "talks") testing::tell(report, "Swiss", "COOPERATE", actor("Switzerland", "CHE"));
  });
  EXPECT_EQ(outcome.unchanged, 2U);
  ASSERT_EQ(outcome.changes.size(), 3U);
  EXPECT_EQ(outcome.changes[0].kind, RecordChange::Kind::changed);
  EXPECT_EQ(outcome.changes[0].before, assault);
  EXPECT_EQ(outcome.changes[0].after, id_of("COERCE"));
  EXPECT_EQ(outcome.changes[0].fields, (std::vector<std::string>{"event", "place"}));
  EXPECT_EQ(outcome.changes[1].kind, RecordChange::Kind::removed);
  EXPECT_EQ(outcome.changes[2].kind, RecordChange::Kind::added);
  EXPECT_TRUE(store_.find({.types = {"ASSAULT"}}).records.empty());
  EXPECT_EQ(store_.find({.types = {"COERCE"}, .place = "Sumy"}).records.size(), 1U);
  EXPECT_EQ(store_.check().faults, std::vector<std::string>{});
}

TEST_F(Recoding, EndsAsIfTheReportsHadBeenCodedSoAtFirst) {
  const auto change = [](Report& report) {
    if (report.id == "mines") report.events[0].status = Status::negated;
  };
  again("second", change);
  Store other = made("other.db");
  auto reports = small_archive();
  for (Report& report : reports) change(report);
  other.add(reports, "second");
  const char* said = "SELECT text, position, code, type, status, place, confidence FROM record ORDER BY text, position";
  EXPECT_EQ(sql(path(), said), sql(path("other.db"), said));
}

TEST_F(Recoding, KeepsMarks) {
  const std::string assault = id_of("ASSAULT");
  const std::string agree = id_of("AGREE");
  store_.mark(assault, "record", Verdict::wrong, "a film");
  store_.mark(agree, "place", Verdict::right);
  EXPECT_TRUE(store_.find({.types = {"ASSAULT"}}).records.empty()) << "rejected";
  EXPECT_EQ(store_.find({.types = {"ASSAULT"}, .with_rejected = true}).records.size(), 1U);
  RecodeOutcome outcome = again("second", [](Report& report) {
    for (Event& event : report.events) event.confidence = 0.5;
  });
  EXPECT_EQ(outcome.marks_kept, 2U);
  EXPECT_TRUE(store_.find({.types = {"ASSAULT"}}).records.empty());
  outcome = again("third", [](Report& report) {
    if (report.id == "mines") report.events[1].type = "COERCE";
  });
  EXPECT_EQ(outcome.marks_open, 1U) << "another type was not judged";
  EXPECT_EQ(store_.find({.types = {"COERCE"}}).records.size(), 1U);
  again("fourth", [](Report&) {});
  EXPECT_TRUE(store_.find({.types = {"ASSAULT"}}).records.empty()) << "and holds again for what was judged";
  const auto marks = store_.marks();
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].record, assault);
  EXPECT_EQ(marks[0].note, "a film");
  EXPECT_EQ(marks[0].value, "ASSAULT");
  EXPECT_EQ(marks[0].trigger, "shelled");
  EXPECT_TRUE(marks[0].holds);
  EXPECT_EQ(marks[1].value, "Kursk||RUS");
}

TEST_F(Recoding, RefusesWhatTheStoreHasNot) {
  const Report other = testing::report_of("x", "Words.");
  EXPECT_THROW(store_.recode({&other, 1}, "second"), Error);
}

TEST_F(Recoding, MarksCanBeTakenBackAndReplaced) {
  const std::string id = id_of("ASSAULT");
  store_.mark(id, "record", Verdict::wrong);
  store_.mark(id, "record", Verdict::right);
  EXPECT_EQ(store_.find({.types = {"ASSAULT"}}).records.size(), 1U);
  EXPECT_EQ(store_.marks().size(), 1U);
  EXPECT_TRUE(store_.unmark(id, "record"));
  EXPECT_FALSE(store_.unmark(id, "record"));
  EXPECT_TRUE(store_.marks().empty());
  EXPECT_THROW(store_.mark(id, "colour", Verdict::wrong), Error);
  EXPECT_THROW(store_.mark("0123456789abcdef", "record", Verdict::wrong), Error);
}

TEST_F(Recoding, KeepsDecisionsOnStories) {
  store_.decide({true, id_of("AGREE"), id_of("RETREAT")});
  store_.decide({false, id_of("RETREAT"), id_of("AGREE")});
  again("second", [](Report& report) {
    for (Event& event : report.events) event.type += "X";
  });
  const auto decisions = store_.story_decisions();
  ASSERT_EQ(decisions.size(), 1U) << "the later decision on the same two";
  EXPECT_FALSE(decisions[0].join);
  EXPECT_EQ(decisions[0].first, id_of("AGREEX"));
  EXPECT_EQ(decisions[0].second, id_of("RETREATX"));
}

TEST_F(Recoding, LeavesUnchangedRecordsInTheirStories) {
  const std::string assault = store_.find({.types = {"ASSAULT"}}).records[0].story;
  EXPECT_FALSE(assault.empty());
  again("second", [](Report& report) {
    if (report.id == "mines") report.events[0].status = Status::negated;
  });
  EXPECT_EQ(store_.find({.types = {"ASSAULT"}}).records[0].story, assault);
  EXPECT_EQ(store_.records_of(assault).size(), 1U);
  EXPECT_EQ(store_.stories({.since = testing::day(2024, 10, 5)}).size(), 3U);
  EXPECT_TRUE(store_.stories({.since = testing::day(2030, 1, 1)}).empty());
  EXPECT_TRUE(store_.records_of(assault.substr(1)).empty());
}

}  // namespace
}  // namespace dateline
