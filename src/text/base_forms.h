// A second opinion on lemmas. The parser predicts them and errs on words it
// has seldom seen ("denounc"); its lexicon and the codebook know which words
// exist. Where the predicted lemma is no known word and a regular ending of
// the form leads to one, that one is taken.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace dateline {

/// `lemma` itself if it is known; else the first known base of `form` (both in lower case); else `lemma`.
std::string checked_lemma(const std::string& lemma, std::string_view form,
                          const std::function<bool(const std::string&)>& known);

}  // namespace dateline
