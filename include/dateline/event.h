// The event record: who did what to whom, where, when, how many, who says so.
// Field meanings are those of docs/formats/record.md (record version 1).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Bytes [begin, end) of Report::text. An absent span is empty.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin == end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// PLOVER's auxiliary modes, with `actual` for none of them.
enum class Status : std::uint8_t { actual, historical, future, hypothetical, negated };
std::string_view name_of(Status status);
std::optional<Status> status_of(std::string_view name);

/// Somebody who acts, is acted upon, or claims.
struct Actor {
  Span span;            ///< the words that name it here
  std::string name;     ///< canonical name: "Sergei Shoigu", "North Korea", "gunmen"
  std::string country;  ///< ISO 3166-1 alpha-3, or empty
  std::string sector;   ///< PLOVER sector: GOV, MIL, REB, …, or empty for a country itself
  std::string id;       ///< Wikidata or own id, or empty
  friend bool operator==(const Actor&, const Actor&) = default;
};

/// How exact a place is.
enum class PlacePrecision : std::uint8_t { country, admin1, admin2, city, place };
std::string_view name_of(PlacePrecision precision);

struct Place {
  Span span;
  std::string name;
  std::string country;  ///< ISO 3166-1 alpha-3
  std::string admin1;   ///< name of the first-level region, or empty
  double latitude = 0;  ///< degrees, WGS 84
  double longitude = 0;
  bool located = false;  ///< false: latitude and longitude are unknown
  PlacePrecision precision = PlacePrecision::place;
  std::string id;  ///< "geonames:1234", or empty
};

enum class DatePrecision : std::uint8_t { day, week, month, year, unknown };
std::string_view name_of(DatePrecision precision);

/// A date or period, resolved against the report's date. Both ends inclusive.
struct EventDate {
  Span span;  ///< empty if the date is the report's own
  std::chrono::year_month_day start{};
  std::chrono::year_month_day end{};
  DatePrecision precision = DatePrecision::unknown;
};

enum class CountRole : std::uint8_t {
  dead,
  injured,
  arrested,
  displaced,
  personnel,
  participants,
  weapons,
  money,
  other
};
std::string_view name_of(CountRole role);

struct Count {
  Span span;
  std::optional<double> value;
  std::optional<double> low;   ///< "at least 20", "dozens" (24)
  std::optional<double> high;  ///< "up to 20", "dozens" (99)
  std::string unit;            ///< what is counted, as in the text: "construction workers"
  CountRole role = CountRole::other;
};

/// One link of the claimant chain.
struct Source {
  Actor actor;
  std::string verb;  ///< lemma of the reporting verb, or "according to"
  std::optional<std::chrono::year_month_day> said_on;
};

/// One event record.
struct Event {
  std::uint32_t sentence = 0;  ///< index in Report::sentences
  std::uint32_t token = 0;     ///< the trigger's word
  Span trigger;
  std::string type;  ///< the codebook's type: "AGREE"
  std::string mode;  ///< the codebook's mode, or empty
  std::vector<std::string> contexts;
  int quad = 0;          ///< 1 verbal cooperation … 4 material conflict
  double intensity = 0;  ///< Goldstein-like score of the codebook
  std::string act;       ///< type of what is promised, threatened, demanded, refused
  std::string cameo;     ///< CAMEO code, root at least
  Status status = Status::actual;
  std::vector<Actor> actors;
  std::vector<Actor> recipients;
  std::optional<Place> place;
  std::optional<EventDate> date;
  std::vector<Count> counts;
  std::vector<Source> sources;  ///< outermost first
  double confidence = 0;        ///< 0 to 1
  std::vector<std::string> because;
};

}  // namespace dateline
