// Toponyms against a small GeoVirus file worked out by hand.
#include "score/places.h"

#include <gtest/gtest.h>

#include "score/document.h"

namespace dateline::score {
namespace {

constexpr const char* kArticles =
    "<articles><article><source>a</source><text>Café owners in Lyon and the U.S. met there.</text><locations>"
    "<location><name>Lyon</name><start>16</start><end>20</end><lat>45.76</lat><lon>4.84</lon></location>"
    "<location><name>U.S.</name><start>29</start><end>33</end><lat>38</lat><lon>-97</lon></location>"
    "</locations></article></articles>";

double figure(const Score& score, std::string_view name) {
  for (const Figure& f : score.figures) {
    if (f.name == name) return f.value;
  }
  return -1;
}

/// The article with places at these words.
Report report_with(const GoldArticle& article, const std::vector<std::pair<std::string, Place>>& places) {
  Report report = bare_report(article.id, article.text);
  std::uint32_t at = 0;
  for (const auto& [word, place] : places) {
    Token token;
    at = static_cast<std::uint32_t>(article.text.find(word, at));
    token.span = {at, at + static_cast<std::uint32_t>(word.size())};
    report.tokens.push_back(token);
    const auto index = static_cast<std::uint32_t>(report.tokens.size());
    report.places.push_back({{index - 1, index}, place});
  }
  return report;
}

Place at(double latitude, double longitude) {
  Place place;
  place.located = true;
  place.latitude = latitude;
  place.longitude = longitude;
  return place;
}

TEST(Places, OffsetsCountCodePointsFromOne) {
  const auto articles = read_geovirus(kArticles, "gold");
  ASSERT_EQ(articles.size(), 1U);
  ASSERT_EQ(articles[0].places.size(), 2U);
  EXPECT_EQ(articles[0].text.substr(articles[0].places[0].span.begin, 4), "Lyon");
}

TEST(Places, NameAndDistanceDecide) {
  const auto articles = read_geovirus(kArticles, "gold");
  const Score score = score_places(
      articles, {report_with(articles[0], {{"Lyon", at(45.7, 4.8)}, {"the U.S", at(51, 0)}, {"there", at(0, 0)}})});
  EXPECT_DOUBLE_EQ(figure(score, "places"), 100);  // "there" is no name
  EXPECT_DOUBLE_EQ(figure(score, "near"), 50);
}

TEST(Places, FalseAlarmsAndMissesCost) {
  const auto articles = read_geovirus(kArticles, "gold");
  const Score score = score_places(articles, {report_with(articles[0], {{"Café", at(0, 0)}, {"Lyon", Place{}}})});
  EXPECT_DOUBLE_EQ(figure(score, "places.precision"), 50);
  EXPECT_DOUBLE_EQ(figure(score, "places.recall"), 50);
  EXPECT_DOUBLE_EQ(figure(score, "near"), 0);  // it has no coordinates
}

TEST(Places, BrokenFilesAreNamed) {
  EXPECT_THROW(read_geovirus("<articles><article>", "gold"), Error);
  EXPECT_THROW(read_geovirus("<places/>", "gold"), Error);
  std::string shifted = kArticles;
  shifted.replace(shifted.find("<start>16"), 9, "<start>17");
  EXPECT_THROW(read_geovirus(shifted, "gold"), Error);
}

}  // namespace
}  // namespace dateline::score
