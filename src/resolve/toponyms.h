// Finding toponyms: which words of a report name places, and what stands
// around them that tells which place is meant.
#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "resolve/country_words.h"

namespace dateline {

/// What a class noun beside a name says of its rank: "Kursk region", "the city of Homs".
enum class PlaceClass : std::uint8_t { none, region, district, city };

struct Toponym {
  TokenRange tokens;
  std::string text;  ///< what to look up: without class noun and direction
  std::string full;  ///< with the class noun: "Kursk region"
  PlaceClass place_class = PlaceClass::none;
  std::string_view owner;       ///< country that the phrase itself names: "Russia's Kursk", "the Syrian city of Homs"
  std::int32_t container = -1;  ///< index of the toponym that follows and holds it: "Goma, North Kivu"
  bool named = false;           ///< the parser marked it as a location
};

std::vector<Toponym> find_toponyms(const Report& report, const Tree& tree, const Knowledge& knowledge,
                                   const CountryWords& countries);

/// The class that a noun tells ("oblast", "town"), or none.
PlaceClass class_of(std::string_view lemma);
/// Does the noun end names of buildings, roads, waters and the like: "Evin Prison"?
bool is_feature(std::string_view lemma);

}  // namespace dateline
