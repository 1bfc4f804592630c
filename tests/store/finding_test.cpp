// Questions and their answers on a small archive.
#include "hand_made.h"
#include "store_files.h"

namespace dateline {
namespace {

using testing::day;

class Finding : public testing::StoreTest {
 protected:
  Finding() { store_.add(testing::small_archive(), "coder"); }

  /// Types of what is found, the latest day first.
  std::string types(const StoreQuery& query) const {
    std::string out;
    for (const StoredRecord& record : store_.find(query).records) out += (out.empty() ? "" : " ") + record.event().type;
    return out;
  }

  void expect_refused(const StoreQuery& query) const {
    try {
      store_.find(query);
      FAIL() << "not refused";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::usage) << error.what();
    }
  }

  Store store_ = made();
};

TEST_F(Finding, EverythingIsInTheOrderOfDays) {
  EXPECT_EQ(types({}), "ASSAULT RETREAT AGREE CONSULT");
  EXPECT_EQ(types({.oldest_first = true}), "CONSULT AGREE RETREAT ASSAULT");
}

TEST_F(Finding, ByActor) {
  EXPECT_EQ(types({.actors = {"PRK"}}), "AGREE");
  EXPECT_EQ(types({.actors = {"MIL"}}), "ASSAULT RETREAT");
  EXPECT_EQ(types({.actors = {"RUS GOV"}}), "CONSULT");
  EXPECT_EQ(types({.actors = {"shoigu"}}), "CONSULT");
  EXPECT_EQ(types({.actors = {"RUS", "CHE"}}), "CONSULT");
  EXPECT_EQ(types({.actors = {"north korea"}}), "AGREE");
  EXPECT_EQ(types({.actors = {"CHN"}}), "");
}

TEST_F(Finding, ByTheNameOfACountryAlsoThoseWhoBelongToIt) {
  EXPECT_EQ(types({.recipients = {"Russia"}}), "AGREE");
  EXPECT_EQ(types({.actors = {"russia"}}), "ASSAULT RETREAT CONSULT");
}

TEST_F(Finding, ByRecipientAndClaimant) {
  EXPECT_EQ(types({.recipients = {"RUS"}}), "AGREE");
  EXPECT_EQ(types({.recipients = {"CVL"}}), "ASSAULT");
  EXPECT_EQ(types({.claimants = {"RUS"}}), "AGREE");
  EXPECT_EQ(types({.claimants = {"peskov"}}), "AGREE");
  EXPECT_EQ(types({.claimants = {"PRK"}}), "");
}

TEST_F(Finding, ByTypeStatusAndContext) {
  EXPECT_EQ(types({.types = {"ASSAULT", "CONSULT"}}), "ASSAULT CONSULT");
  EXPECT_EQ(types({.types = {"RETREAT:demining"}}), "RETREAT");
  EXPECT_EQ(types({.types = {"RETREAT:other"}}), "");
  EXPECT_EQ(types({.statuses = {Status::future}}), "AGREE");
  EXPECT_EQ(types({.contexts = {"military"}}), "AGREE");
}

TEST_F(Finding, ByDay) {
  EXPECT_EQ(types({.since = day(2025, 6, 18)}), "ASSAULT RETREAT AGREE");
  EXPECT_EQ(types({.since = day(2025, 6, 19)}), "ASSAULT RETREAT");
  EXPECT_EQ(types({.until = day(2025, 7, 1)}), "RETREAT AGREE CONSULT") << "the record's own date counts";
  EXPECT_EQ(types({.since = day(2025, 7, 1), .until = day(2025, 7, 1)}), "RETREAT");
  EXPECT_EQ(types({.since = day(2025, 7, 3)}), "");
}

TEST_F(Finding, RecordsWithoutADayAreInNoPeriod) {
  Report undated = testing::report_of("undated", "Somebody protested.");
  undated.published.reset();
  testing::tell(undated, "protested", "PROTEST", testing::actor("somebody", ""));
  store_.add({&undated, 1}, "coder");
  EXPECT_EQ(types({}), "ASSAULT RETREAT AGREE CONSULT PROTEST");
  EXPECT_EQ(types({.until = day(2025, 7, 1)}), "RETREAT AGREE CONSULT");
}

TEST_F(Finding, ByPlace) {
  EXPECT_EQ(types({.country = "RUS"}), "RETREAT AGREE");
  EXPECT_EQ(types({.place = "kursk"}), "RETREAT AGREE");
  EXPECT_EQ(types({.box = GeoBox{46, 6, 47, 7}}), "CONSULT");
  EXPECT_EQ(types({.box = GeoBox{-90, 30, 90, 10}}), "RETREAT AGREE CONSULT") << "around the globe, over the date line";
  EXPECT_EQ(types({.near = GeoCircle{51.5, 36, 50}}), "RETREAT AGREE");
  EXPECT_EQ(types({.near = GeoCircle{51.5, 36, 10}}), "");
  EXPECT_EQ(types({.types = {"AGREE"}, .near = GeoCircle{51.5, 36, 50}}), "AGREE");
  EXPECT_EQ(types({.near = GeoCircle{90, 0, 6000}}), "RETREAT AGREE CONSULT");
}

TEST_F(Finding, ByWords) {
  EXPECT_EQ(types({.text = "landmines Kursk"}), "ASSAULT RETREAT");
  EXPECT_EQ(types({.text = "landmine"}), "ASSAULT RETREAT") << "words are found in their other forms";
  EXPECT_EQ(types({.text = "border"}), "AGREE") << "titles count";
  EXPECT_EQ(types({.text = "\"near Kursk\""}), "ASSAULT RETREAT");
  EXPECT_EQ(types({.text = "\"Kursk near\""}), "");
  EXPECT_EQ(types({.text = "land*"}), "ASSAULT RETREAT");
  EXPECT_EQ(types({.actors = {"PRK"}, .text = "sappers"}), "AGREE");
  EXPECT_EQ(types({.text = "OR NOT \"AND"}), "") << "no word is an operator";
}

TEST_F(Finding, SaysWhetherThereIsMore) {
  const FoundRecords two = store_.find({.limit = 2});
  EXPECT_EQ(two.records.size(), 2U);
  EXPECT_TRUE(two.more);
  const FoundRecords four = store_.find({.limit = 4});
  EXPECT_EQ(four.records.size(), 4U);
  EXPECT_FALSE(four.more);
}

TEST_F(Finding, RefusesWhatMakesNoSense) {
  expect_refused({.text = "!?"});
  expect_refused({.actors = {""}});
  expect_refused({.text = "\xff"});
  expect_refused({.box = GeoBox{50, 0, 40, 10}});
  expect_refused({.near = GeoCircle{95, 0, 10}});
  expect_refused({.near = GeoCircle{5, 0, -1}});
}

TEST_F(Finding, MayReadWhileItReads) {
  std::size_t publications = 0;
  store_.each({}, [&](const StoredRecord& record) {
    publications += store_.publications(record).size();
    return true;
  });
  EXPECT_EQ(publications, 4U);
  EXPECT_THROW(store_.each({},
                           [&](const StoredRecord& record) {
                             store_.mark(record.id, "record", Verdict::wrong);
                             return true;
                           }),
               Error);
}

TEST_F(Finding, ByIdOnlyWhatIsThere) {
  EXPECT_TRUE(store_.get("0123456789abcdef").empty());
  EXPECT_TRUE(store_.get("").empty());
  EXPECT_TRUE(store_.get("no such id").empty());
}

}  // namespace
}  // namespace dateline
