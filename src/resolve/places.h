// Places of a report, with coordinates from the gazetteer.
#pragma once

#include <vector>

#include "knowledge/knowledge.h"
#include "resolve/country_words.h"

namespace dateline {

/// All toponyms, in text order: names of places, countries, "Russian territory", and "the region", "the city",
/// "there" where they take up a place named before. Tells `countries` of the places that it finds. A name that no
/// gazetteer row answers to is kept without coordinates.
std::vector<PlaceMention> find_places(const Report& report, const Tree& tree, const Knowledge& knowledge,
                                      CountryWords& countries);

}  // namespace dateline
