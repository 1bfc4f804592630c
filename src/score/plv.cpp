#include "score/plv.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "score/lines.h"

namespace dateline::score {
namespace {

/// Quad classes of PLV's roots: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict. Its one YIELD is
/// material throughout, what CONCEDE became in later versions of PLOVER included.
const std::map<std::string, int, std::less<>> kQuads = {
    {"AGREE", 1},   {"CONSULT", 1},  {"SUPPORT", 1},  {"COOPERATE", 2}, {"AID", 2},
    {"YIELD", 2},   {"REQUEST", 3},  {"ACCUSE", 3},   {"REJECT", 3},    {"THREATEN", 3},
    {"PROTEST", 4}, {"SANCTION", 4}, {"MOBILIZE", 4}, {"COERCE", 4},    {"ASSAULT", 4}};

std::string root_of(const std::string& type) { return type == "CONCEDE" || type == "RETREAT" ? "YIELD" : type; }

/// Takes "<s>" and the other marks out of the sentence.
void take_marks(std::string_view marked, GoldPair& pair) {
  constexpr std::array<std::string_view, 4> kMarks = {"<s>", "</s>", "<t>", "</t>"};
  for (std::size_t at = 0; at < marked.size();) {
    const auto* const mark = std::find_if(kMarks.begin(), kMarks.end(),
                                          [&](std::string_view m) { return marked.substr(at).starts_with(m); });
    if (mark == kMarks.end()) {
      pair.text += marked[at++];
      continue;
    }
    const auto here = static_cast<std::uint32_t>(pair.text.size());
    Span& span = mark - kMarks.begin() < 2 ? pair.source : pair.target;
    ((mark - kMarks.begin()) % 2 == 0 ? span.begin : span.end) = here;
    at += mark->size();
  }
}

struct Classes {
  std::map<std::string, Tally> rows;

  void add(const std::string& gold, const std::string& given) {
    ++rows[gold].gold;
    ++rows[given].system;
    if (gold == given) ++rows[gold].correct;
  }
  /// Over the classes that gold has, as the field computes it.
  double macro_f1() const {
    double sum = 0;
    std::size_t classes = 0;
    for (const auto& [name, tally] : rows) {
      if (tally.gold > 0) sum += tally.f1(), ++classes;
    }
    return classes == 0 ? 0 : sum / static_cast<double>(classes);
  }
  double accuracy() const {
    Tally all;
    for (const auto& [name, tally] : rows) all += tally;
    return percent(static_cast<double>(all.correct), static_cast<double>(all.gold));
  }
};

std::string confusion_lines(const std::map<std::pair<std::string, std::string>, std::size_t>& confused) {
  std::vector<std::pair<std::size_t, std::string>> lines;
  lines.reserve(confused.size());
  for (const auto& [pair, count] : confused) lines.emplace_back(count, pair.first + " taken for " + pair.second);
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 25); ++i)
    out += fmt::format("{:>5} {}\n", lines[i].first, lines[i].second);
  return out;
}

}  // namespace

std::vector<GoldPair> read_pairs(std::string_view content, const std::string& file) {
  std::vector<GoldPair> pairs;
  std::map<std::string, std::size_t, std::less<>> column;
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return;
    const auto cells = split(line, '\t');
    if (column.empty()) {
      for (std::size_t c = 0; c < cells.size(); ++c) column.emplace(cells[c], c);
      for (const char* name : {"id", "marked_sentence", "root", "quad"}) {
        if (!column.contains(name)) bad_gold(fmt::format("the header has no column {}", name), file, number);
      }
      return;
    }
    if (cells.size() < column.size()) bad_gold("fewer columns than the header", file, number);
    GoldPair pair;
    pair.id = cells[column["id"]];
    pair.root = cells[column["root"]];
    const auto quad = cells[column["quad"]];
    std::from_chars(quad.data(), quad.data() + quad.size(), pair.quad);
    take_marks(cells[column["marked_sentence"]], pair);
    if (pair.source.empty() && pair.target.empty()) bad_gold("neither source nor target is marked", file, number);
    pairs.push_back(std::move(pair));
  });
  return pairs;
}

Score score_pairs(const std::vector<GoldPair>& gold, const std::vector<std::string>& types, bool confusions) {
  Classes root, quad, binary;
  std::map<std::pair<std::string, std::string>, std::size_t> confused;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const auto known = kQuads.find(root_of(types[i]));
    const int given = known == kQuads.end() ? 0 : known->second;
    root.add(gold[i].root, root_of(types[i]));
    quad.add(std::to_string(gold[i].quad), std::to_string(given));
    binary.add(gold[i].quad <= 2 ? "cooperation" : "conflict", given <= 2 ? "cooperation" : "conflict");
    if (root_of(types[i]) != gold[i].root) ++confused[{gold[i].root, root_of(types[i])}];
  }
  Score score;
  score.figures = {{"root", root.macro_f1()},
                   {"quad", quad.macro_f1()},
                   {"binary", binary.macro_f1()},
                   {"accuracy", root.accuracy()},
                   {"pairs", static_cast<double>(gold.size())}};
  score.table = tally_heading("type");
  for (const auto& [name, tally] : root.rows) score.table += tally_line(name, tally);
  if (confusions) score.table += confusion_lines(confused);
  score.table += fmt::format("macro-F1 on {} pairs: root {:.2f}, quad {:.2f}, binary {:.2f}; root accuracy {:.2f}\n",
                             gold.size(), root.macro_f1(), quad.macro_f1(), binary.macro_f1(), root.accuracy());
  return score;
}

}  // namespace dateline::score
