// Cells that Phoenix and PETRARCH share.
#pragma once

#include <algorithm>
#include <string>

#include "formats/actor_codes.h"
#include "formats/cells.h"
#include "formats/dyads.h"

namespace dateline {

/// CAMEO's mark for an actor or a code that nobody knows.
inline constexpr const char* kUnknownCode = "---";

inline std::string known(std::string code) { return code.empty() ? kUnknownCode : code; }

/// "MILITARY,1;ELECTION,1": what the record is about, each once.
inline std::string issues(const Event& event) {
  std::string out;
  for (const std::string& context : event.contexts)
    out.append(out.empty() ? "" : ";").append(in_capitals(context)).append(",1");
  return out;
}

/// Values of all reports with semicolons between them; a semicolon within one becomes a comma.
template <typename Field>
std::string each_telling(const ExportedRecord& record, Field field) {
  std::string out;
  const char* between = "";
  for (const Telling& telling : tellings(record)) {
    std::string value = field(telling);
    std::replace(value.begin(), value.end(), ';', ',');
    out.append(between).append(value);
    between = ";";
  }
  return out;
}

/// Report and sentence: "12345_3".
inline std::string sentence_id(const Telling& telling) {
  return std::to_string(report_number(*telling.report)) + "_" + std::to_string(sentence_number(telling));
}

inline std::string url_of(const Telling& telling) { return telling.report->url; }
inline std::string publisher_of(const Telling& telling) { return telling.report->publisher; }

}  // namespace dateline
