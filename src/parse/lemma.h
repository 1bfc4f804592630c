// Lemmas by edit scripts: "l:2:y" lower-cases a form, drops its last two code
// points and appends "y" ("Parties" to "party"); "k:…" keeps the case.
#pragma once

#include <string>
#include <string_view>

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

}  // namespace dateline
