#include <dateline/error.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <set>
#include <vector>

#include "base/memory_map.h"
#include "base/parallel.h"

namespace dateline {
namespace {

TEST(ErrorTable, EveryCodeHasItsOwnRow) {
  std::set<std::string_view> names;
  for (int code = 0; code <= static_cast<int>(ErrorCode::internal); ++code) {
    const ErrorRow& row = describe(static_cast<ErrorCode>(code));
    EXPECT_EQ(static_cast<int>(row.code), code);
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_TRUE(row.next.ends_with('.')) << row.name;
    EXPECT_NE(row.exit_status, 0);
  }
}

TEST(ErrorText, NamesFileAndLine) {
  EXPECT_STREQ(Error(ErrorCode::bad_json, "no colon", "a.jsonl", 3).what(), "a.jsonl:3: no colon");
  EXPECT_STREQ(Error(ErrorCode::bad_model, "gone", "m").what(), "m: gone");
  EXPECT_STREQ(Error(ErrorCode::usage, "what?").what(), "what?");
}

TEST(MemoryMapped, FilesReadAsTheyAre) {
  const auto path = std::filesystem::temp_directory_path() / "dateline_map_test";
  std::ofstream(path) << "seven by nine";
  EXPECT_EQ(MemoryMap(path).view(), "seven by nine");
  std::ofstream(path, std::ios::trunc).close();
  EXPECT_TRUE(MemoryMap(path).view().empty());
  std::filesystem::remove(path);
  EXPECT_THROW(MemoryMap{path}, Error);
}

TEST(ParallelFor, VisitsEveryIndexOnce) {
  for (const unsigned threads : {1U, 2U, 7U}) {
    std::vector<int> visits(1000, 0);
    parallel_for(visits.size(), threads, [&](std::size_t i, unsigned worker) {
      ASSERT_LT(worker, threads);
      ++visits[i];
    });
    EXPECT_EQ(std::accumulate(visits.begin(), visits.end(), 0), 1000);
    EXPECT_EQ(*std::max_element(visits.begin(), visits.end()), 1);
  }
  parallel_for(0, 3, [](std::size_t, unsigned) { FAIL(); });
}

TEST(ParallelFor, ThrowsTheFirstFailureAfterAllWork) {
  std::atomic<int> done{0};
  try {
    parallel_for(10, 3, [&](std::size_t i, unsigned) {
      ++done;
      if (i == 8 || i == 4) throw Error(ErrorCode::internal, std::to_string(i));
    });
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "4");
  }
  EXPECT_EQ(done, 10);
}

}  // namespace
}  // namespace dateline
