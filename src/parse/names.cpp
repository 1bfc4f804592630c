#include "parse/names.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr float kForbidden = -1e30F;

bool may_follow(const NameTag& before, const NameTag& tag) {
  return !tag.kind || tag.begins || before.kind == tag.kind;
}

/// Tag of each word on the best path.
std::vector<std::uint8_t> best_path(std::span<const NameTag> tags, std::span<const float> scores) {
  const std::size_t count = tags.size();
  const std::size_t words = scores.size() / count;
  std::vector<float> total(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(count));
  std::vector<std::uint8_t> from(words * count);
  for (std::size_t t = 0; t < count; ++t) {
    if (!may_follow(NameTag{}, tags[t])) total[t] = kForbidden;
  }
  for (std::size_t word = 1; word < words; ++word) {
    std::vector<float> next(count, kForbidden);
    for (std::size_t t = 0; t < count; ++t) {
      for (std::size_t before = 0; before < count; ++before) {
        const float score = may_follow(tags[before], tags[t]) ? total[before] + scores[word * count + t] : kForbidden;
        if (score <= next[t]) continue;
        next[t] = score;
        from[word * count + t] = static_cast<std::uint8_t>(before);
      }
    }
    total = std::move(next);
  }
  std::vector<std::uint8_t> path(words);
  path.back() = static_cast<std::uint8_t>(std::max_element(total.begin(), total.end()) - total.begin());
  for (std::size_t word = words - 1; word > 0; --word) path[word - 1] = from[word * count + path[word]];
  return path;
}

}  // namespace

std::optional<NameTag> name_tag(std::string_view label) {
  if (label == "O") return NameTag{};
  if (!label.starts_with("B-") && !label.starts_with("I-")) return std::nullopt;
  for (const NameKind kind : {NameKind::person, NameKind::organisation, NameKind::location}) {
    if (label.substr(2) == name_of(kind)) return NameTag{label[0] == 'B', kind};
  }
  return std::nullopt;
}

std::vector<NameRange> find_names(std::span<const NameTag> tags, std::span<const float> scores) {
  std::vector<NameRange> names;
  if (scores.empty()) return names;
  const std::vector<std::uint8_t> path = best_path(tags, scores);
  bool open = false;
  for (std::uint32_t word = 0; word < path.size(); ++word) {
    const NameTag& tag = tags[path[word]];
    if (tag.kind && tag.begins) names.push_back({word, word + 1, *tag.kind});
    if (tag.kind && !tag.begins && open) names.back().end = word + 1;
    open = tag.kind.has_value();
  }
  return names;
}

}  // namespace dateline
