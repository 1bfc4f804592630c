// Plain texts and transcripts: the layout of any text is in order and within it.
#include <dateline/reading.h>

#include <string>

#include "check.h"
#include "readers/plain_text.h"
#include "text/utf8.h"

namespace {

using namespace dateline;

void check_layout(const Report& report) {
  const auto size = static_cast<std::uint32_t>(report.text.size());
  std::uint32_t last = 0;
  for (const Segment& segment : report.segments) {
    fuzz::check(segment.span.begin >= last && segment.span.begin < segment.span.end, "segments are in order");
    last = segment.span.end;
  }
  fuzz::check(last <= size, "segments lie within the text");
  last = 0;
  auto segment = report.segments.begin();
  for (const Span& paragraph : report.paragraphs) {
    fuzz::check(paragraph.begin >= last && paragraph.begin < paragraph.end, "paragraphs are in order");
    last = paragraph.end;
    while (segment != report.segments.end() && segment->span.end < paragraph.end) ++segment;
    fuzz::check(segment != report.segments.end() && segment->span.begin <= paragraph.begin,
                "paragraphs lie in segments");
    fuzz::check(first_invalid(report.slice(paragraph)) == report.slice(paragraph).size(), "no character is cut");
  }
  fuzz::check(!report.published || report.published->ok(), "dates are of the calendar");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair(fuzz::text_of(data, size)).text;
  for (const bool transcript : {false, true}) {
    Report report;
    report.text = text;
    lay_out(report, transcript);
    check_layout(report);
  }
  return 0;
}
