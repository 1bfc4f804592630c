// Speed of the stages around the encoder, on one thread: reading, resolving, coding. Words or bytes a second.
#include <benchmark/benchmark.h>
#include <dateline/reading.h>

#include <filesystem>
#include <sstream>

#include "code/coder.h"
#include "knowledge/knowledge.h"
#include "parse/parser.h"
#include "readers/json_lines.h"
#include "readers/plain_text.h"
#include "resolve/resolver.h"

namespace dateline {
namespace {

const std::filesystem::path kSource = DATELINE_SOURCE_DIR;

std::string news(std::size_t paragraphs) {
  std::string text;
  for (std::size_t i = 0; i < paragraphs; ++i) {
    text +=
        "Chadian soldiers fired on protesters in Abéché on Monday and arrested about 30 students, the governor's "
        "office said. The opposition accused President Mahamat Déby of betraying his promise to reform the police. "
        "France, which withdrew its last troops in January, called on both sides to resume talks in N'Djamena.\n\n";
  }
  return text;
}

void set_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

void BM_LayOut(benchmark::State& state) {
  const std::string text = news(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    Report report;
    report.text = text;
    lay_out(report);
    benchmark::DoNotOptimize(report.paragraphs.data());
  }
  set_bytes(state, text.size());
}
BENCHMARK(BM_LayOut)->Arg(4)->Arg(400);

std::string json_lines(std::size_t lines) {
  std::string text = news(4);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\\n");
  std::string out;
  for (std::size_t i = 0; i < lines; ++i) out += R"({"id": "a", "published": "2025-06-18", "text": ")" + text + "\"}\n";
  return out;
}

void BM_JsonLines(benchmark::State& state) {
  const std::string bytes = json_lines(200);
  for (auto _ : state) {
    std::istringstream in(bytes);
    JsonLines lines(in, "bench.jsonl", {});
    Report report;
    Complaint complaint;
    while (lines.next(report, complaint) != JsonLines::Result::end) benchmark::DoNotOptimize(report.text.data());
  }
  set_bytes(state, bytes.size());
}
BENCHMARK(BM_JsonLines)->Unit(benchmark::kMillisecond);

/// What the stages share, loaded once.
struct World {
  Knowledge knowledge{kSource / "knowledge/dateline.tables"};
  Codebook codebook = Codebook::load(kSource / "codebooks/plover.toml");
  Parser parser{kSource / "models/dateline.model"};
  Resolver resolver{knowledge};
  Coder coder{codebook, knowledge};
};

const World& world() {
  static const World shared;
  return shared;
}

Report parsed() {
  Report report = report_of(news(20), "bench");
  report.published = parse_date("2025-06-18");
  world().parser.parse(report);
  return report;
}

void set_words(benchmark::State& state, const Report& report) {
  state.counters["words"] =
      benchmark::Counter(static_cast<double>(report.tokens.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void BM_Resolve(benchmark::State& state) {
  const Report start = parsed();
  for (auto _ : state) {
    state.PauseTiming();
    Report report = start;
    state.ResumeTiming();
    world().resolver.resolve(report);
  }
  set_words(state, start);
}
BENCHMARK(BM_Resolve)->Unit(benchmark::kMillisecond);

void BM_Code(benchmark::State& state) {
  Report start = parsed();
  world().resolver.resolve(start);
  for (auto _ : state) {
    state.PauseTiming();
    Report report = start;
    state.ResumeTiming();
    world().coder.code(report);
  }
  set_words(state, start);
}
BENCHMARK(BM_Code)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline

BENCHMARK_MAIN();
