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

bool is_answer(const Event& event) {
  constexpr std::array<std::string_view, 4> kTypes = {"ACCUSE", "REJECT", "REQUEST", "THREATEN"};
  return std::find(kTypes.begin(), kTypes.end(), event.type) != kTypes.end();
}

/// The last event before that was done or said to those who act now, by others: whom they answer.
const Event* answered_by(const std::vector<Event>& events, const Event& event) {
  for (const Event* before = &event; before != events.data();) {
    --before;
    if (before->sentence + kMemory < event.sentence) return nullptr;
    const bool hostile = before->quad >= 3 || before->type == "REQUEST";
    if (hostile && !before->actors.empty() && overlap(before->recipients, event.actors) &&
        !overlap_loosely(before->actors, event.actors))
      return before;
  }
  return nullptr;
}

}  // namespace

void answer(std::vector<Event>& events) {
  for (Event& event : events) {
    if (!event.recipients.empty() || event.actors.empty() || !is_answer(event)) continue;
    const Event* before = answered_by(events, event);
    if (!before) continue;
    event.recipients = before->actors;
    event.because.push_back("rule:answers those who did " + before->type);
  }
}

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
