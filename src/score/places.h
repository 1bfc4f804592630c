// Toponyms with coordinates, as GeoVirus annotates Wikinews articles.
//
// What counts, exactly:
// - A name of the report is a place mention whose text has a capital letter. "There" and "the city" take up a place
//   that was named before; GeoVirus annotates names only, so they are neither right nor wrong.
// - A name is right if it overlaps an annotated span and is that name: equal letter by letter, case, full stops, the
//   article and the possessive ending aside. Each annotation is answered once. Everything else is a false alarm.
// - Of the right ones, those are near whose coordinates lie within 161 km (100 miles, the usual measure of toponym
//   resolution) of the annotated ones. A place without coordinates is not near; mean and median are over the others.
//   `near.country`, `near.city` and so on are over the names that the program takes for such a place: the point of a
//   country or a state is a convention, and two gazetteers may set it hundreds of kilometres apart.
#pragma once

#include <dateline/report.h>

#include <string>
#include <string_view>
#include <vector>

#include "score/figures.h"

namespace dateline::score {

struct GoldToponym {
  Span span;  ///< bytes of the article's text
  std::string name;
  double latitude = 0;
  double longitude = 0;
};

struct GoldArticle {
  std::string id;
  std::string text;
  std::vector<GoldToponym> places;
};

/// Articles of a GeoVirus XML file, whose offsets count code points from 1. Throws Error(bad_gold).
std::vector<GoldArticle> read_geovirus(std::string_view content, const std::string& file);

/// Scores the resolved reports of the articles, in their order. `errors`: also list what was wrong.
Score score_places(const std::vector<GoldArticle>& articles, const std::vector<Report>& reports, bool errors = false);

}  // namespace dateline::score
