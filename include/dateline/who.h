// Who or what a name means on a day, as the knowledge tables have it: a person
// with offices, an office with its holders, an organisation, a country, a
// nationality word, a place, a noun for a role. Nothing is guessed: what the
// tables do not know is not answered.
#pragma once

#include <dateline/event.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What a name is the name of.
enum class ReadingKind : std::uint8_t { country, nationality, person, office, organisation, place, role };
std::string_view name_of(ReadingKind kind);

/// A person's time in an office. Both dates are inclusive; an absent one is unknown or, at the end, still open.
struct Office {
  std::string person;    ///< usual English name
  std::string position;  ///< "Minister of Defence", the country left out
  std::string key;       ///< kind of office: "defence minister" (docs/formats/knowledge.md)
  std::string country;   ///< ISO 3166-1 alpha-3, empty for international bodies
  std::string sector;    ///< PLOVER sector
  std::optional<std::chrono::year_month_day> from, to;
  bool held = false;  ///< on the day that was asked for
};

/// One meaning of a name.
struct Reading {
  ReadingKind kind = ReadingKind::person;
  std::string name;             ///< canonical
  std::string detail;           ///< kind of organisation ("armed group") or place ("city"), key of an office
  std::string country;          ///< ISO 3166-1 alpha-3, or empty
  std::string country_name;     ///< short English name, or empty
  std::string sector;           ///< PLOVER sector; of a person: that day's, empty out of office
  std::string id;               ///< Wikidata, GeoNames or own id, or empty
  std::string region;           ///< of a place: its first-level region
  std::vector<Office> offices;  ///< of a person: latest first; of an office: who holds it
  std::optional<double> latitude, longitude;  ///< of a place or country: degrees, WGS 84
};

/// The day that the tables were written for; what they say of later days is what was so on this one.
inline constexpr std::chrono::year_month_day kTablesWritten{std::chrono::year{2026}, std::chrono::January,
                                                            std::chrono::day{1}};

/// All readings of `name` ("Shoigu", "the Russian defence minister", "Hamas", "Kenyan", "Goma", "gunman") on a day, the
/// likeliest of each kind first: people who held an office that day stand before the others, and an office is answered
/// with that day's holders. At most ten people and ten places are given. Empty if the tables know nothing of the name.
/// `knowledge`: the tables; empty: found as Engine finds them. Throws Error(bad_knowledge | file_not_found).
std::vector<Reading> readings_of(std::string_view name, std::chrono::year_month_day on = kTablesWritten,
                                 const std::filesystem::path& knowledge = {});

}  // namespace dateline
