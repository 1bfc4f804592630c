// Formats that have one source and one target a row: who acts on whom, and what such a row is called.
#pragma once

#include <dateline/formats.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline {

/// A null pointer where the report names nobody.
struct Dyad {
  const Actor* source = nullptr;
  const Actor* target = nullptr;
};

/// Every actor with every recipient. Several actors without a recipient (a meeting, a fight of two sides): each of them
/// with each other, in both directions, as CAMEO has it. At least one dyad.
std::vector<Dyad> dyads(const Event& event);

/// A number for the row of that dyad, the same in every run: 52 bits of a hash, which programs that know only floating
/// point (R, spreadsheets, JavaScript) keep exactly.
std::int64_t row_number(const std::string& record, std::size_t dyad);
/// Likewise for a report.
std::int64_t report_number(const Report& report);

/// The first day of the event, or else the day of the report.
std::optional<std::chrono::year_month_day> day_of(const ExportedRecord& record);

/// The record itself and then the others.
std::vector<Telling> tellings(const ExportedRecord& record);

/// Sentence of the report, counted from 1.
std::uint32_t sentence_number(const Telling& telling);

}  // namespace dateline
