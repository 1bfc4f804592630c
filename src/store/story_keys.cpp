// Finding must be mutual, or the result would depend on which of two records came first. Records of a day look a few
// days around themselves. Those of a long period or of the past stand under keys of their own, which everybody searches
// far around himself; and they themselves search both kinds as far.
#include "store/story_keys.h"

#include <algorithm>

#include "store/identity.h"

namespace dateline::store {
namespace {

constexpr std::size_t kMostTerms = 8;
constexpr std::int64_t kNearDays = 8;
constexpr std::int64_t kFarDays = 120;
constexpr float kRare = 1;

enum class KeyKind : std::uint8_t { near, far };

std::int64_t key_of(int quad, std::uint32_t term, KeyKind kind) {
  // splitmix64: the parts spread over all bits
  std::uint64_t z = (static_cast<std::uint64_t>(term) << 8 | static_cast<std::uint64_t>(quad & 7) << 1 |
                     static_cast<std::uint64_t>(kind)) +
                    0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return static_cast<std::int64_t>((z ^ (z >> 31)) >> 16);  // 48 bits: SQLite keeps them in six bytes
}

/// Words that are the smallest of their kind: two records that share words so choose the same ones.
void add_rare(std::vector<std::uint32_t>& terms, const StoryWords& words) {
  for (const StoryWord& word : words) {
    if (terms.size() >= kMostTerms) return;
    if (word.weight >= kRare && std::find(terms.begin(), terms.end(), word.hash) == terms.end())
      terms.push_back(word.hash);
  }
}

std::uint32_t country_of(const Sketch& sketch) {
  if (sketch.place.country != 0) return sketch.place.country;
  for (const auto* side : {&sketch.recipients, &sketch.actors}) {
    for (const SketchedActor& actor : *side)
      if (actor.country != 0) return actor.country;
  }
  return 0;
}

std::vector<std::uint32_t> terms_of(const Sketch& sketch) {
  std::vector<std::uint32_t> terms;
  const SketchedPlace& place = sketch.place;
  if (place.known && place.precision >= PlacePrecision::city && place.name != 0) terms.push_back(place.name);
  for (const auto* side : {&sketch.recipients, &sketch.actors})
    for (const SketchedActor& actor : *side) add_rare(terms, actor.name);
  add_rare(terms, sketch.sentence_words);
  add_rare(terms, sketch.report_words);
  if (const std::uint32_t country = country_of(sketch)) terms.push_back(country ^ sketch.type);
  return terms;
}

KeyRange range_of(std::int64_t key, std::int64_t row, std::int64_t days) {
  const std::int64_t span = days << kSequenceBits;
  const std::int64_t day = row >> kSequenceBits << kSequenceBits;
  return {key, std::max<std::int64_t>(0, day - span), day + span + (std::int64_t{1} << kSequenceBits) - 1};
}

}  // namespace

std::vector<std::int64_t> story_keys(const Sketch& sketch) {
  const KeyKind kind = is_wide(sketch) ? KeyKind::far : KeyKind::near;
  std::vector<std::int64_t> out;
  for (const std::uint32_t term : terms_of(sketch)) out.push_back(key_of(sketch.quad, term, kind));
  return out;
}

std::vector<KeyRange> ranges_of(const Sketch& sketch) {
  const std::int64_t near = is_wide(sketch) ? kFarDays : kNearDays;
  std::vector<KeyRange> out;
  for (const std::uint32_t term : terms_of(sketch)) {
    out.push_back(range_of(key_of(sketch.quad, term, KeyKind::near), sketch.row, near));
    out.push_back(range_of(key_of(sketch.quad, term, KeyKind::far), sketch.row, kFarDays));
  }
  return out;
}

}  // namespace dateline::store
