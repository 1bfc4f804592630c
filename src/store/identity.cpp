#include "store/identity.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "report/dates.h"
#include "text/fold.h"

namespace dateline::store {
namespace {

constexpr std::int64_t kDaysBefore1970 = 719163;  ///< so that 0001-01-01 is day 1
constexpr std::int64_t kLastDay = (std::int64_t{1} << 38) - 1;

std::int64_t row_day(const std::optional<Day>& day) {
  const auto number = number_of(day);
  return number ? std::clamp<std::int64_t>(*number + kDaysBefore1970, 1, kLastDay) : 0;
}

}  // namespace

std::string normalised(std::string_view text) { return fold(text); }

std::int64_t hash_of(std::string_view text) {
  Hash64 hash;
  hash.add(text);
  return static_cast<std::int64_t>(hash.value());
}

std::string key_of(const Report& report) {
  if (!report.url.empty()) return "url " + report.url;
  switch (report.id_origin) {
    case IdOrigin::given:
      return "id " + report.publisher + '\n' + report.id;
    case IdOrigin::file_name:
      return "file " + report.id + '\n' + (report.published ? iso(*report.published) : "");
    default:
      return {};
  }
}

std::optional<std::int64_t> number_of(const std::optional<Day>& day) {
  if (!day || !day->ok()) return std::nullopt;
  return std::chrono::sys_days(*day).time_since_epoch().count();
}

std::optional<Day> day_of(std::int64_t number) { return Day(std::chrono::sys_days(std::chrono::days(number))); }

bool has_date(const Event& event) {
  return event.date && event.date->precision != DatePrecision::unknown && event.date->start.ok();
}

std::optional<Day> day_of(const Report& report, const Event& event) {
  return has_date(event) ? event.date->start : report.published;
}

std::int64_t first_row(const std::optional<Day>& day) { return row_day(day) << kSequenceBits; }
std::int64_t last_row(const std::optional<Day>& day) { return ((row_day(day) + 1) << kSequenceBits) - 1; }

std::optional<Day> day_of_row(std::int64_t row) {
  const std::int64_t day = row >> kSequenceBits;
  return day == 0 ? std::nullopt : day_of(day - kDaysBefore1970);
}

std::int64_t code_of(std::string_view id) {
  std::uint64_t value = 0;
  std::from_chars(id.data(), id.data() + id.size(), value, 16);
  return static_cast<std::int64_t>(value);
}

std::string id_of(std::int64_t code) { return hexadecimal(static_cast<std::uint64_t>(code)); }

std::string story_id(std::int64_t row) { return "s" + std::to_string(row); }

std::optional<std::int64_t> story_row(std::string_view id) {
  std::int64_t row = 0;
  const char* end = id.data() + id.size();
  if (!id.starts_with('s')) return std::nullopt;
  const auto [stop, fault] = std::from_chars(id.data() + 1, end, row);
  return fault == std::errc{} && stop == end ? std::optional(row) : std::nullopt;
}

bool is_record_id(std::string_view id) {
  return id.size() == 16 && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace dateline::store
