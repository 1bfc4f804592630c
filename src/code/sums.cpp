#include "code/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace dateline {
namespace {

/// What records must share for one's count to be the sum of another's.
struct Kind {
  std::string type, act;
  std::vector<std::string> countries;
  double sum = 0;
  bool operator<(const Kind& other) const {
    return std::tie(type, act, countries, sum) < std::tie(other.type, other.act, other.countries, other.sum);
  }
};

Kind kind_of(const Event& event, double sum) {
  Kind kind{event.type, event.act, {}, sum};
  for (const Actor& actor : event.actors) kind.countries.push_back(actor.country);
  std::sort(kind.countries.begin(), kind.countries.end());
  return kind;
}

/// The sum of the record's counts, if there are several and all are exact and of people or things of one role.
std::optional<double> sum_of(const Event& event) {
  if (event.counts.size() < 2) return std::nullopt;
  double sum = 0;
  for (const Count& count : event.counts) {
    if (!count.value || *count.value <= 0 || count.role != event.counts.front().role) return std::nullopt;
    sum += *count.value;
  }
  return sum;
}

std::string parts_of(const Event& event) {
  std::string parts;
  for (const Count& count : event.counts)
    parts += fmt::format("{}{:.0f} {}", parts.empty() ? "" : " + ", *count.value, count.unit);
  return parts;
}

}  // namespace

void note_sums(std::vector<Event>& events) {
  std::map<Kind, std::size_t> sums;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto sum = sum_of(events[i])) sums.emplace(kind_of(events[i], *sum), i);
  }
  if (sums.empty()) return;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].counts.size() != 1 || !events[i].counts.front().value) continue;
    const auto found = sums.find(kind_of(events[i], *events[i].counts.front().value));
    if (found == sums.end()) continue;
    Event& whole = events[i];
    Event& parts = events[found->second];
    whole.because.push_back(fmt::format("counts:{:.0f} = {}", found->first.sum, parts_of(parts)));
    parts.because.push_back(fmt::format("counts:parts of {:.0f}", found->first.sum));
  }
}

}  // namespace dateline
