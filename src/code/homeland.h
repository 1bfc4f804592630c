// Where people without a stated country belong. PLOVER codes domestic actors by
// country: gunmen, protesters, victims are of the country of the event, if
// nothing in the text says otherwise.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "code/scene.h"

namespace dateline {

class Homelands {
 public:
  /// Finds the country that each sentence of the report is about, in linear time. `scene` must outlive it.
  explicit Homelands(const Scene& scene);

  /// Gives participants without a country that of the event's place, else of a place of its sentence, else of the
  /// other side, else the country that the report has told of so far. International bodies and companies that work
  /// everywhere keep none. Whom a country strikes or punishes is not given its own country if another is told;
  /// claimants are given the place's, else the report's.
  void settle(Event& event) const;

 private:
  bool is_domestic(const Actor& actor) const;
  void settle(std::vector<Actor>& actors, const std::string& country, Event& event) const;

  const Scene& scene_;
  std::vector<std::pair<std::string, std::string>>
      told_;  ///< by sentence: the countries told most of until then, or first after
};

}  // namespace dateline
