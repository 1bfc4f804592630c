// JSON lines: every line is a report or one complaint, and the end is reached.
#include <dateline/reading.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "check.h"
#include "readers/json_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  std::istringstream in{std::string(fuzz::text_of(data, size))};
  ReadOptions options;
  options.max_bytes = 4096;
  JsonLines lines(in, "fuzz.jsonl", options);
  const std::size_t most = size + 1;  // no result needs less than a byte
  for (std::size_t results = 0;; ++results) {
    Report report;
    Complaint complaint;
    const auto result = lines.next(report, complaint);
    if (result == JsonLines::Result::end) return 0;
    fuzz::check(results < most, "reading ends");
    fuzz::check(lines.line() >= 1, "lines count from 1");
    if (result == JsonLines::Result::report)
      fuzz::check(!report.id.empty() && !report.text.empty(), "reports have id and text");
    if (result == JsonLines::Result::complaint)
      fuzz::check(complaint.skipped && !complaint.message.empty(), "complaints say why");
  }
}
