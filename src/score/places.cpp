#include "score/places.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <pugixml.hpp>

#include "base/great_circle.h"
#include "report/tree.h"
#include "score/lines.h"
#include "score/offsets.h"

namespace dateline::score {
namespace {

constexpr double kNear = 161;

std::size_t line_of(std::string_view content, std::ptrdiff_t offset) {
  const auto* const end =
      content.begin() + std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(content.size()));
  return static_cast<std::size_t>(std::count(content.begin(), end, '\n')) + 1;
}

GoldToponym place_of(const pugi::xml_node& node, const GoldArticle& article, const std::vector<std::uint32_t>& offsets,
                     const std::string& file, std::size_t line) {
  const std::uint32_t start = node.child("start").text().as_uint(), end = node.child("end").text().as_uint();
  GoldToponym place;
  place.name = node.child("name").text().get();
  if (start == 0 || end <= start || end > offsets.size() || !node.child("lat") || !node.child("lon"))
    bad_gold("a location lies outside of its text or has no coordinates", file, line);
  place.span = {offsets[start - 1], offsets[end - 1]};
  place.latitude = node.child("lat").text().as_double();
  place.longitude = node.child("lon").text().as_double();
  if (std::string_view(article.text).substr(place.span.begin, place.span.end - place.span.begin) != place.name)
    bad_gold("the text does not say \"" + place.name + "\" where the location stands", file, line);
  return place;
}

bool is_mark(char c) { return c == '.' || c == ' ' || c == '-'; }

/// Lower case, without article, possessive ending, full stops, blanks and hyphens.
std::string plain(std::string_view name) {
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  for (const std::string_view ending : {"'s", "\xe2\x80\x99s", "'", "\xe2\x80\x99"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  std::string out;
  for (const char c : name) {
    if (!is_mark(c)) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) >= 0xc3); });
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

/// Adds up one article after the other.
class PlaceTotals {
 public:
  explicit PlaceTotals(bool errors) : errors_(errors) {}

  void add(const GoldArticle& article, const Report& report) {
    std::vector<bool> answered(article.places.size(), false);
    found_.gold += article.places.size();
    for (const PlaceMention& mention : report.places) {
      const std::string_view text = report.slice(span_of(report, mention.tokens));
      if (!has_capital(text)) continue;
      ++found_.system;
      const std::size_t g = gold_of(article, answered, span_of(report, mention.tokens), text);
      if (g == answered.size()) {
        note("false alarm", text, article.id);
        continue;
      }
      answered[g] = true;
      ++found_.correct;
      add_distance(article.places[g], mention.place, article.id);
    }
    for (std::size_t g = 0; g < answered.size(); ++g) {
      if (!answered[g]) note("missed", article.places[g].name, article.id);
    }
  }

  Score score() && {
    std::sort(distances_.begin(), distances_.end());
    double sum = 0;
    for (const double d : distances_) sum += d;
    const double mean = distances_.empty() ? 0 : sum / static_cast<double>(distances_.size());
    const double median = distances_.empty() ? 0 : distances_[distances_.size() / 2];
    const double near = percent(static_cast<double>(near_), static_cast<double>(found_.correct));
    const double of_resolved = percent(static_cast<double>(near_), static_cast<double>(distances_.size()));
    Figures figures;
    figures.add("places", found_);
    figures.add("near", near);
    figures.add("near_of_resolved", of_resolved);
    figures.add("mean_km", mean);
    figures.add("median_km", median);
    std::string ranks;
    for (const auto& [rank, count] : by_rank_) {
      const double rate = percent(static_cast<double>(count.first), static_cast<double>(count.second));
      figures.add("near." + rank, rate);
      ranks += fmt::format("  {:<8} {:>6.2f} % of {}\n", rank, rate, count.second);
    }
    Score score;
    score.table = lines_ + tally_heading("names") + tally_line("places", found_);
    score.table += fmt::format(
        "within {:g} km: {:.2f} % of {} resolved, {:.2f} % of {} found; error of the resolved: mean {:.0f} km, median "
        "{:.1f} km\n",
        kNear, of_resolved, distances_.size(), near, found_.correct, mean, median);
    score.table += ranks;
    score.figures = std::move(figures).rows();
    return score;
  }

 private:
  static std::size_t gold_of(const GoldArticle& article, const std::vector<bool>& answered, Span span,
                             std::string_view text) {
    std::size_t g = 0;
    while (g < answered.size() &&
           (answered[g] || !overlap(article.places[g].span, span) || plain(article.places[g].name) != plain(text)))
      ++g;
    return g;
  }

  void add_distance(const GoldToponym& gold, const Place& place, const std::string& id) {
    const double distance =
        place.located ? kilometres(gold.latitude, gold.longitude, place.latitude, place.longitude) : -1;
    if (place.located) distances_.push_back(distance);
    const bool near = place.located && distance <= kNear;
    auto& [right, all] = by_rank_[place.located ? std::string(name_of(place.precision)) : "unknown"];
    right += near;
    ++all;
    if (near)
      ++near_;
    else
      note(
          place.located ? fmt::format("{:.0f} km off ({}, {})", distance, place.name, place.country) : "no coordinates",
          gold.name, id);
  }

  void note(std::string_view fault, std::string_view name, const std::string& id) {
    if (errors_) lines_ += fmt::format("{}: {}  [{}]\n", fault, name, id);
  }

  bool errors_;
  std::string lines_;
  Tally found_;
  std::size_t near_ = 0;
  std::vector<double> distances_;
  std::map<std::string, std::pair<std::size_t, std::size_t>> by_rank_;  ///< near ones and all, by the place's precision
};

}  // namespace

std::vector<GoldArticle> read_geovirus(std::string_view content, const std::string& file) {
  pugi::xml_document document;
  const auto parsed = document.load_buffer(content.data(), content.size());
  if (!parsed) bad_gold(parsed.description(), file, line_of(content, parsed.offset));
  if (!document.child("articles")) bad_gold("no <articles>", file, 1);
  std::vector<GoldArticle> articles;
  for (const pugi::xml_node node : document.child("articles").children("article")) {
    GoldArticle article;
    article.id = node.child("source").text().get();
    article.text = node.child("text").text().get();
    const auto offsets = code_point_offsets(article.text);
    for (const pugi::xml_node place : node.child("locations").children("location"))
      article.places.push_back(place_of(place, article, offsets, file, line_of(content, place.offset_debug())));
    articles.push_back(std::move(article));
  }
  return articles;
}

Score score_places(const std::vector<GoldArticle>& articles, const std::vector<Report>& reports, bool errors) {
  PlaceTotals totals(errors);
  for (std::size_t a = 0; a < articles.size(); ++a) totals.add(articles[a], reports[a]);
  return std::move(totals).score();
}

}  // namespace dateline::score
