// How records leave the program.
#pragma once

#include <dateline/report.h>

#include <string>
#include <string_view>

namespace dateline {

/// The records of a coded report as JSON, one object a line (docs/formats/record.md), in text order.
std::string to_jsonl(const Report& report);

/// One record of a coded report as a line of JSON; `story`: the story it belongs to, if it is known.
std::string to_jsonl(const Report& report, const Event& event, std::string_view story = {});

/// The records of a coded report for people: a heading, then a few lines a record. `colour`: with terminal
/// colours; `width`: columns of the terminal.
std::string to_table(const Report& report, bool colour, std::size_t width = 100);

/// Everything that the stages added to a report: words with tags and tree, names, mentions with their
/// meaning, places, dates, counts, who says what, and the records with their reasons.
std::string to_explanation(const Report& report);

}  // namespace dateline
