#include "store/near_copies.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/hash.h"
#include "store/story_words.h"

namespace dateline::store {
namespace {

constexpr std::size_t kRun = 4;
constexpr std::size_t kFewest = 7;  ///< runs: ten words
constexpr double kShare = 0.7;      ///< of the shorter text

}  // namespace

Shingles shingles_of(std::string_view text) {
  const std::vector<std::string> words = plain_words(text);
  Shingles out;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    Hash64 hash;
    for (std::size_t k = 0; k < kRun; ++k) hash.add(words[i + k]);
    out.push_back(hash.value());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool are_near_copies(const Shingles& a, const Shingles& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < kFewest) return false;
  Shingles both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) >= kShare * static_cast<double>(shorter);
}

}  // namespace dateline::store
