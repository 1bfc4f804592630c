// The rows of the knowledge file as they lie in it; docs/formats/knowledge.md says what each field is.
#pragma once

#include <cstdint>

namespace dateline::rows {

inline constexpr std::uint8_t kNone = 0xff;  ///< no country, no office

struct Country {
  std::uint32_t code, name, capital, id;  ///< strings
  std::int32_t latitude, longitude;       ///< hundred-thousandths of a degree
  std::uint16_t first_neighbour;
  std::uint8_t neighbours;
  std::uint8_t leader;  ///< the office that its "leader" holds
};
static_assert(sizeof(Country) == 28);

struct Place {
  std::uint32_t name;
  std::int32_t latitude, longitude;
  std::uint32_t population;
  std::uint32_t id;      ///< GeoNames number; Who's On First number with the top bit set; 0
  std::uint16_t region;  ///< of the region names
  std::uint8_t country;
  std::uint8_t flags;  ///< bits 0-2 precision, bit 3 capital
};
static_assert(sizeof(Place) == 24);

struct Tenure {
  std::uint32_t person, position, id;
  std::int32_t start, end;  ///< days since 1970-01-01; the least and the greatest number: unknown
  std::uint8_t office, country, sector, source;
};
static_assert(sizeof(Tenure) == 24);

struct Organisation {
  std::uint32_t name, id;
  std::uint8_t country, sector, kind, source;
};
static_assert(sizeof(Organisation) == 12);

struct Role {
  std::uint32_t noun, sector;
};

}  // namespace dateline::rows
