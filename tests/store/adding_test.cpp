// What comes in: texts once, publications, versions, and the records as they were coded.
#include <dateline/formats.h>

#include "../formats/full_record.h"
#include "hand_made.h"
#include "store_files.h"

namespace dateline {
namespace {

using testing::actor;
using testing::day;
using testing::dump;
using testing::report_of;
using testing::small_archive;
using testing::tell;

class Adding : public testing::StoreTest {};

std::vector<std::string> ids_of(const FoundRecords& found) {
  std::vector<std::string> ids;
  for (const StoredRecord& record : found.records) ids.push_back(record.report->id + ":" + record.event().type);
  return ids;
}

TEST_F(Adding, GivesBackWhatWasCoded) {
  Store store = made();
  const Report full = testing::full_report();
  EXPECT_TRUE(store.lacks(full));
  const AddOutcome outcome = store.add({&full, 1}, "coder");
  EXPECT_EQ(outcome.texts, 1U);
  EXPECT_EQ(outcome.records, 1U);
  EXPECT_FALSE(store.lacks(full));
  const auto records = store.get(record_id(full, full.events[0]));
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(to_jsonl(*records[0].report), to_jsonl(full));
  EXPECT_EQ(to_jsonl(*records[0].report, records[0].event()), to_jsonl(full));
  EXPECT_EQ(records[0].report->text, full.text);
  EXPECT_EQ(records[0].report->segments[0].speaker, "Zoë Lind");
}

TEST_F(Adding, TwiceChangesNothing) {
  Store store = made();
  const auto archive = small_archive();
  EXPECT_EQ(store.add(archive, "coder").texts, 3U);
  const std::string before = dump(path());
  EXPECT_EQ(store.add(archive, "another coder").known, 3U);
  EXPECT_EQ(dump(path()), before);
}

TEST_F(Adding, KeepsOneTextWithTwoPublications) {
  Store store = made();
  Report first = small_archive()[0];
  Report second = first;
  second.id = "elsewhere";
  second.url = "https://example.com/copy";
  second.publisher = "Hill Radio";
  second.text = "North  Korea will send sappers to Kursk, the Kremlin said.\n";  // white space does not count
  second.events.clear();
  second.sentences.clear();
  store.add({&first, 1}, "coder");
  const AddOutcome outcome = store.add({&second, 1}, "coder");
  EXPECT_EQ(outcome.publications, 1U);
  EXPECT_EQ(outcome.texts, 0U);
  const FoundRecords found = store.find({});
  ASSERT_EQ(found.records.size(), 1U);
  const auto publications = store.publications(found.records[0]);
  ASSERT_EQ(publications.size(), 2U);
  EXPECT_EQ(publications[0].publisher, "Coast Press");
  EXPECT_EQ(publications[1].url, "https://example.com/copy");
}

TEST_F(Adding, PutsANewerVersionInThePlaceOfTheOlder) {
  Store store = made();
  Report first = report_of("a", "Rebels killed four.");
  tell(first, "killed", "ASSAULT", actor("rebels", "COD", "REB"));
  Report second = report_of("a", "Rebels killed six and fled.");
  tell(second, "killed", "ASSAULT", actor("rebels", "COD", "REB"));
  tell(second, "fled", "RETREAT", actor("rebels", "COD", "REB"));
  store.add({&first, 1}, "coder");
  EXPECT_EQ(store.add({&second, 1}, "coder").versions, 1U);
  const FoundRecords found = store.find({.oldest_first = true});
  EXPECT_EQ(ids_of(found), (std::vector<std::string>{"a:ASSAULT", "a:RETREAT"}));
  EXPECT_EQ(found.records[0].report->text, second.text);
  const auto versions = store.versions(found.records[0]);
  ASSERT_EQ(versions.size(), 1U);
  EXPECT_EQ(versions[0].text, first.text);
  EXPECT_TRUE(store.find({.text = "four"}).records.empty());
  EXPECT_EQ(store.counts().texts, 2U);
  EXPECT_EQ(store.counts().current, 1U);
  EXPECT_EQ(store.add({&first, 1}, "coder").known, 1U) << "what is history is known";
  EXPECT_EQ(store.check().faults, std::vector<std::string>{});
}

TEST_F(Adding, PutsAnOlderVersionThatComesLaterIntoHistory) {
  Store store = made();
  Report second = report_of("a", "Rebels killed six.", day(2025, 6, 19));
  tell(second, "killed", "ASSAULT", actor("rebels", "COD", "REB"));
  Report first = report_of("a", "Rebels killed four.", day(2025, 6, 18));
  tell(first, "killed", "ASSAULT", actor("rebels", "COD", "REB"));
  store.add({&second, 1}, "coder");
  EXPECT_EQ(store.add({&first, 1}, "coder").versions, 1U);
  const FoundRecords found = store.find({});
  ASSERT_EQ(found.records.size(), 1U);
  EXPECT_EQ(found.records[0].report->text, second.text);
}

TEST_F(Adding, KeepsATextThatAnotherStillPublishes) {
  Store store = made();
  Report agency = report_of("agency", "Rebels killed four.");
  agency.url = "https://agency.example/1";
  tell(agency, "killed", "ASSAULT", actor("rebels", "COD", "REB"));
  Report copy = agency;
  copy.url = "https://paper.example/1";
  Report newer = report_of("agency", "Rebels killed six.");
  newer.url = agency.url;
  tell(newer, "killed", "ASSAULT", actor("rebels", "COD", "REB"));
  for (const Report* report : {&agency, &copy, &newer}) store.add({report, 1}, "coder");
  EXPECT_EQ(store.find({}).records.size(), 2U);
  Report corrected = report_of("paper", "Rebels killed six.");
  corrected.url = copy.url;
  EXPECT_EQ(store.add({&corrected, 1}, "coder").versions, 1U);
  EXPECT_EQ(store.find({}).records.size(), 1U);
  EXPECT_EQ(store.check().faults, std::vector<std::string>{});
}

TEST_F(Adding, TakesReportsWithMadeUpIdsForDifferentOnes) {
  Store store = made();
  Report first = report_of("feed-1", "Rebels killed four.");
  first.id_origin = IdOrigin::position;
  Report second = report_of("feed-1", "Ministers met in Oslo.");
  second.id_origin = IdOrigin::position;
  const std::vector<Report> both = {first, second};
  const AddOutcome outcome = store.add(both, "coder");
  EXPECT_EQ(outcome.texts, 2U);
  EXPECT_EQ(outcome.versions, 0U);
  EXPECT_EQ(store.add(both, "coder").known, 2U);
}

TEST_F(Adding, RefusesReportsThatAreNotCoded) {
  Store store = made();
  std::vector<Report> reports = small_archive();
  reports[2].sentences.clear();
  reports[2].events.clear();
  try {
    store.add(reports, "coder");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::usage);
  }
  EXPECT_EQ(store.counts().texts, 0U) << "all or nothing";
  EXPECT_EQ(store.add(small_archive(), "coder").texts, 3U);
}

TEST_F(Adding, KeepsTheOrderOfReports) {
  Store store = made();
  store.add(small_archive(), "coder");
  std::string all;
  store.each_report([&](const Report& report) {
    all += to_jsonl(report);
    return true;
  });
  std::string expected;
  for (const Report& report : small_archive()) expected += to_jsonl(report);
  EXPECT_EQ(all, expected);
}

TEST_F(Adding, LeavesOneFile) {
  { made().add(small_archive(), "coder"); }
  { EXPECT_EQ(Store(path()).find({}).records.size(), 4U); }
  EXPECT_FALSE(std::filesystem::exists(path().string() + "-wal"));
  EXPECT_FALSE(std::filesystem::exists(path().string() + "-shm"));
}

}  // namespace
}  // namespace dateline
