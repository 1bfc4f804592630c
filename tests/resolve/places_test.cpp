// Places of names that no table has: rank and country are told by the words around them.
#include <gtest/gtest.h>

#include "resolved_world.h"

namespace dateline {
namespace {

const Place& place_at(const Report& report, std::string_view text) {
  static const Place none;
  for (const PlaceMention& mention : report.places) {
    if (report.slice(mention.place.span) == text) return mention.place;
  }
  return none;
}

TEST(Places, UnknownNameBeforeAKnownOneIsASettlement) {
  const Report report = resolved(R"(Gunmen gunman NNS 2 nsubj
raided raid VBD 0 root
Zarvokuda Zarvokuda NNP 2 obj LOC
, , , 5 punct
Niger Niger NNP 3 appos LOC)");
  EXPECT_EQ(place_at(report, "Zarvokuda").precision, PlacePrecision::city);
  EXPECT_EQ(place_at(report, "Zarvokuda").country, "NER");
  EXPECT_FALSE(place_at(report, "Zarvokuda").located);
}

TEST(Places, BuildingIsAPlaceOfTheCountryAround) {
  const Report report = resolved(R"(Guards guard NNS 2 nsubj
left leave VBD 0 root
Zarvokuda Zarvokuda NNP 4 compound LOC
Prison Prison NNP 2 obj +
in in IN 6 case
Tehran Tehran NNP 4 nmod LOC)");
  EXPECT_EQ(place_at(report, "Zarvokuda Prison").precision, PlacePrecision::place);
  EXPECT_EQ(place_at(report, "Zarvokuda Prison").country, "IRN");
}

}  // namespace
}  // namespace dateline
