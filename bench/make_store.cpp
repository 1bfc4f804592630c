// A store of a million records: makes it out of a seed, then times adding and every kind of question, and says how
// large the file is. docs/benchmarks.md holds what it printed last.
//
//   make_store [FILE] [--records 1000000] [--only-ask]
#include <dateline/formats.h>
#include <dateline/store.h>
#include <fmt/core.h>
#include <sqlite3.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "../tests/support/synthetic_news.h"

namespace dateline {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::year;

/// What this process has worked so far: the fair measure on a machine that others use too.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

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
  double worked = 0;
  while (records < settings.records) {
    std::vector<Report> group;
    for (std::size_t i = 0; i < settings.group; ++i) group.push_back(news.next());
    const auto start = Clock::now();
    const double before = processor_seconds();
    records += store.add(group, "synthetic").records;
    worked += processor_seconds() - before;
    const double taken = seconds_since(start);
    seconds += taken;
    slowest = std::max(slowest, taken);
    reports += group.size();
  }
  fmt::print(
      "add        {} reports, {} records in {:.0f} s, {:.0f} s of the processor: {:.0f} reports/s, {:.0f} records/s; "
      "slowest group of {} {:.2f} s\n",
      reports, records, seconds, worked, static_cast<double>(reports) / seconds, static_cast<double>(records) / seconds,
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
      {"context", {.contexts = {"election"}}},
      {"words of a place", {.place = news.places()[40].name}},
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

/// Stories of up to four records that follow each other, where the store has none.
void make_stories(const Settings& settings) {
  if (Store(settings.path).counts().stories > 0) return;
  sqlite3* database = nullptr;
  const bool done =
      sqlite3_open(settings.path.c_str(), &database) == SQLITE_OK &&
      sqlite3_exec(database,
                   "BEGIN;"
                   "INSERT INTO story SELECT min(id), 'Story ' || min(id), (min(id) >> 24) - 719163, (max(id) >> 24) - "
                   "719163 FROM record GROUP BY id / 4;"
                   "INSERT INTO story_member SELECT id, min(id) OVER (PARTITION BY id / 4) FROM record;"
                   "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)",
                   nullptr, nullptr, nullptr) == SQLITE_OK;
  sqlite3_close(database);
  if (!done) throw Error(ErrorCode::internal, "stories cannot be made");
}

/// Decisions on some records, which must not slow down looking at one.
void make_marks(const Settings& settings) {
  constexpr std::size_t kMarks = 2000;
  Store store(settings.path, {StoreAccess::write});
  if (store.counts().marks > 0) return;
  for (const StoredRecord& record : store.find({.oldest_first = true, .limit = kMarks}).records)
    store.mark(record.id, "place", Verdict::right);
}

/// What is asked in other ways than find().
struct Errand {
  const char* name;
  std::function<std::size_t(const Store&)> run;
};

std::size_t show(const Store& store, const std::string& id) {
  const auto records = store.get(id);
  for (const StoredRecord& record : records) {
    store.publications(record);
    store.versions(record);
    store.marks_on(record);
  }
  return records.size();
}

std::size_t export_records(const Store& store, const char* format, const StoreQuery& query) {
  Exporter exporter(*find_format(format));
  std::size_t bytes = 0;
  store.each(query, [&](const StoredRecord& record) {
    bytes += exporter.write(exported(*record.report, record.event(), record.story)).size();
    return true;
  });
  return bytes == 0 ? 0 : exporter.written();
}

std::size_t export_stories(const Store& store, const char* format, const StoreQuery& query) {
  Exporter exporter(*find_format(format));
  std::size_t bytes = 0;
  store.each_story(query, [&](std::span<const StoredRecord> records) {
    std::vector<Telling> tellings;
    for (const StoredRecord& record : records) tellings.push_back({record.report.get(), &record.event()});
    bytes += exporter.write(exported_story(records.front().story, tellings)).size();
    return true;
  });
  return bytes == 0 ? 0 : exporter.written();
}

std::vector<Errand> errands(const std::string& id, const std::string& story) {
  const auto latest = day(2024, 6, 1);
  const StoreQuery some = {.actors = {"PRK"}, .recipients = {"RUS"}, .limit = 100};
  return {
      {"show", [id](const Store& store) { return show(store, id); }},
      {"stories since", [=](const Store& store) { return store.stories({.since = latest, .limit = 100}).size(); }},
      {"stories since, the first days",
       [](const Store& store) { return store.stories({.since = day(2015, 1, 2), .limit = 100}).size(); }},
      {"records of a story", [story](const Store& store) { return store.records_of(story).size(); }},
      {"export polecat", [some](const Store& store) { return export_records(store, "polecat", some); }},
      {"export csv, since",
       [=](const Store& store) { return export_records(store, "csv", {.since = latest, .limit = 100}); }},
      {"export gdelt by stories", [some](const Store& store) { return export_stories(store, "gdelt", some); }},
  };
}

struct Milliseconds {
  double clock = 0, processor = 0;
};

template <typename Work>
Milliseconds milliseconds_of(Work work) {
  const double before = processor_seconds();
  const auto start = Clock::now();
  work();
  return {1000 * seconds_since(start), 1000 * (processor_seconds() - before)};
}

/// Runs it on a store that was just opened, and again. Gives the first time.
Milliseconds measure(const Settings& settings, const Errand& errand) {
  const Store store(settings.path);
  std::size_t found = 0;
  const Milliseconds first = milliseconds_of([&] { found = errand.run(store); });
  const Milliseconds again = milliseconds_of([&] { errand.run(store); });
  fmt::print("{:<32}{:>8}{:>12.1f}{:>12.1f}{:>12.1f}{:>12.1f}\n", errand.name, found, first.clock, first.processor,
             again.clock, again.processor);
  return first;
}

std::vector<Errand> all_errands(const Settings& settings) {
  std::vector<Errand> out;
  for (Question question : questions()) {
    question.query.limit = 100;
    out.push_back(
        {question.name, [query = question.query](const Store& store) { return store.find(query).records.size(); }});
  }
  const auto some = Store(settings.path).find({.limit = 1}).records.at(0);
  for (Errand& errand : errands(some.id, some.story)) out.push_back(std::move(errand));
  return out;
}

void ask(const Settings& settings) {
  fmt::print("{:<32}{:>8}{:>12}{:>12}{:>12}{:>12}\n", "ms; first 100 of each question", "found", "first", "processor",
             "again", "processor");
  Milliseconds slowest;
  for (const Errand& errand : all_errands(settings)) {
    const Milliseconds taken = measure(settings, errand);
    slowest = {std::max(slowest.clock, taken.clock), std::max(slowest.processor, taken.processor)};
  }
  fmt::print("{:<32}{:>8}{:>12.1f}{:>12.1f}\n", "slowest", "", slowest.clock, slowest.processor);
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
  make_stories(settings);
  make_marks(settings);
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
