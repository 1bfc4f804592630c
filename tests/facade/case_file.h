// Case files: a small report and, under a line "--", the records that it must and must not give, one a line.
//
//   # what the case is about            comments, anywhere
//   date 2025-06-18                     of the report; first lines of the file
//   publisher KBS                       optional
//   (blank line, then the text; blank lines part paragraphs)
//   --
//   ASSAULT[aerial] actual RUS:MIL -> UKR @Kharkiv 2025-06-17 #3 <Ukraine "struck" =ACT
//
// A row names a type (several: A|B) and then any of: [mode], status, actors and recipients (countries, :SECTOR, or part
// of a name with _ for spaces), @place, date, #number or #number:role, <source (outermost first), "trigger", =act. What
// a row leaves out is not asked for. Each demanded row must be met by a record of its own. Before the row:
//   ?  fine if it comes      %  wanted, not yet demanded      !  must not come      ~  comes and is wrong: to be mended
// A record that meets no row is a false alarm. A wanted row may say more of a record that another row demands.
#pragma once

#include <dateline/report.h>

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::testing {

struct CaseCount {
  double value = 0;
  std::string role;  ///< "dead"; empty: any
};

struct CaseRow {
  char kind = ' ';  ///< ' ' demanded, '?' fine, '%' wanted, '!' forbidden, '~' known to be wrong
  std::vector<std::string> types;
  std::string mode, status, place, date, trigger, act, line;
  std::vector<std::string> actors, recipients, sources;
  std::vector<CaseCount> counts;
  bool no_recipient = false;  ///< "-> -"
};

struct Case {
  std::string name;
  Report report;
  std::vector<CaseRow> rows;
};

/// Throws std::runtime_error with file and line.
Case read_case(const std::filesystem::path& path);

/// What a coded report says of its case, one line each.
struct Verdict {
  std::vector<std::string> faults;  ///< demanded and missing, forbidden, false alarms; empty if the case holds
  std::vector<std::string> news;    ///< '%' rows that are met now and '~' rows that are not: time to edit the case
};
Verdict judge(const Case& wanted, const Report& coded);

/// A record in one-line form.
std::string one_line(const Report& report, const Event& event);

}  // namespace dateline::testing
