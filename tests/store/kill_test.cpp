// Killed at any moment, with a full disk, or beside another writer: what was begun is done again, and the store ends in
// exactly the state of a run that nobody disturbed.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include "../support/synthetic_news.h"
#include "store_files.h"

namespace dateline {
namespace {

using testing::dump;
using testing::SyntheticNews;

/// Reports with copies, newer versions and repetitions among them.
std::vector<Report> news() {
  SyntheticNews::Settings settings;
  settings.vocabulary = 500;
  settings.people = 50;
  settings.places = 80;
  settings.sentences = 5;
  settings.reports_a_day = 7;
  SyntheticNews source(settings);
  std::vector<Report> reports;
  for (int i = 0; i < 60; ++i) {
    Report report = source.next();
    if (i % 9 == 8) {  // a newer version of an earlier report
      report.id = reports[reports.size() - 4].id;
      report.url = reports[reports.size() - 4].url;
    }
    while (i == 1 && report.events.empty()) report = source.next();  // one that can be marked
    reports.push_back(report);
    if (i % 7 == 6) {  // a copy by somebody else
      report = reports[reports.size() - 3];
      report.url += "/copy";
      reports.push_back(report);
    }
  }
  return reports;
}

/// The last two texts with records: what a person says to be one event.
std::pair<std::string, std::string> last_records(const std::vector<Report>& reports) {
  std::vector<const Report*> last;
  for (auto report = reports.rbegin(); report != reports.rend() && last.size() < 2; ++report) {
    if (!report->events.empty() && (last.empty() || last[0]->text != report->text)) last.push_back(&*report);
  }
  return {record_id(*last.at(0), last[0]->events[0]), record_id(*last.at(1), last[1]->events[0])};
}

/// All that the test writes: reports in small groups with their stories, then a mark, a decision on stories, then
/// coding again.
void work(const std::filesystem::path& path, const std::vector<Report>& reports) {
  Store store(path, {StoreAccess::create});
  constexpr std::size_t kGroup = 4;
  for (std::size_t i = 0; i < reports.size(); i += kGroup)
    store.add(std::span(reports).subspan(i, std::min(kGroup, reports.size() - i)), "first");
  store.mark(record_id(reports[1], reports[1].events.at(0)), "record", Verdict::wrong);
  const auto [one, other] = last_records(reports);
  store.join(one, other);
  for (auto stale = store.stale("second", 5); !stale.empty(); stale = store.stale("second", 5)) {
    for (Report& report : stale) {
      const auto coded =
          std::find_if(reports.begin(), reports.end(), [&](const Report& r) { return r.text == report.text; });
      report.sentences = coded->sentences;
      report.events = coded->events;
      for (Event& event : report.events) event.confidence /= 2;
    }
    store.recode(stale, "second");
  }
}

class Killed : public testing::StoreTest {
 protected:
  Killed() { work(path("whole.db"), reports_); }

  void remove(const std::string& name) const {
    for (const char* part : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path(name).string() + part);
  }

  /// Works in another process until it is killed. True if it was.
  bool killed_after(std::chrono::microseconds time) const {
    const pid_t child = start([&] { work(path(), reports_); });
    std::this_thread::sleep_for(time);
    ::kill(child, SIGKILL);
    return WIFSIGNALED(end_of(child));
  }

  template <typename Work>
  static pid_t start(Work begin) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    try {
      begin();
    } catch (const Error& error) {
      ::_exit(error.code() == ErrorCode::file_unwritable ? 3 : 4);
    }
    ::_exit(0);
  }

  static int end_of(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
  }

  const std::vector<Report> reports_ = news();
};

TEST_F(Killed, AtRandomMomentsTwoHundredTimes) {
  const std::string expected = dump(path("whole.db"));
  std::mt19937 random(7);  // NOLINT: the same moments every time, as far as a clock allows
  const auto start = std::chrono::steady_clock::now();
  work(path(), reports_);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  remove("events.db");
  int kills = 0;
  int finished = 0;
  while (kills < 200) {
    const auto most = static_cast<std::uint32_t>(whole.count() * (kills % 2 == 0 ? 12 : 2) / 10);
    if (killed_after(std::chrono::microseconds(random() % (most + 1)))) {
      ++kills;
      continue;
    }
    ASSERT_EQ(dump(path()), expected) << "after " << kills << " kills";
    ++finished;
    remove("events.db");
  }
  work(path(), reports_);
  EXPECT_EQ(dump(path()), expected);
  EXPECT_EQ(Store(path()).check().faults, std::vector<std::string>{});
  RecordProperty("finished", finished);
}

TEST_F(Killed, ByAFullDisk) {
  const std::string expected = dump(path("whole.db"));
  const auto size = std::filesystem::file_size(path("whole.db"));
  int full = 0;
  for (std::uintmax_t limit = 4096; limit < size; limit += size / 40) {
    const pid_t child = start([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit most{limit, limit};
      ::setrlimit(RLIMIT_FSIZE, &most);
      work(path(), reports_);
    });
    const int status = end_of(child);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_TRUE(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 3) << WEXITSTATUS(status) << " at " << limit;
    full += WEXITSTATUS(status) == 3;
  }
  EXPECT_GT(full, 5);
  work(path(), reports_);
  EXPECT_EQ(dump(path()), expected);
}

TEST_F(Killed, OrWithReadersAndAnotherWriterBesideIt) {
  { Store store(path(), {StoreAccess::create}); }
  const pid_t writer = start([&] { work(path(), reports_); });
  const pid_t reader = start([&] {
    for (int i = 0; i < 200; ++i) {
      const Store store(path());
      for (const StoredRecord& record : store.find({.types = {"ASSAULT"}, .limit = 20}).records)
        if (record.event().type != "ASSAULT") ::_exit(5);
    }
  });
  const pid_t second = start([&] {
    Store store(path(), {StoreAccess::write, std::chrono::seconds(60)});
    for (const Report& report : reports_) store.add({&report, 1}, "first");
  });
  for (const pid_t child : {writer, reader, second}) EXPECT_EQ(end_of(child), 0);
  work(path(), reports_);
  Store store(path(), {StoreAccess::write});
  EXPECT_EQ(store.check().faults, std::vector<std::string>{});
  EXPECT_EQ(store.counts().records, Store(path("whole.db")).counts().records);
}

TEST_F(Killed, WhileTheStoreIsMade) {
  for (int i = 0; i < 40; ++i) {
    const pid_t child = start([&] { Store store(path("new.db"), {StoreAccess::create}); });
    std::this_thread::sleep_for(std::chrono::microseconds(i * 150));
    ::kill(child, SIGKILL);
    end_of(child);
    Store store(path("new.db"), {StoreAccess::create});
    EXPECT_EQ(store.counts().texts, 0U);
    remove("new.db");
  }
}

}  // namespace
}  // namespace dateline
