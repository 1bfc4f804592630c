// Small worlds: reports built by hand for the tests of the resolve stage, from
// lines like those of CoNLL-U:
//
//   form lemma xpos head relation [name]
//
// Heads count from 1 in their sentence, 0 is the root; an empty line ends a
// sentence; the name column has PER, ORG, LOC on a name's first word and + on
// the others. UPOS follows from XPOS and relation. `plain` makes a report of
// unparsed text, its words cut at spaces and marks, for what needs no tree.
#pragma once

#include <dateline/report.h>

#include <string>
#include <string_view>

namespace dateline {

/// A report of the sentences in `lines`, published on that day.
Report world(std::string_view lines, std::chrono::year_month_day published);

/// A report of one unparsed sentence.
Report plain(std::string_view text, std::chrono::year_month_day published);

/// "2025-06-17", "2024", "2025-02/2025-06-18": day, month and year as such, anything else as first/last.
std::string dump(const EventDate& date);
/// Times of the report, one each: "Tuesday=2025-06-17"; joined with " | ".
std::string dump_times(const Report& report);
/// "at least 20 people=20[20,] dead": text of number, unit, value, bounds, role.
std::string dump_quantities(const Report& report);

}  // namespace dateline
