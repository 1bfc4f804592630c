#include <dateline/report.h>

#include "base/hash.h"
#include "report/dates.h"

namespace dateline {
std::string record_id(const Report& report, const Event& event) {
  Hash64 hash;
  const Span evidence = report.sentences[event.sentence].span;
  hash.add(report.id);
  for (const std::uint32_t number : {evidence.begin, evidence.end, event.trigger.begin})
    hash.add(std::to_string(number));
  hash.add(event.type);
  for (const Actor& actor : event.actors) hash.add(actor.name + "|" + actor.country);
  if (event.date) hash.add(iso(event.date->start));
  return hexadecimal(hash.value());
}

}  // namespace dateline
