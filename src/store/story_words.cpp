#include "store/story_words.h"

#include <algorithm>

#include "base/hash.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace dateline::store {
namespace {

bool is_word_part(char32_t c) { return is_letter(c) || is_digit(c); }

bool ends(std::string_view word, std::string_view ending, std::size_t least) {
  return word.size() >= least + ending.size() && word.ends_with(ending);
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// "kidnapp" is "kidnap", "seize" and "seiz" are one.
void close(std::string& stem) {
  constexpr std::size_t kShort = 3;
  if (stem.size() > kShort && stem.back() == stem[stem.size() - 2] && !is_vowel(stem.back())) stem.pop_back();
  if (stem.size() > kShort && stem.back() == 'e') stem.pop_back();
}

float sum_of(const StoryWords& words) {
  float sum = 0;
  for (const StoryWord& word : words) sum += word.weight;
  return sum;
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> out;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = decode(folded, at);
    const bool within_number = c == U',' && !word.empty() && word.back() >= '0' && word.back() <= '9' &&
                               at < folded.size() && folded[at] >= '0' && folded[at] <= '9';
    if (is_word_part(c))
      word.append(folded, begin, at - begin);
    else if (!within_number)
      end_word();
  }
  end_word();
  return out;
}

std::string stem_of(std::string_view word) {
  std::string stem(word);
  if (ends(stem, "ing", 3)) {
    stem.resize(stem.size() - 3);
  } else if (ends(stem, "ies", 2)) {
    stem.replace(stem.size() - 3, 3, "y");
    return stem;
  } else if (ends(stem, "ed", 3)) {
    stem.resize(stem.size() - 2);
  } else if (ends(stem, "s", 3) && !stem.ends_with("ss")) {
    stem.pop_back();
  } else {
    if (stem.size() > 3 && stem.back() == 'e') stem.pop_back();
    return stem;
  }
  close(stem);
  return stem;
}

std::uint32_t hash_of_word(std::string_view stem) {
  Hash64 hash;
  hash.add(stem);
  return static_cast<std::uint32_t>(hash.value() ^ hash.value() >> 32);
}

StoryWords words_of(std::string_view text) {
  StoryWords out;
  for (const std::string& word : plain_words(text)) {
    if (word.size() < 2) continue;
    const std::string stem = stem_of(word);
    out.push_back({hash_of_word(stem), weight_of(stem)});
  }
  std::sort(out.begin(), out.end(), [](const StoryWord& a, const StoryWord& b) { return a.hash < b.hash; });
  out.erase(
      std::unique(out.begin(), out.end(), [](const StoryWord& a, const StoryWord& b) { return a.hash == b.hash; }),
      out.end());
  return out;
}

StoryWords merged(const StoryWords& a, const StoryWords& b) {
  StoryWords out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out),
                 [](const StoryWord& x, const StoryWord& y) { return x.hash < y.hash; });
  return out;
}

float overlap(const StoryWords& a, const StoryWords& b) {
  float both = 0;
  const float all = sum_of(a) + sum_of(b);  // in this order, so that the result is the same from either side
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->hash == y->hash) both += 2 * x->weight;
    const bool step_x = x->hash <= y->hash;
    const bool step_y = y->hash <= x->hash;
    if (step_x) ++x;
    if (step_y) ++y;
  }
  return all > 0 ? both / all : 0;
}

}  // namespace dateline::store
