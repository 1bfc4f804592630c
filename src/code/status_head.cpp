#include <algorithm>

#include "code/status.h"

namespace dateline {
namespace {

// Chosen on the dev part of the annotation: to leave "actual" takes less than to come back to it.
constexpr float kLeaveActual = 2.0F;
constexpr float kOtherwise = 2.0F;

}  // namespace

Status reconsidered(const Scene& scene, Word trigger, Status by_rules) {
  const EventScores* scores = scene.scores(trigger);
  if (scores == nullptr || scores->status.empty()) return by_rules;
  const auto best = std::max_element(scores->status.begin(), scores->status.end());
  const auto status = static_cast<Status>(best - scores->status.begin());
  return *best >= (by_rules == Status::actual ? kLeaveActual : kOtherwise) ? status : by_rules;
}

}  // namespace dateline
