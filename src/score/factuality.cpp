#include "score/factuality.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "score/lines.h"

namespace dateline::score {
namespace {

struct Place {
  std::size_t document;
  std::uint32_t begin;
};

/// Where each sentence stands; of equal sentences all, in order.
std::unordered_map<std::string, std::vector<Place>> sentences_of(const std::vector<GoldDocument>& documents) {
  std::unordered_map<std::string, std::vector<Place>> found;
  const auto squeezed = squeeze(documents);
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (const GoldSentence& sentence : documents[d].sentences) {
      const Span span = squeezed[d](sentence.span);
      found[squeezed[d].text().substr(span.begin, span.end - span.begin)].push_back({d, span.begin});
    }
  }
  return found;
}

/// Offsets in the squeezed sentence at which its blank-separated words begin.
std::vector<std::uint32_t> word_begins(const std::string& text) {
  std::vector<std::uint32_t> begins;
  std::uint32_t at = 0;
  for (const std::string_view word : split(text, ' ')) {
    begins.push_back(at);
    at += static_cast<std::uint32_t>(squeeze(word).size());
  }
  return begins;
}

/// The word of the report that covers the character, or nullptr.
const Token* word_at(const Report& report, const Squeezed& squeezed, std::uint32_t at) {
  const auto after =
      std::upper_bound(report.tokens.begin(), report.tokens.end(), at,
                       [&](std::uint32_t a, const Token& token) { return a < squeezed.at(token.span.begin); });
  if (after == report.tokens.begin()) return nullptr;
  const Token& token = *(after - 1);
  return at < squeezed.at(token.span.end) ? &token : nullptr;
}

struct Sums {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0, error = 0;

  void add(double a, double b) {
    n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b, error += std::abs(a - b);
  }
  double pearson() const {
    const double spread = std::sqrt((n * xx - x * x) * (n * yy - y * y));
    return spread > 0 ? (n * xy - x * y) / spread : 0;
  }
};

}  // namespace

std::vector<GoldFactuality> read_factuality(std::string_view content, const std::string& file,
                                            const std::vector<GoldDocument>& documents, std::size_t& lost) {
  const auto where = sentences_of(documents);
  std::unordered_map<std::string, std::size_t> used;
  std::vector<GoldFactuality> gold;
  lost = 0;
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return;
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (row.is_discarded() || !row.contains("text") || !row.contains("targets"))
      bad_gold(R"(not {"text", "targets"})", file, number);
    const auto text = row["text"].get<std::string>();
    const std::string key = squeeze(text);
    const auto found = where.find(key);
    const auto begins = word_begins(text);
    const std::size_t turn = found == where.end() ? 0 : used[key]++ % found->second.size();
    for (const auto& target : row["targets"]) {
      const auto word = target.at("span1").at(0).get<std::size_t>();
      if (found == where.end() || word >= begins.size()) {
        ++lost;
        continue;
      }
      const Place& place = found->second[turn];
      gold.push_back({place.document, place.begin + begins[word], target.at("label").get<double>()});
    }
  });
  return gold;
}

Score score_factuality(const std::vector<GoldDocument>& documents, const std::vector<GoldFactuality>& gold,
                       const std::vector<Report>& reports, std::size_t lost) {
  const auto squeezed = squeeze(documents);
  Sums sums;
  for (const GoldFactuality& target : gold) {
    const Token* token = word_at(reports[target.document], squeezed[target.document], target.at);
    if (token != nullptr)
      sums.add(token->factuality, target.label);
    else
      ++lost;
  }
  Score score;
  const double mean_error = sums.n > 0 ? sums.error / sums.n : 0;
  score.figures = {
      {"r", sums.pearson()}, {"error", mean_error}, {"targets", sums.n}, {"lost", static_cast<double>(lost)}};
  score.table = fmt::format(
      "Pearson's r {:.4f}, mean absolute error {:.3f} on {:.0f} targets; {} targets were not found in the text and are "
      "left out\n",
      sums.pearson(), mean_error, sums.n, lost);
  return score;
}

}  // namespace dateline::score
