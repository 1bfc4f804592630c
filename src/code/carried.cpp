#include "code/carried.h"

#include <algorithm>
#include <array>
#include <map>
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
  std::map<std::string_view, const Event*> last;  // of each type, with recipients
  for (Event& event : events) {
    if (!is_carried(event)) continue;
    const Event*& before = last[event.type];
    if (event.recipients.empty() && before && before->sentence + kMemory >= event.sentence) {
      const bool answers = overlap_loosely(event.actors, before->recipients);
      event.recipients = answers ? before->actors : before->recipients;
      if (!event.recipients.empty()) event.because.push_back("rule:directed at whom the last " + event.type + " was");
    }
    if (!event.recipients.empty()) before = &event;
  }
}

}  // namespace dateline
