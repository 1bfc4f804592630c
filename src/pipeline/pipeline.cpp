#include "pipeline/pipeline.h"

#include <vector>

#include "base/parallel.h"
#include "code/example_list.h"
#include "neural/product.h"

namespace dateline {
namespace {

/// Cuts the reports into runs of some kilobytes of text each: large enough to fill the encoder's batches,
/// small enough that every thread gets some.
std::vector<std::span<Report>> groups_of(std::span<Report> reports) {
  constexpr std::size_t kBytes = 16 << 10;
  std::vector<std::span<Report>> groups;
  std::size_t begin = 0;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    bytes += reports[i].text.size();
    if (bytes < kBytes && i + 1 < reports.size()) continue;
    groups.push_back(reports.subspan(begin, i + 1 - begin));
    begin = i + 1;
    bytes = 0;
  }
  return groups;
}

}  // namespace

Pipeline::Pipeline(const Files& files)
    : threads_(thread_count(files.threads)),
      knowledge_(files.knowledge),
      codebook_(Codebook::load(files.codebook)),
      parser_(files.model, {files.neighbours, checksum_of(list_examples(codebook_))}),
      resolver_(knowledge_),
      coder_(codebook_, knowledge_, files.evidence) {}

void Pipeline::run(std::span<Report> reports, Stage last) const {
  const auto groups = groups_of(reports);
  parallel_for(groups.size(), threads_, [&](std::size_t i, unsigned) { run_group(groups[i], last); });
}

void Pipeline::run_group(std::span<Report> group, Stage last) const {
  std::vector<Report*> pointers;
  for (Report& report : group) pointers.push_back(&report);
  parser_.parse(pointers);
  if (last == Stage::parse) return;
  for (Report& report : group) {
    resolver_.resolve(report);
    if (last == Stage::code) coder_.code(report);
  }
}

std::string Pipeline::type_between(const Report& coded, Span source, Span target) const {
  return coder_.type_between(coded, source, target);
}

std::string Pipeline::version() const { return codebook_.name + " " + codebook_.version; }

double Pipeline::seconds_in_products() { return neural::int8_product_seconds(); }

}  // namespace dateline
