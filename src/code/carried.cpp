#include "code/carried.h"

#include <algorithm>
#include <array>
#include <string_view>

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
      event.recipients = events[i].recipients;
      event.because.push_back("rule:directed at whom the last " + event.type + " was");
      break;
    }
  }
}

}  // namespace dateline
