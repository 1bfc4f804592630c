// Threads may share an engine: each codes its own reports, and gets what it would have got alone.
#include <dateline/engine.h>
#include <dateline/formats.h>
#include <dateline/reading.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace dateline {
namespace {

const char* const kTexts[] = {
    "Rebels attacked an army post near Goma on Tuesday and killed four soldiers, the Congolese army said.",
    "The presidents of Kenya and Ethiopia met in Nairobi on Monday to discuss trade.",
    "Poland promised to send 30 engineers to Ukraine, its foreign minister said.",
};

std::string coded(const Engine& engine, std::size_t number) {
  Report report = report_of(kTexts[number % std::size(kTexts)], "r" + std::to_string(number));
  engine.code(report);
  return to_jsonl(report);
}

TEST(Threads, ShareAnEngine) {
  const std::filesystem::path source = DATELINE_SOURCE_DIR;
  EngineOptions options;
  options.model = source / "models/dateline.model";
  options.knowledge = source / "knowledge/dateline.tables";
  options.codebook = source / "codebooks/plover.toml";
  options.threads = 2;
  const Engine engine(options);
  constexpr std::size_t kThreads = 3;
  constexpr std::size_t kReports = 6;
  std::vector<std::vector<std::string>> results(kThreads);
  {
    std::vector<std::jthread> threads;
    for (auto& result : results)
      threads.emplace_back([&] {
        for (std::size_t i = 0; i < kReports; ++i) result.push_back(coded(engine, i));
      });
  }
  for (std::size_t i = 0; i < kReports; ++i) {
    const std::string alone = coded(engine, i);
    EXPECT_FALSE(alone.empty());
    for (const auto& result : results) EXPECT_EQ(result[i], alone);
  }
}

}  // namespace
}  // namespace dateline
