// Model files: each is refused with Error(bad_model), or the model reads a report without harm.
#include <dateline/error.h>
#include <dateline/reading.h>

#include <string>

#include "check.h"
#include "file_in_memory.h"
#include "parse/parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  std::string file(fuzz::text_of(data, size));
  fuzz::sign(file, 24, 32);
  const fuzz::FileInMemory stored(file);
  try {
    const Parser parser(stored.path());
    Report report = report_of("Troops attacked the village, the minister's aide said. It's over.", "fuzz");
    parser.parse(report);
    for (const Token& token : report.tokens) {
      fuzz::check(token.head == Token::kRoot || token.head < report.tokens.size(), "heads are words");
    }
  } catch (const Error& error) {
    fuzz::check(error.code() == ErrorCode::bad_model, "the fault is the model's");
  }
  return 0;
}
