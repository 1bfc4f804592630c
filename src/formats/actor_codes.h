// Actors in the code system of CAMEO (its actor codebook 1.1b3, as GDELT, Phoenix and PETRARCH use it).
#pragma once

#include <dateline/event.h>

#include <string>

namespace dateline {

/// The parts of a CAMEO actor code; each empty if it does not apply.
struct CameoActor {
  std::string country;   ///< three letters, or a region of an international body: "EUR"
  std::string role;      ///< "GOV", "IGO"
  std::string group;     ///< a body or group known by name: "UNO"
  std::string religion;  ///< "REL": religious, which religion is not told

  /// The parts in CAMEO's order: "RUSGOV", "IGOEUREEC". Empty for somebody of whom neither country nor role is known.
  std::string code() const;
};

/// Codes of an actor; of nobody, all are empty.
CameoActor cameo_actor(const Actor* actor);

/// The words that ICEWS-like tables have for a PLOVER sector: "Government". Empty for none.
std::string sector_words(const Actor& actor);

/// The name in capitals, as GDELT writes it.
std::string in_capitals(const std::string& name);

}  // namespace dateline
