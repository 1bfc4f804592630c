// What other code systems call a country.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct CountryCodes {
  std::string_view iso3;              ///< ISO 3166-1 alpha-3
  std::string_view name;              ///< in English
  std::string_view fips;              ///< FIPS 10-4, two letters, or empty
  int cow = 0;                        ///< state number of the Correlates of War project; 0: no state of theirs
  std::string_view cow_abbreviation;  ///< its letters, or empty
};

/// Nothing if there is no such country.
const CountryCodes* find_country(std::string_view iso3);

/// The name; the code itself if it is not known.
std::string country_name(std::string_view iso3);
/// Empty if there is none.
std::string fips_code(std::string_view iso3);
std::string cow_number(std::string_view iso3);

}  // namespace dateline
