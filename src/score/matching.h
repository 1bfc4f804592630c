// Which coded record answers which gold event, and how right it is field by
// field. A record may answer an event if it stands in the same sentence, has
// its type, and the same countries act and are acted upon; of all one-to-one
// assignments the one with the most right fields is taken.
#pragma once

#include <dateline/report.h>

#include <string>
#include <vector>

#include "score/fields.h"
#include "score/gold.h"

namespace dateline::score {

struct Matching {
  std::vector<std::int32_t> answer;  ///< record of each gold event, or -1
  std::vector<std::string> why;      ///< of each event that was missed: the nearest record, and what is wrong with it
  std::vector<std::size_t> false_alarms;  ///< records that answer no event and are not fine
  std::size_t spare = 0;                  ///< records that answer none and are fine
  std::size_t near = 0;                   ///< missed events with a record of their type in their sentence
};

Matching match(const GoldReport& gold, const Report& report);

/// A record in one line: "AGREE PRK -> RUS future "intends"".
std::string one_line(const Report& report, const Event& record);

/// Matched, missed, false alarms of one report, a line each.
std::string describe(const GoldReport& gold, const Report& report, const Matching& matching);

}  // namespace dateline::score
