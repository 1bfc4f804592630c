#include "code/carried.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "code/participants.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMemory = 12;  ///< sentences

bool is_carried(const Event& event) {
  constexpr std::array<std::string_view, 3> kTypes = {"ACCUSE", "REJECT", "PROTEST"};
  return std::find(kTypes.begin(), kTypes.end(), event.type) != kTypes.end();
}

}  // namespace

void carry_targets(std::vector<Event>& events) {
  for (std::size_t later = 0; later < events.size(); ++later) {
    Event& event = events[later];
    if (!is_carried(event) || !event.recipients.empty()) continue;
    for (std::size_t i = later; i-- > 0 && events[i].sentence + kMemory >= event.sentence;) {
      if (events[i].type != event.type || events[i].recipients.empty()) continue;
      const bool answers = overlap_loosely(event.actors, events[i].recipients);
      const std::vector<Actor>& targets = answers ? events[i].actors : events[i].recipients;
      if (targets.empty()) continue;
      event.recipients = targets;
      event.because.push_back("rule:directed at whom the last " + event.type + " was");
      break;
    }
  }
}

}  // namespace dateline
