// Stories: what makes two records one event, and what holds while reports come, go and are decided about.
#include <algorithm>
#include <set>

#include "hand_made.h"
#include "store/clustering.h"
#include "store/near_copies.h"
#include "store/pair_score.h"
#include "store/story_titles.h"
#include "store/story_words.h"
#include "store_files.h"

namespace dateline {
namespace {

using testing::actor;
using testing::day;
using testing::find;
using testing::sql;

/// A kidnapping near Goma, as told by one publisher on a day of June 2024.
Report kidnapping(const std::string& id, const std::string& text, unsigned told_on = 4) {
  Report report = testing::report_of(id, text, day(2024, 6, told_on));
  report.publisher = "Press " + id;
  Event& event =
      testing::tell(report, "kidnapped", "ASSAULT", actor("gunmen", "COD", "UAF"), actor("aid workers", "COD", "CVL"));
  event.mode = "abduct";
  event.quad = 4;
  event.place = testing::place("Goma", "COD", -1.67, 29.22);
  event.date = EventDate{{0, 1}, day(2024, 6, 3), day(2024, 6, 3), DatePrecision::day};
  return report;
}

Report with_count(Report report, double value) {
  report.events[0].counts = {{find(report, "aid workers"), value, {}, {}, "aid workers", CountRole::other}};
  return report;
}

Report denied(Report report, const Actor& by) {
  report.events[0].status = Status::negated;
  report.events[0].sources = {{by, "deny", {}}};
  return report;
}

Report in_bukavu(Report report) {
  report.events[0].place = testing::place("Bukavu", "COD", -2.51, 28.84);
  return report;
}

/// Four reports of one event, one of another town, one of another week.
std::vector<Report> archive() {
  Report elsewhere = in_bukavu(kidnapping("bukavu", "Gunmen kidnapped aid workers near Bukavu on Monday."));
  Report later = kidnapping("later", "Gunmen kidnapped aid workers near Goma on Monday, a week after others.", 11);
  later.events[0].date = EventDate{{0, 1}, day(2024, 6, 10), day(2024, 6, 10), DatePrecision::day};
  return {with_count(kidnapping("a", "Gunmen kidnapped six aid workers near Goma on Monday, the governor said."), 6),
          with_count(kidnapping("b", "Eight aid workers were kidnapped by gunmen near Goma, a relief agency said."), 8),
          elsewhere,
          denied(kidnapping("c", "The rebels denied that they kidnapped the aid workers near Goma."),
                 actor("M23", "COD", "REB")),
          later,
          kidnapping("d", "A search goes on for aid workers kidnapped near Goma on Monday.", 6)};
}

/// Which reports tell each story.
std::set<std::set<std::string>> groups(const Store& store) {
  std::set<std::set<std::string>> out;
  for (const Story& story : store.stories()) {
    std::set<std::string> reports;
    for (const StoredRecord& record : store.records_of(story.id)) reports.insert(record.report->id);
    out.insert(reports);
  }
  return out;
}

const std::set<std::set<std::string>> kRight = {{"a", "b", "c", "d"}, {"bukavu"}, {"later"}};

class Stories : public testing::StoreTest {
 protected:
  Stories() { store_.add(archive(), "first"); }

  std::string record_of(const std::string& report) const {
    for (const StoredRecord& record : store_.find({.with_rejected = true}).records)
      if (record.report->id == report) return record.id;
    return {};
  }
  std::string story_of(const std::string& report) const {
    const auto records = store_.get(record_of(report));
    return records.empty() ? "" : records[0].story;
  }

  Store store_ = made();
};

TEST_F(Stories, AreWhatTellsOfOneEvent) { EXPECT_EQ(groups(store_), kRight); }

TEST_F(Stories, DoNotDependOnHowReportsCome) {
  std::vector<Report> reports = archive();
  std::sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) { return a.id < b.id; });
  for (int order = 0; order < 12; ++order) {
    Store one_by_one = made("order" + std::to_string(order) + ".db");
    for (const Report& report : reports) one_by_one.add({&report, 1}, "first");
    EXPECT_EQ(groups(one_by_one), kRight);
    std::next_permutation(reports.begin(), reports.end(), [](const Report& a, const Report& b) { return a.id < b.id; });
    std::rotate(reports.begin(), reports.begin() + 1, reports.end());
  }
}

TEST_F(Stories, AreTheSameAllAtOnceAndOneByOne) {
  Store other = made("other.db");
  for (const Report& report : archive()) other.add({&report, 1}, "first");
  for (const char* table : {"story", "story_member", "story_family"}) {
    const std::string all = "SELECT * FROM " + std::string(table) + " ORDER BY 1";
    EXPECT_EQ(sql(path(), all), sql(path("other.db"), all)) << table;
  }
}

TEST_F(Stories, KeepTheirIdsWhileReportsAreAdded) {
  const std::string id = story_of("a");
  const Report more = kidnapping("e", "Relatives of aid workers kidnapped near Goma on Monday wait for news.", 7);
  store_.add({&more, 1}, "first");
  EXPECT_EQ(story_of("a"), id);
  EXPECT_EQ(story_of("e"), id);
}

TEST_F(Stories, KeepEveryClaimSideBySide) {
  const auto account = store_.account(story_of("a"));
  ASSERT_TRUE(account);
  EXPECT_EQ(account->records.size(), 4U);
  EXPECT_EQ(account->reports, 4U);
  EXPECT_EQ(account->sources, 4U);
  EXPECT_EQ(account->first_report, day(2024, 6, 4));
  EXPECT_EQ(account->latest_report, day(2024, 6, 6));
  std::vector<std::string> figures;
  for (const StoryFigure& figure : account->figures) figures.push_back(figure.text + " " + figure.claimants.at(0));
  EXPECT_EQ(figures, (std::vector<std::string>{"6 aid workers Press a", "8 aid workers Press b"}));
  std::vector<std::string> denying;
  for (const StoryClaim& claim : account->claims)
    if (claim.denies()) denying.push_back(claim.claimant.name);
  EXPECT_EQ(denying, std::vector<std::string>{"M23"});
  EXPECT_EQ(account->story.title, "gunmen → aid workers: kidnapping, 6 aid workers in Goma, 3 June 2024");
}

TEST_F(Stories, CountCopiesOnce) {
  Report copy = archive()[0];
  copy.id = "copy";
  copy.publisher = "Copy";
  copy.text += " More follows.";
  const Report own = kidnapping("a2", "Near Goma, gunmen kidnapped the aid workers on Monday evening.");
  Report same_house = own;
  same_house.publisher = "Press a";
  store_.add({&copy, 1}, "first");
  store_.add({&same_house, 1}, "first");
  const auto account = store_.account(story_of("a"));
  EXPECT_EQ(account->reports, 6U);
  EXPECT_EQ(account->sources, 4U) << "a copy, and another text of the same publisher";
}

TEST_F(Stories, AreFoundByTheirRecords) {
  EXPECT_EQ(store_.stories({.since = day(2024, 6, 10)}).size(), 1U);
  EXPECT_EQ(store_.stories({.until = day(2024, 6, 5)}).size(), 2U);
  EXPECT_EQ(store_.stories({.records = {.place = "Bukavu"}}).size(), 1U);
  EXPECT_EQ(store_.stories({.records = {.statuses = {Status::negated}}}).size(), 1U);
  EXPECT_EQ(store_.stories({.limit = 2}).size(), 2U);
  EXPECT_FALSE(store_.account("s1").has_value());
  EXPECT_FALSE(store_.account("nonsense").has_value());
}

TEST_F(Stories, AreSplitByAPerson) {
  const std::vector<std::string> apart = {record_of("b"), record_of("d")};
  store_.split(apart);
  const std::set<std::set<std::string>> wanted = {{"a", "c"}, {"b", "d"}, {"bukavu"}, {"later"}};
  EXPECT_EQ(groups(store_), wanted);
  const Report more = kidnapping("e", "Relatives of aid workers kidnapped near Goma on Monday wait for news.", 7);
  store_.add({&more, 1}, "first");
  EXPECT_NE(story_of("a"), story_of("b")) << "whatever comes between";
  EXPECT_EQ(store_.story_decisions().size(), 5U) << "one join, four splits";
}

TEST_F(Stories, AreJoinedByAPerson) {
  store_.join(story_of("a"), story_of("bukavu"));
  EXPECT_EQ(groups(store_), (std::set<std::set<std::string>>{{"a", "b", "bukavu", "c", "d"}, {"later"}}));
  store_.split(std::vector<std::string>{record_of("bukavu")});
  EXPECT_EQ(groups(store_), kRight) << "the later decision holds";
}

TEST_F(Stories, RefuseDecisionsWithoutSense) {
  const std::vector<std::string> several = {record_of("a"), record_of("later")};
  EXPECT_THROW(store_.split(several), Error);
  const std::vector<std::string> all = {record_of("later")};
  EXPECT_THROW(store_.split(all), Error);
  EXPECT_THROW(store_.split(std::vector<std::string>{"0123456789abcdef"}), Error);
  EXPECT_THROW(store_.join("s12", record_of("a")), Error);
  EXPECT_THROW(store_.decide({true, record_of("a"), record_of("a")}), Error);
  EXPECT_TRUE(store_.story_decisions().empty());
}

TEST_F(Stories, KeepDecisionsThroughCodingAgainAndRepair) {
  store_.split(std::vector<std::string>{record_of("b")});
  store_.join(record_of("later"), record_of("bukavu"));
  const auto decided = groups(store_);
  auto reports = archive();
  for (Report& report : reports) report.events[0].confidence = 0.3;
  store_.recode(reports, "second");
  EXPECT_EQ(groups(store_), decided);
  sql(path(), "DELETE FROM story_member WHERE record IN (SELECT id FROM record LIMIT 2)");
  EXPECT_FALSE(store_.check().faults.empty());
  EXPECT_FALSE(store_.check(true).repairs.empty());
  EXPECT_EQ(store_.check().faults, std::vector<std::string>{});
  EXPECT_EQ(groups(store_), decided);
}

TEST_F(Stories, LoseWhatIsNoLongerCodedSo) {
  auto reports = archive();
  reports[0] = in_bukavu(reports[0]);
  reports[1].events.clear();
  store_.recode(reports, "second");
  EXPECT_EQ(groups(store_), (std::set<std::set<std::string>>{{"a", "bukavu"}, {"c", "d"}, {"later"}}));
  EXPECT_EQ(store_.check().faults, std::vector<std::string>{});
}

TEST_F(Stories, LeaveOutWhatWasMarkedWrong) {
  const std::string wrong = record_of("d");
  store_.mark(wrong, "record", Verdict::wrong);
  EXPECT_EQ(groups(store_), (std::set<std::set<std::string>>{{"a", "b", "c"}, {"bukavu"}, {"later"}}));
  EXPECT_EQ(store_.check().faults, std::vector<std::string>{});
  store_.unmark(wrong, "record");
  EXPECT_EQ(groups(store_), kRight);
}

TEST_F(Stories, FollowANewerVersionOfAReport) {
  Report newer = in_bukavu(kidnapping("a", "Gunmen kidnapped aid workers near Bukavu, not Goma, on Monday."));
  store_.add({&newer, 1}, "first");
  EXPECT_EQ(groups(store_), (std::set<std::set<std::string>>{{"a", "bukavu"}, {"b", "c", "d"}, {"later"}}));
}

store::Sketch sketch(const Report& report, std::int64_t text) { return store::sketch_of(report, 0, 1, text); }

TEST(PairScore, IsSymmetricAndSpeaksForOneEvent) {
  const auto reports = archive();
  for (std::size_t a = 0; a < reports.size(); ++a) {
    for (std::size_t b = 0; b < reports.size(); ++b) {
      const auto x = sketch(reports[a], static_cast<std::int64_t>(a));
      const auto y = sketch(reports[b], static_cast<std::int64_t>(b));
      EXPECT_EQ(store::odds_of(x, y), store::odds_of(y, x));
    }
  }
  EXPECT_GT(store::odds_of(sketch(reports[0], 0), sketch(reports[1], 1)), 0);
  EXPECT_LT(store::odds_of(sketch(reports[0], 0), sketch(reports[2], 2)), 0) << "another town";
  EXPECT_EQ(store::odds_of(sketch(reports[0], 0), sketch(reports[4], 4)), store::kNever) << "another week";
}

TEST(PairScore, TakesTheReportsDayForAMissingDate) {
  Report dated = archive()[0];
  Report undated = archive()[1];
  undated.events[0].date.reset();
  EXPECT_GT(store::odds_of(sketch(dated, 0), sketch(undated, 1)), 0);
  undated.published = day(2024, 9, 1);
  EXPECT_LT(store::odds_of(sketch(dated, 0), sketch(undated, 1)), 0);
}

TEST(PairScore, AnotherActIsAnotherEvent) {
  Report trial = kidnapping("trial", "A court in Goma sentenced two men who had kidnapped aid workers.");
  trial.events[0].type = "SANCTION";
  trial.events[0].mode = "convict";
  trial.events[0].trigger = find(trial, "sentenced");
  trial.events[0].actors = {actor("court", "COD", "JUD")};
  EXPECT_LT(store::odds_of(sketch(archive()[1], 0), sketch(trial, 1)), 0);
  trial.events[0].quad = 1;
  EXPECT_EQ(store::odds_of(sketch(archive()[1], 0), sketch(trial, 1)), store::kNever);
}

TEST(NearCopies, AreTextsThatShareMostOfTheirWords) {
  const std::string text = "Gunmen kidnapped six aid workers near Goma on Monday, the governor of the province said.";
  const auto whole = store::shingles_of(text);
  EXPECT_TRUE(store::are_near_copies(whole, store::shingles_of("GOMA (Agency) - " + text + " More soon.")));
  EXPECT_TRUE(store::are_near_copies(whole, store::shingles_of("gunmen kidnapped six aid workers near Goma on Monday, "
                                                               "the governor said")));
  EXPECT_FALSE(store::are_near_copies(whole, store::shingles_of("Armed men took six aid workers from a road near Goma "
                                                                "on Monday, a provincial governor told reporters.")));
  EXPECT_FALSE(store::are_near_copies(store::shingles_of("Six were killed."), store::shingles_of("Six were killed.")));
}

TEST(StoryWords, AreStemsWithWeights) {
  for (const char* form : {"kidnapped", "kidnapping", "kidnaps", "kidnap"})
    EXPECT_EQ(store::stem_of(form), "kidnap") << form;
  EXPECT_EQ(store::stem_of("seized"), store::stem_of("seize"));
  EXPECT_EQ(store::stem_of("ies"), "ies");
  EXPECT_EQ(store::plain_words("6,000 men, 2, Goma’s"), (std::vector<std::string>{"6000", "men", "2", "goma", "s"}));
  EXPECT_LT(store::weight_of("said"), store::weight_of("kidnap"));
  EXPECT_FLOAT_EQ(store::overlap(store::words_of("zebras graze"), store::words_of("Zebra grazed")), 1);
  EXPECT_EQ(store::overlap({}, {}), 0);
}

TEST(Clustering, OnePairDoesNotJoinTwoStories) {
  store::OddsTable odds(4);
  for (std::size_t a = 0; a < 4; ++a)
    for (std::size_t b = a + 1; b < 4; ++b) odds.set(a, b, -2);
  odds.set(0, 1, 3);
  odds.set(2, 3, 3);
  odds.set(1, 2, 1);
  EXPECT_EQ(store::cluster(odds, {}), (std::vector<std::size_t>{0, 0, 1, 1}));
  EXPECT_EQ(store::cluster(odds, {{0, 3, true}}), (std::vector<std::size_t>{0, 0, 0, 0}));
  EXPECT_EQ(store::cluster(odds, {{0, 1, false}}), (std::vector<std::size_t>{0, 1, 2, 2}));
  EXPECT_EQ(store::cluster(odds, {{0, 1, true}, {0, 1, false}}), (std::vector<std::size_t>{0, 1, 2, 2}));
  EXPECT_EQ(store::cluster(odds, {{0, 1, false}, {0, 1, true}}), (std::vector<std::size_t>{0, 0, 1, 1}));
}

TEST(StoryTitles, AreMadeFromFields) {
  const Report troops = testing::small_archive()[0];
  Event event = troops.events[0];
  event.counts = {{{}, 6000, {}, {}, "sappers", CountRole::personnel}};
  event.date = EventDate{{0, 1}, day(2025, 6, 4), day(2025, 6, 4), DatePrecision::day};
  EXPECT_EQ(store::story_title(troops, event), "PRK → RUS: 6,000 sappers pledged for Kursk, 4 June 2025");
  event.type = "OWN_TYPE";
  event.actors.clear();
  event.recipients.clear();
  event.counts = {{{}, {}, 20, {}, "people", CountRole::dead}};
  event.status = Status::actual;
  EXPECT_EQ(store::story_title(troops, event), "own_type, at least 20 people killed in Kursk, 4 June 2025");
}

}  // namespace
}  // namespace dateline
