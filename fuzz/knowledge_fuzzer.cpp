// Knowledge tables: each file is refused with Error(bad_knowledge), or answers every question without harm.
#include <dateline/error.h>

#include <cstring>
#include <string>

#include "check.h"
#include "file_in_memory.h"
#include "knowledge/knowledge.h"

namespace {

using namespace dateline;

void ask(const Knowledge& knowledge, std::string_view name) {
  std::size_t found = knowledge.nationalities(name).size() + knowledge.places(name).size() +
                      knowledge.organisations(name).size() + knowledge.is_unlikely_place(name) +
                      knowledge.role(name).sector.size();
  for (const Country& country : knowledge.countries(name)) {
    found += knowledge.neighbours(country.code).size();
    if (knowledge.has_country(country.code)) found += knowledge.country(country.code).name.size();
  }
  const std::chrono::year_month_day day{std::chrono::year(2024), std::chrono::June, std::chrono::day(1)};
  for (const Tenure& tenure : knowledge.people(name))
    found += knowledge.holders(tenure.office, tenure.country, day).size();
  found +=
      knowledge.holders(knowledge.office(name), "EGY", day).size() + knowledge.holders("leader", "EGY", day).size();
  fuzz::check(found < (std::size_t{1} << 40), "answers are bounded");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string file(fuzz::text_of(data, size));
  if (file.size() >= 32) {
    const std::uint64_t length = file.size();
    std::memcpy(file.data() + 24, &length, sizeof length);
    fuzz::sign(file, 16, 32);
  }
  const fuzz::FileInMemory stored(file);
  try {
    const Knowledge knowledge(stored.path());
    for (const char* name :
         {"Egypt", "Egyptian", "Cairo", "Nice", "foreign minister", "Badr Abdelatty", "UN", "soldier", ""}) {
      ask(knowledge, name);
    }
    fuzz::check(knowledge.about().size() <= file.size(), "texts lie in the file");
  } catch (const Error& error) {
    fuzz::check(error.code() == ErrorCode::bad_knowledge, "the fault is the tables'");
  }
  return 0;
}
