// What scoring adds up over reports: found events, their fields, false alarms, reliability.
#pragma once

#include <string>

#include "score/figures.h"
#include "score/matching.h"
#include "score/reliability.h"

namespace dateline::score {

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

}  // namespace dateline::score
