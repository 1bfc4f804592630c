// How fast reports become records, on real news: start to first record and memory on a short report, then words a
// second of the whole path on each corpus. docs/benchmarks.md holds what it printed last.
#include <dateline/engine.h>
#include <dateline/reading.h>
#include <fmt/core.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace dateline {
namespace {

using Clock = std::chrono::steady_clock;

struct Settings {
  std::vector<std::string> corpora;
  std::string example = std::string(DATELINE_SOURCE_DIR) + "/examples/harbour-broadcast.txt";
  std::vector<unsigned> threads;
  std::size_t reports = 0;  ///< of each corpus; 0: all
};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// The most memory that the process has held so far, in MB.
double peak_memory() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::vector<Report> read(const std::string& path, std::size_t most) {
  std::vector<Report> reports;
  read_reports(
      {path}, {},
      [&](Report&& report) {
        reports.push_back(std::move(report));
        return most == 0 || reports.size() < most;
      },
      [](const Complaint& complaint) {
        if (complaint.skipped) fmt::print(stderr, "{}\n", to_string(complaint));
      });
  return reports;
}

void measure_start(const Settings& settings) {
  const auto start = Clock::now();
  const Engine engine;
  const double loaded = seconds_since(start);
  std::vector<Report> reports = read(settings.example, 1);
  engine.code(reports);
  const std::size_t records = reports.empty() ? 0 : reports[0].events.size();
  fmt::print("start      {:.3f} s to load, {:.3f} s to the first record ({} records), {:.0f} MB at most\n", loaded,
             seconds_since(start), records, peak_memory());
}

void measure(const std::string& corpus, unsigned threads, std::size_t most) {
  EngineOptions options;
  options.threads = threads;
  const Engine engine(options);
  const double products = engine.seconds_in_products();
  const auto start = Clock::now();
  std::vector<Report> reports = read(corpus, most);
  const double reading = seconds_since(start);
  engine.code(reports);
  const double seconds = seconds_since(start);
  std::size_t words = 0;
  std::size_t records = 0;
  for (const Report& report : reports) words += report.tokens.size(), records += report.events.size();
  fmt::print("{}  {} threads: {} reports, {} words, {} records; {:.1f} s ({:.1f} s reading), {:.0f} words/s, ",
             std::filesystem::path(corpus).stem().string(), threads, reports.size(), words, records, seconds, reading,
             static_cast<double>(words) / seconds);
  fmt::print("{:.0f} % of thread time in int8 products, {:.0f} MB at most\n",
             100 * (engine.seconds_in_products() - products) / (seconds * threads), peak_memory());
  std::fflush(stdout);
}

std::vector<std::string> shared_corpora() {
  std::vector<std::string> files;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(DATELINE_SOURCE_DIR "/../shared/data/corpora", none)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Settings settings_of(CLI::App& app, int argc, char** argv) {
  Settings settings;
  app.add_option("corpus", settings.corpora, "JSON lines to code (default: those of ../shared/data/corpora)");
  app.add_option("--threads", settings.threads, "numbers of threads to try (default: 1 and all of the machine)");
  app.add_option("--reports", settings.reports, "at most so many reports of a corpus; 0: all")->capture_default_str();
  app.add_option("--example", settings.example, "the short report that the start is measured with");
  app.parse(argc, argv);
  if (settings.corpora.empty()) settings.corpora = shared_corpora();
  const unsigned all = std::max(1U, std::thread::hardware_concurrency());
  if (settings.threads.empty()) settings.threads = all > 1 ? std::vector<unsigned>{1, all} : std::vector<unsigned>{1};
  return settings;
}

int run(int argc, char** argv) {
  CLI::App app("Measures how fast reports become records", "throughput");
  Settings settings;
  try {
    settings = settings_of(app, argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
  measure_start(settings);
  for (const std::string& corpus : settings.corpora) {
    for (const unsigned threads : settings.threads) measure(corpus, threads, settings.reports);
  }
  return 0;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  try {
    return dateline::run(argc, argv);
  } catch (const dateline::Error& error) {
    fmt::print(stderr, "throughput: {}\n", error.what());
    return dateline::describe(error.code()).exit_status;
  }
}
