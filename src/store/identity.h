// What makes two things the same: texts, reports, records, days.
#pragma once

#include <dateline/report.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::store {

using Day = std::chrono::year_month_day;

/// What two texts have in common if only quotes, dashes, accents, case and white space tell them apart.
std::string normalised(std::string_view text);

/// A hash for a look-up whose hits are compared in full.
std::int64_t hash_of(std::string_view text);

/// What stays the same when a report is published again with another text: its URL; without one its publisher and id;
/// of a file its name and day. Empty if it has none of them.
std::string key_of(const Report& report);

/// Days since 1970-01-01, as SQLite's date() wants them (times 86,400).
std::optional<std::int64_t> number_of(const std::optional<Day>& day);
std::optional<Day> day_of(std::int64_t number);

/// Has the event a date of its own, or by the report's?
bool has_date(const Event& event);

/// The day by which a record is found and ordered: the first of its date, or else the report's.
std::optional<Day> day_of(const Report& report, const Event& event);

// Rows of table record carry their day, so that a range of days is a range of rows and the order of rows that of days:
// id = (days since 1 BC-12-31) << 24 | number in the day. Records without a day have day 0.
inline constexpr int kSequenceBits = 24;
/// The first row that a record of that day may have.
std::int64_t first_row(const std::optional<Day>& day);
/// The last one.
std::int64_t last_row(const std::optional<Day>& day);

/// The day of a row; nothing if it has none.
std::optional<Day> day_of_row(std::int64_t row);

/// Record ids in hexadecimal and as SQLite's integers.
std::int64_t code_of(std::string_view id);
std::string id_of(std::int64_t code);
/// Ids of stories and rows of table story: "s7" and 7.
std::string story_id(std::int64_t row);
std::optional<std::int64_t> story_row(std::string_view id);

/// Is it 16 hexadecimal digits?
bool is_record_id(std::string_view id);

}  // namespace dateline::store
