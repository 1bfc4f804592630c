// Which coded record answers which gold event, and how right it is field by
// field. A record may answer an event if it stands in the same sentence, has
// its type, and the same countries act and are acted upon; of all one-to-one
// assignments the one with the most right fields is taken.
#pragma once

#include <dateline/report.h>

#include <map>
#include <string>
#include <vector>

#include "score/figures.h"
#include "score/gold.h"
#include "score/reliability.h"

namespace dateline::score {

/// Right and scored, by name of the field.
using FieldScores = std::map<std::string, std::pair<std::size_t, std::size_t>>;

struct Matching {
  std::vector<std::int32_t> answer;  ///< record of each gold event, or -1
  std::vector<std::string> why;      ///< of each event that was missed: the nearest record, and what is wrong with it
  std::vector<std::size_t> false_alarms;  ///< records that answer no event and are not fine
  std::size_t spare = 0;                  ///< records that answer none and are fine
  std::size_t near = 0;                   ///< missed events with a record of their type in their sentence
};

Matching match(const GoldReport& gold, const Report& report);

/// Fields of the event that the record has right, of those that are scored.
void score_fields(const GoldEvent& event, const Report& report, const Event& record, FieldScores& fields);

/// A record in one line: "AGREE PRK -> RUS future "intends"".
std::string one_line(const Report& report, const Event& record);

/// Sums of several reports.
struct GoldTotals {
  Tally events;        ///< type and countries
  Tally with_sectors;  ///< type, countries and sectors
  Tally triggers;      ///< records whose trigger is an event's, whatever else they say; annotated items only
  Tally typed;         ///< those with its type
  Tally claimants;     ///< sources of matched events, each at its place in the chain
  Tally counts;        ///< counts of matched events, value and role
  Tally contexts;      ///< contexts of matched events
  FieldScores fields;
  Reliability reliability;
  std::size_t false_alarms = 0;
  std::size_t near = 0;
  std::size_t quiet = 0;         ///< reports in which nothing happens
  std::size_t quiet_alarms = 0;  ///< false alarms in them

  void add(const GoldReport& gold, const Report& report, const Matching& matching);
  Score score(std::string table) const;
};

/// Matched, missed, false alarms of one report, a line each.
std::string describe(const GoldReport& gold, const Report& report, const Matching& matching);

}  // namespace dateline::score
