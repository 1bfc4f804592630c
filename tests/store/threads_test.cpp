// Several threads, each with a Store of its own on one file: one writes while the others read.
#include <atomic>
#include <thread>

#include "../support/synthetic_news.h"
#include "store_files.h"

namespace dateline {
namespace {

class Threads : public testing::StoreTest {};

std::vector<Report> news() {
  testing::SyntheticNews::Settings settings;
  settings.vocabulary = 500;
  settings.people = 40;
  settings.places = 60;
  testing::SyntheticNews source(settings);
  std::vector<Report> reports;
  for (int i = 0; i < 40; ++i) reports.push_back(source.next());
  return reports;
}

/// Lets the readers end, also if the writing fails.
struct AtEnd {
  std::atomic<bool>& flag;
  ~AtEnd() { flag = true; }
};

/// What was once found stays there while others are added.
void read(const std::filesystem::path& path, const std::atomic<bool>& done, std::atomic<int>& faults) {
  const Store store(path);
  for (std::size_t before = 0; !done;) {
    std::size_t found = 0;
    store.each({.statuses = {Status::actual}}, [&](const StoredRecord& record) {
      if (record.event().status != Status::actual) ++faults;
      ++found;
      return true;
    });
    if (found < before) ++faults;
    before = found;
  }
}

TEST_F(Threads, ReadWhileOneWrites) {
  const std::vector<Report> reports = news();
  Store store = made();
  std::atomic<bool> done = false;
  std::atomic<int> faults = 0;
  {
    std::vector<std::jthread> readers;
    for (int i = 0; i < 2; ++i) readers.emplace_back([&] { read(path(), done, faults); });
    const AtEnd end{done};
    for (const Report& report : reports) store.add({&report, 1}, "coder");
  }
  EXPECT_EQ(faults, 0);
  EXPECT_EQ(store.check().faults, std::vector<std::string>{});
}

TEST_F(Threads, WriteOneAfterAnother) {
  const std::vector<Report> reports = news();
  { made(); }
  {
    std::vector<std::jthread> writers;
    for (int i = 0; i < 2; ++i)
      writers.emplace_back([&] {
        Store store(path(), {StoreAccess::write, std::chrono::seconds(60)});
        for (const Report& report : reports) store.add({&report, 1}, "coder");
      });
  }
  const Store store(path());
  EXPECT_EQ(store.counts().publications, reports.size());
}

}  // namespace
}  // namespace dateline
