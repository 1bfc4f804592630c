// Stories of what a query finds: each once, whole, and in the order of the query.
#include "hand_made.h"
#include "store_files.h"

namespace dateline {
namespace {

using testing::day;

class FindingStories : public testing::StoreTest {
 protected:
  /// Six protests, one a day; the first, third and last are one story, the second and fourth another.
  FindingStories() {
    for (unsigned i = 0; i < 6; ++i) {
      Report report = testing::report_of("r" + std::to_string(i), "Miners protested in town " + std::to_string(i) + ".",
                                         day(2025, 6, 10 + i));
      testing::tell(report, "protested", "PROTEST", testing::actor("miners", i == 3 ? "PER" : "CHL", "CVL"));
      store_.add({&report, 1}, "coder");
    }
    for (const StoredRecord& record : store_.find({.oldest_first = true}).records) {
      rows_.push_back(record.key);
      ids_.push_back(record.id);
    }
    testing::set_stories(path(), {{rows_[0], rows_[2], rows_[5]}, {rows_[1], rows_[3]}});
  }

  /// "s1:r0,r2,r5 :r4".
  std::string stories(const StoreQuery& query, std::size_t most = 100) const {
    std::string out;
    store_.each_story(query, [&](std::span<const StoredRecord> records) {
      out += (out.empty() ? "" : " ") + records.front().story + ":";
      for (const StoredRecord& record : records) out += (out.ends_with(':') ? "" : ",") + record.report->id;
      return --most > 0;
    });
    return out;
  }

  Store store_ = made();
  std::vector<std::int64_t> rows_;
  std::vector<std::string> ids_;
};

TEST_F(FindingStories, ComeOnceAndWhole) {
  EXPECT_EQ(stories({.oldest_first = true}), "s1:r0,r2,r5 s2:r1,r3 :r4");
  EXPECT_EQ(stories({}), "s1:r0,r2,r5 :r4 s2:r1,r3");
}

TEST_F(FindingStories, HaveARecordThatIsFound) {
  EXPECT_EQ(stories({.actors = {"PER"}}), "s2:r1,r3");
  EXPECT_EQ(stories({.since = day(2025, 6, 13), .until = day(2025, 6, 14)}), ":r4 s2:r1,r3");
  EXPECT_EQ(stories({.actors = {"CHL"}, .since = day(2025, 6, 12), .oldest_first = true}), "s1:r0,r2,r5 :r4");
  EXPECT_EQ(stories({.actors = {"BOL"}}), "");
}

TEST_F(FindingStories, AreCountedByTheLimit) {
  EXPECT_EQ(stories({.oldest_first = true, .limit = 2}), "s1:r0,r2,r5 s2:r1,r3");
  EXPECT_EQ(stories({.oldest_first = true, .limit = 3}), "s1:r0,r2,r5 s2:r1,r3 :r4");
}

TEST_F(FindingStories, EndWhenNoMoreIsWanted) { EXPECT_EQ(stories({}, 1), "s1:r0,r2,r5"); }

TEST_F(FindingStories, LeaveOutWhatWasMarkedWrong) {
  store_.mark(ids_[2], "record", Verdict::wrong);
  testing::set_stories(path(), {{rows_[0], rows_[2], rows_[5]}, {rows_[1], rows_[3]}});
  EXPECT_EQ(stories({.oldest_first = true}), "s1:r0,r5 s2:r1,r3 :r4");
  EXPECT_EQ(stories({.with_rejected = true, .oldest_first = true}), "s1:r0,r2,r5 s2:r1,r3 :r4");
}

}  // namespace
}  // namespace dateline
