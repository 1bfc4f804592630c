// Words that open an attribution: verbs, nouns and adjectives of saying,
// thinking, wanting and judging, with the complements that hold their content.
// Wider than the verbs that make somebody a claimant of an event
// (trait::reporting): "criticised the plan" attributes a judgement.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

using CuePatterns = std::uint8_t;

namespace cue {
inline constexpr CuePatterns clause = 1;      ///< "said that …", "worries whether …"
inline constexpr CuePatterns infinitive = 2;  ///< "plans to …", "urged them to …"
inline constexpr CuePatterns object = 4;      ///< "criticised …", "announced …"
inline constexpr CuePatterns speech = 8;      ///< may stand beside its content: "…, he said"
inline constexpr CuePatterns hearer = 16;     ///< its object hears: "told reporters that …"
inline constexpr CuePatterns predicate = 32;  ///< "called it a mistake", "described him as …"
}  // namespace cue

/// What a verb in this lemma (lower case) may open; 0 if it opens nothing.
CuePatterns cue_patterns(std::string_view verb);
/// Is the phrase with this preposition the content of that verb ("call" "for", "point" "to")?
bool is_cue_preposition(std::string_view verb, std::string_view preposition);
/// "claim", "plan", "warning": nouns whose complement is what somebody says or wants.
bool is_cue_noun(std::string_view noun);
/// "sure", "afraid", "worried".
bool is_cue_adjective(std::string_view adjective);
/// Verbs that take a clause and attribute nothing: "ensure that", "happens that".
bool is_no_cue(std::string_view verb);

}  // namespace dateline
