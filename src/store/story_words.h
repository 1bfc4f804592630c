// What a stretch of text is about: its words without their endings, each with how much it tells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::store {

struct StoryWord {
  std::uint32_t hash = 0;  ///< of the stem
  float weight = 0;        ///< 0.05 for words of every report, 1 for rare ones
};

/// Ascending by hash, each once. Words of one letter are left out.
using StoryWords = std::vector<StoryWord>;

StoryWords words_of(std::string_view text);
StoryWords merged(const StoryWords& a, const StoryWords& b);

/// Dice's coefficient by weights, 0 to 1: twice what both have, over what each has. 0 if one has nothing.
float overlap(const StoryWords& a, const StoryWords& b);

/// The word in small letters without accents and its regular ending: "kidnapped", "kidnaps": "kidnap".
std::string stem_of(std::string_view word);
std::uint32_t hash_of_word(std::string_view stem);

/// How much a stem tells: 0.05, 0.3, 0.6 or 1.
float weight_of(const std::string& stem);

/// Words of a text in their order, in small letters without accents.
std::vector<std::string> plain_words(std::string_view text);

}  // namespace dateline::store
