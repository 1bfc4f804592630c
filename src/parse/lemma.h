// Lemmas by edit scripts: "l:2:y" lower-cases a form, drops its last two code
// points and appends "y" ("Parties" to "party"); "k:…" keeps the case.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline {

struct LemmaScript {
  bool lower = true;
  std::size_t drop = 0;
  std::string suffix;

  /// Throws std::invalid_argument unless the label has the form c:n:suffix.
  static LemmaScript parse(std::string_view label);
  /// The lemma of a form; the form itself if nothing would be left.
  std::string apply(std::string_view form) const;
};

/// Lemmas that training saw, by form and XPOS tag; the scripts answer for the rest.
class LemmaLexicon {
 public:
  /// Rows "form, tab, XPOS, tab, lemma"; `words`: further lemmas. Throws std::invalid_argument for another row.
  LemmaLexicon(const std::vector<std::string>& rows, const std::vector<std::string>& words);
  /// The lemma of the form as it stands, or else of its lower case; nullptr if neither is known.
  const std::string* find(std::string_view form, std::string_view xpos) const;
  /// The predicted lemma, or a known one that a regular ending of the form leads to where the predicted one is unknown.
  std::string check(std::string predicted, std::string_view form, std::string_view xpos) const;

 private:
  std::unordered_map<std::string, std::string> lemmas_;  ///< by "form, tab, XPOS"
  std::unordered_set<std::string> words_;                ///< every lemma, lower case
};

}  // namespace dateline
