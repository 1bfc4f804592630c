// Repair of encodings, folding, offsets and dates, on any bytes.
#include <dateline/reading.h>

#include <string>

#include "check.h"
#include "text/code_points.h"
#include "text/fold.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view bytes = fuzz::text_of(data, size);
  const Repaired repaired = repair(bytes);
  fuzz::check(first_invalid(repaired.text) == repaired.text.size(), "repaired text is UTF-8");
  fuzz::check((repaired.replaced == 0) == (first_invalid(bytes) == bytes.size()), "only invalid bytes are replaced");
  if (repaired.replaced == 0) fuzz::check(repaired.text == bytes, "valid text is left alone");

  std::string copy;
  std::size_t count = 0;
  const CodePointIndex index(repaired.text);
  for (std::size_t offset = 0; offset < repaired.text.size(); ++count) {
    fuzz::check(index.at(static_cast<std::uint32_t>(offset)) == count, "offsets count code points");
    append(copy, decode(repaired.text, offset));
  }
  fuzz::check(copy == repaired.text, "decoding and encoding are inverse");
  fuzz::check(count == code_point_count(repaired.text), "code points are counted");

  const std::string folded = fold(repaired.text);
  fuzz::check(first_invalid(folded) == folded.size(), "folded text is UTF-8");
  if (const auto date = parse_date(bytes)) fuzz::check(date->ok(), "dates are of the calendar");
  return 0;
}
