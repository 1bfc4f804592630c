// A store of a million records: makes it out of a seed, then times adding and every kind of question, and says how
// large the file is. docs/benchmarks.md holds what it printed last.
//
//   make_store [FILE] [--records 1000000] [--only-ask]
#include <dateline/store.h>
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "../tests/support/synthetic_news.h"

namespace dateline {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::year;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Settings {
  std::filesystem::path path = "million.db";
  std::size_t records = 1000000;
  std::size_t group = 512;
  bool only_ask = false;
};

void remove_store(const std::filesystem::path& path) {
  for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + part);
}

/// Adds reports until there are enough records; only the adding is timed.
void make(const Settings& settings) {
  remove_store(settings.path);
  Store store(settings.path, {StoreAccess::create});
  testing::SyntheticNews news;
  std::size_t records = 0;
  std::size_t reports = 0;
  double seconds = 0;
  double slowest = 0;
  while (records < settings.records) {
    std::vector<Report> group;
    for (std::size_t i = 0; i < settings.group; ++i) group.push_back(news.next());
    const auto start = Clock::now();
    records += store.add(group, "synthetic").records;
    const double taken = seconds_since(start);
    seconds += taken;
    slowest = std::max(slowest, taken);
    reports += group.size();
  }
  fmt::print(
      "add        {} reports, {} records in {:.0f} s: {:.0f} reports/s, {:.0f} records/s; slowest group of {} {:.2f} "
      "s\n",
      reports, records, seconds, static_cast<double>(reports) / seconds, static_cast<double>(records) / seconds,
      settings.group, slowest);
}

void measure_again(const Settings& settings) {
  Store store(settings.path, {StoreAccess::write});
  testing::SyntheticNews news;
  std::vector<Report> group;
  for (std::size_t i = 0; i < settings.group; ++i) group.push_back(news.next());
  const auto start = Clock::now();
  const AddOutcome outcome = store.add(group, "synthetic");
  fmt::print("add again  {} known reports: {:.0f} reports/s\n", outcome.known,
             static_cast<double>(group.size()) / seconds_since(start));
}

std::chrono::year_month_day day(int y, unsigned m, unsigned d) {
  return std::chrono::year_month_day{year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

struct Question {
  const char* name;
  StoreQuery query;
};

std::vector<Question> questions() {
  const testing::SyntheticNews news;
  const auto& words = news.vocabulary();
  const auto latest = day(2024, 6, 1);
  return {
      {"latest", {}},
      {"actor", {.actors = {"PRK"}}},
      {"actor and recipient", {.actors = {"PRK"}, .recipients = {"RUS"}}},
      {"all of the example",
       {.actors = {"PRK"},
        .recipients = {"RUS"},
        .claimants = {"RUS"},
        .statuses = {Status::future},
        .since = day(2016, 6, 1)}},
      {"two frequent actors", {.actors = {"USA", "RUS"}}},
      {"frequent, hardly together",
       {.actors = {"USA MIL"},
        .recipients = {"RUS REB"},
        .claimants = {"CHN"},
        .types = {"CONCEDE"},
        .statuses = {Status::negated}}},
      {"sector", {.actors = {"REB"}, .types = {"ASSAULT"}}},
      {"name", {.actors = {news.people()[0]}}},
      {"claimant", {.claimants = {"RUS"}, .statuses = {Status::negated}}},
      {"type", {.types = {"SANCTION"}}},
      {"status and context", {.statuses = {Status::hypothetical}, .contexts = {"corruption"}}},
      {"period", {.since = day(2016, 3, 1), .until = day(2016, 3, 31)}},
      {"old period of an actor", {.actors = {"IRN"}, .since = day(2015, 2, 1), .until = day(2015, 5, 1)}},
      {"since", {.since = latest}},
      {"country", {.country = "UKR"}},
      {"near", {.near = GeoCircle{51.7, 36.2, 100}}},
      {"near, with an actor", {.actors = {"USA"}, .near = GeoCircle{10, 20, 300}}},
      {"box", {.types = {"ASSAULT"}, .box = GeoBox{30, 20, 50, 45}}},
      {"box over the date line", {.box = GeoBox{-20, 170, 20, -170}}},
      {"word", {.text = words[3000]}},
      {"frequent words", {.text = words[0] + " " + words[1] + " " + words[2]}},
      {"words of an actor", {.actors = {"USA"}, .text = words[0] + " " + words[900]}},
      {"phrase", {.text = "\"" + words[0] + " " + words[1] + "\""}},
      {"beginning of a word", {.text = words[0].substr(0, 2) + "*"}},
  };
}

double milliseconds_of(const Store& store, const StoreQuery& query, std::size_t& found) {
  const auto start = Clock::now();
  found = store.find(query).records.size();
  return 1000 * seconds_since(start);
}

void ask(const Settings& settings) {
  fmt::print("{:<28}{:>8}{:>12}{:>12}\n", "question, first 100", "found", "first, ms", "again, ms");
  double slowest = 0;
  for (Question question : questions()) {
    question.query.limit = 100;
    const Store store(settings.path);
    std::size_t found = 0;
    const double first = milliseconds_of(store, question.query, found);
    const double again = milliseconds_of(store, question.query, found);
    slowest = std::max(slowest, first);
    fmt::print("{:<28}{:>8}{:>12.1f}{:>12.1f}\n", question.name, found, first, again);
  }
  const Store store(settings.path);
  const auto id = store.find({.limit = 1}).records.at(0).id;
  const auto start = Clock::now();
  store.get(id);
  fmt::print("{:<28}{:>8}{:>12.1f}\n{:<28}{:>8}{:>12.1f}\n", "one by its id", 1, 1000 * seconds_since(start), "slowest",
             "", slowest);
}

void measure_size(const Settings& settings) {
  const StoreCounts counts = Store(settings.path).counts();
  fmt::print("size       {} records, {} texts, {:.1f} MB, {:.0f} bytes a record\n", counts.records, counts.texts,
             static_cast<double>(counts.bytes) / 1e6,
             static_cast<double>(counts.bytes) / static_cast<double>(counts.records));
}

int run(int argc, char** argv) {
  CLI::App app("Makes a large store and measures it", "make_store");
  Settings settings;
  app.add_option("file", settings.path, "the store; an existing one is made anew")->capture_default_str();
  app.add_option("--records", settings.records, "how many at least")->capture_default_str();
  app.add_flag("--only-ask", settings.only_ask, "take the store that is there");
  CLI11_PARSE(app, argc, argv);
  if (!settings.only_ask) make(settings);
  measure_size(settings);
  measure_again(settings);
  ask(settings);
  return 0;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  try {
    return dateline::run(argc, argv);
  } catch (const dateline::Error& error) {
    fmt::print(stderr, "make_store: {}\n", error.what());
    return dateline::describe(error.code()).exit_status;
  }
}
