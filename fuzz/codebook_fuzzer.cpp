// Codebooks: each is refused with Error(bad_codebook) that names the file, or is one.
#include <dateline/codebook.h>
#include <dateline/error.h>

#include <string>

#include "check.h"
#include "file_in_memory.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const fuzz::FileInMemory stored(fuzz::text_of(data, size));
  try {
    const Codebook codebook = Codebook::load(stored.path());
    for (const EventType& type : codebook.types) {
      fuzz::check(codebook.type(type.name) == &type, "names of types are unique");
      for (const Example& example : type.examples) {
        fuzz::check(example.trigger.begin < example.trigger.end && example.trigger.end <= example.text.size(),
                    "triggers lie in their sentence");
      }
    }
  } catch (const Error& error) {
    fuzz::check(error.code() == ErrorCode::bad_codebook && error.file() == stored.path().string(),
                "the fault is the codebook's");
  }
  return 0;
}
