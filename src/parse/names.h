// Names from BIO scores: the best sequence of tags in which an I-X follows only
// a B-X or an I-X (Viterbi).
#pragma once

#include <dateline/report.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dateline {

/// A tag of the name head: outside, or the beginning or inside of a kind.
struct NameTag {
  bool begins = false;
  std::optional<NameKind> kind;  ///< nothing: outside
};

/// The meaning of "O", "B-PER", "I-LOC"; nothing for any other label.
std::optional<NameTag> name_tag(std::string_view label);

/// A run of words that make a name, counted from the sentence's first word.
struct NameRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NameKind kind = NameKind::person;
  friend bool operator==(const NameRange&, const NameRange&) = default;
};

/// `scores` has tags.size() values a word.
std::vector<NameRange> find_names(std::span<const NameTag> tags, std::span<const float> scores);

}  // namespace dateline
