// The words that dates are made of: English, British and American.
#pragma once

#include <cstdint>
#include <string_view>

#include "resolve/calendar.h"

namespace dateline {

enum class TimeWordKind : std::uint8_t {
  none,
  month,     ///< value 1 to 12
  weekday,   ///< value 1 (Monday) to 7
  unit,      ///< value: TimeUnit
  season,    ///< value: first month of the northern season
  part,      ///< value: Part; "early", "end"
  relation,  ///< value: Relation
  deictic,   ///< value: days from the report's date; "yesterday"
  daypart,   ///< "morning", "night"
  cardinal,  ///< value; "three"
  ordinal,   ///< value; "third"
  starter,   ///< may begin a date and has no value: "the", "in", "since"
};

/// How "last", "next", "same" choose a period.
enum class Relation : std::uint8_t { last, past, current, next, previous, following, same };

struct TimeWord {
  TimeWordKind kind = TimeWordKind::none;
  int value = 0;
  bool abbreviated = false;  ///< "Jan", "Tue"
  bool ambiguous = false;    ///< is also something else: "may", "march", "sun", "second"
};

/// The word's entry; kind none if it is no such word. `word` in lower case.
TimeWord time_word(std::string_view word);

}  // namespace dateline
