// Speed of the encoder and of the whole parse stage on one thread. Needs the
// trained model; DATELINE_MODEL and DATELINE_FLOAT_MODEL name other files.
//
// Counters: pieces or words a second; `products` is the share of the time that
// is spent inside int8 matrix products, and `Gop` their speed there.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "neural/encoder.h"
#include "neural/product.h"
#include "parse/parser.h"

namespace dateline {
namespace {

std::filesystem::path model_path(const char* variable, const char* name) {
  const char* given = std::getenv(variable);
  return given != nullptr ? std::filesystem::path(given) : std::filesystem::path(DATELINE_SOURCE_DIR) / "models" / name;
}

/// Windows of `size` pieces, together about 512.
neural::Batch make_batch(std::size_t size, std::size_t words) {
  neural::Batch batch;
  for (std::size_t row = 0; row + size <= std::max<std::size_t>(512, size);) {
    for (std::size_t i = 0; i < size; ++i, ++row) {
      batch.pieces.push_back(static_cast<std::uint32_t>(row * 7919 % words));
      batch.shapes.push_back(2);
    }
    batch.ends.push_back(static_cast<std::uint32_t>(row));
  }
  return batch;
}

/// Reports what the int8 products took between its beginning and its end.
class ProductShare {
 public:
  void report(benchmark::State& state, double seconds) const {
    const double spent = neural::int8_product_seconds() - seconds_;
    state.counters["products"] = spent / seconds;
    state.counters["Gop"] = spent > 0 ? (neural::int8_product_operations() - operations_) / spent * 1e-9 : 0;
  }

 private:
  double seconds_ = neural::int8_product_seconds();
  double operations_ = neural::int8_product_operations();
};

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

void encode(benchmark::State& state, const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) return state.SkipWithError("no such model");
  const neural::ModelFile model(path);
  const neural::Encoder encoder(model);
  const neural::Batch batch = make_batch(static_cast<std::size_t>(state.range(0)), encoder.vocabulary_size());
  std::vector<float> out(batch.rows() * encoder.width());
  neural::Workspace workspace;
  encoder.encode(batch, out.data(), workspace);
  const ProductShare share;
  const double start = now();
  for (auto _ : state) encoder.encode(batch, out.data(), workspace);
  share.report(state, now() - start);
  state.counters["pieces"] =
      benchmark::Counter(static_cast<double>(batch.rows()), benchmark::Counter::kIsIterationInvariantRate);
}

void BM_EncodeInt8(benchmark::State& state) { encode(state, model_path("DATELINE_MODEL", "dateline.model")); }
void BM_EncodeFloat32(benchmark::State& state) {
  encode(state, model_path("DATELINE_FLOAT_MODEL", "dateline-float32.model"));
}
BENCHMARK(BM_EncodeInt8)->Arg(30)->Arg(60)->Arg(120)->Arg(256)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_EncodeFloat32)->Arg(60)->Unit(benchmark::kMillisecond);

Report make_report(std::size_t paragraphs) {
  const std::string paragraph =
      "Turkish jets bombed Kurdish positions near Afrin on Monday, killing at least 12 fighters, the Syrian "
      "Observatory "
      "for Human Rights said. A spokesman for the Defence Ministry denied that civilians had been hit and said the "
      "operation would go on \"until the last terrorist is gone\". Talks between the two sides are to resume in Geneva "
      "next week.\n";
  Report report;
  for (std::size_t i = 0; i < paragraphs; ++i) {
    const auto begin = static_cast<std::uint32_t>(report.text.size());
    report.text += paragraph;
    report.paragraphs.push_back({begin, static_cast<std::uint32_t>(report.text.size())});
  }
  report.segments = {{{0, static_cast<std::uint32_t>(report.text.size())}, "", ""}};
  return report;
}

void BM_Parse(benchmark::State& state) {
  const std::filesystem::path path = model_path("DATELINE_MODEL", "dateline.model");
  if (!std::filesystem::exists(path)) return state.SkipWithError("no such model");
  const Parser parser(path);
  std::vector<Report> reports(static_cast<std::size_t>(state.range(0)), make_report(6));
  std::vector<Report*> pointers;
  for (Report& report : reports) pointers.push_back(&report);
  parser.parse(pointers);
  const ProductShare share;
  const double start = now();
  for (auto _ : state) parser.parse(pointers);
  share.report(state, now() - start);
  const double words = static_cast<double>(reports.size() * reports[0].tokens.size());
  state.counters["words"] = benchmark::Counter(words, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_Parse)->Arg(1)->Arg(32)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline

BENCHMARK_MAIN();
