// What the story linker looks at of a record: small, in numbers, and following from the record alone.
#pragma once

#include <dateline/report.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/story_words.h"

namespace dateline::store {

/// Somebody who takes part.
struct SketchedActor {
  std::uint32_t country = 0, sector = 0;  ///< hashes, 0: unknown
  StoryWords name;                        ///< words of the name; nothing for a country as such
};

struct SketchedPlace {
  bool known = false;
  std::uint32_t country = 0, admin1 = 0, name = 0;  ///< hashes, 0: unknown
  bool located = false;
  double latitude = 0, longitude = 0;
  PlacePrecision precision = PlacePrecision::country;
};

struct SketchedFigure {
  double value = 0;
  CountRole role = CountRole::other;
};

/// Days since 1970-01-01 between which the event lies, both inclusive.
struct SketchedDays {
  bool known = false;
  bool told = false;  ///< the report gives a date of the event; else it is guessed from the report's day
  std::int64_t begin = 0, end = 0;
};

struct Sketch {
  std::int64_t row = 0;
  std::int64_t code = 0;  ///< of the record's id
  std::int64_t text = 0;
  std::uint32_t position = 0;  ///< among the text's records
  std::uint32_t sentence = 0, trigger = 0;
  std::uint32_t type = 0, mode = 0, act = 0, trigger_stem = 0;  ///< hashes
  int quad = 0;
  Status status = Status::actual;
  std::vector<SketchedActor> actors, recipients;
  SketchedPlace place;
  SketchedDays days;
  std::optional<std::int64_t> published;
  StoryWords sentence_words;
  StoryWords report_words;  ///< of the title and the beginning of the text
  std::vector<SketchedFigure> figures;
  std::uint32_t fullness = 0;  ///< how much the record says: the fullest one gives a story its title
};

Sketch sketch_of(const Report& report, std::size_t position, std::int64_t row, std::int64_t text);

/// Has the event a period longer than a week, or is it told as long past? Then its reports may lie far apart.
bool is_wide(const Sketch& sketch);

}  // namespace dateline::store
