// Where a report names countries and nationalities, and how much it is about
// each country. The first thing that is read: places, offices and actors are
// all disambiguated by it.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge.h"
#include "report/tree.h"

namespace dateline {

/// A name of a country ("Russia", "the U.S.") or of its people ("Russian").
struct CountryWord {
  TokenRange tokens;
  std::string_view code;
  bool nationality = false;
  bool in_name = false;  ///< part of a longer name: "Bank of China"
};

class CountryWords {
 public:
  CountryWords(const Report& report, const Tree& tree, const Knowledge& knowledge);

  const std::vector<CountryWord>& words() const { return words_; }
  /// The country word that covers `token`, or nullptr.
  const CountryWord* at(std::uint32_t token) const;
  /// How much the report is about the country: its names count 1 (once more in the first two sentences).
  double weight(std::string_view code) const;
  /// How often the sentence names it.
  double weight_in(std::uint32_t sentence, std::string_view code) const;
  /// The country that the report is mostly about, or empty.
  std::string_view main() const { return main_; }
  /// Adds a place of that country.
  void add_place(std::uint32_t sentence, std::string_view code);
  /// The word is part of a place's name ("New Jersey") in that country.
  void read_within(std::uint32_t token, std::string_view code);
  /// The country's name means a region of another country throughout the report: "Georgia" in the United States.
  void read_as(std::string_view country, std::string_view code);
  /// Finds `main` anew.
  void settle();

 private:
  void find(const Report& report, const Knowledge& knowledge, const Sentence& sentence);
  std::uint32_t read(const Report& report, const Knowledge& knowledge, std::uint32_t i, std::uint32_t limit);
  void choose_ambiguous(const Knowledge& knowledge);
  void recode(CountryWord& word, std::string_view code);
  void count(std::uint32_t sentence, std::string_view code, double weight);

  const Tree* tree_;
  std::vector<CountryWord> words_;
  std::vector<std::vector<std::string_view>> choices_;  ///< of each word, where ambiguous
  std::vector<std::int32_t> at_;
  std::unordered_map<std::string_view, double> weights_;
  std::vector<std::vector<std::pair<std::string_view, double>>> by_sentence_;
  std::string_view main_;
};

}  // namespace dateline
