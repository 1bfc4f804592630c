#include "score/stories.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "score/document.h"
#include "score/lines.h"

namespace dateline::score {
namespace {

using nlohmann::json;

std::string text(const json& row, const char* key) {
  return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : std::string();
}

std::vector<Span> paragraphs_of(const std::string& text) {
  std::vector<Span> out;
  for_each_line(text, [&](std::string_view line, std::size_t) {
    const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
    if (!line.empty()) out.push_back({begin, begin + static_cast<std::uint32_t>(line.size())});
  });
  return out;
}

/// Takes the marks out of a text: "{raid:stormed} the village".
std::optional<std::vector<StoryLabel>> take_marks(std::string& text) {
  std::vector<StoryLabel> labels;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    plain += text.substr(at, open - at);
    if (open == std::string::npos) break;
    const std::size_t colon = text.find(':', open);
    const std::size_t close = text.find('}', open);
    if (colon == std::string::npos || close == std::string::npos || close < colon) return std::nullopt;
    StoryLabel& label = labels.emplace_back();
    label.story = text.substr(open + 1, colon - open - 1);
    label.words.begin = static_cast<std::uint32_t>(plain.size());
    plain += text.substr(colon + 1, close - colon - 1);
    label.words.end = static_cast<std::uint32_t>(plain.size());
    at = close + 1;
  }
  text = plain;
  return labels;
}

constexpr std::array<std::string_view, 12> kActs = {"attack",    "bombing",    "shooting",  "stabbing",
                                                    "airstrike", "massacre",   "hijacking", "assassination",
                                                    "killing",   "kidnapping", "ramming",   "murder"};

/// Does a heading name one attack? Those of the current events do so in the singular: "2025 Sumy airstrike"; what
/// begins with the act ("Kidnapping in Nigeria"), a bombing "of" a region and lists gather many.
bool names_an_attack(const std::string& heading) {
  if (heading.find("bombing of") != std::string::npos || heading.find(',') != std::string::npos) return false;
  std::string word;
  std::size_t number = 0;
  bool found = false;
  for (const char c : heading + " ") {
    if (c != ' ') {
      word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
      continue;
    }
    found = found || (number > 0 && std::find(kActs.begin(), kActs.end(), word) != kActs.end());
    number += word.empty() ? 0 : 1;
    word.clear();
  }
  return found;
}

void label_by_heading(const json& row, StoryReport& out, const std::string& file, std::size_t number) {
  out.published = text(row, "date");
  const json& headings = row["stories"];
  if (!headings.is_array() || headings.empty()) return;
  if (!headings.back().is_string()) bad_gold("a heading is no text", file, number);
  const auto heading = headings.back().get<std::string>();
  if (names_an_attack(heading)) out.labels.push_back({heading, {}, "ASSAULT"});
}

StoryReport read_row(const json& row, const std::string& file, std::size_t number) {
  StoryReport out;
  std::string words = text(row, "text");
  const bool by_heading = row.contains("stories");
  if (!by_heading) {
    auto marks = take_marks(words);
    if (!marks) bad_gold("a mark is not {story:words}", file, number);
    out.labels = std::move(*marks);
    out.published = text(row, "published");
  }
  if (words.empty()) bad_gold("no text", file, number);
  out.report = bare_report(text(row, "id"), words, paragraphs_of(words));
  out.report.title = text(row, "title");
  out.report.publisher = text(row, "publisher");
  if (by_heading) label_by_heading(row, out, file, number);
  return out;
}

/// Later items of a heading tell what came of the event; those of its first days tell the event.
void keep_first_days(std::vector<StoryReport>& reports) {
  constexpr std::size_t kItems = 3;
  std::map<std::string, std::size_t> seen;
  for (StoryReport& report : reports) {
    std::erase_if(report.labels,
                  [&](const StoryLabel& label) { return !label.type.empty() && seen[label.story]++ >= kItems; });
  }
}

double pairs(std::size_t n) { return static_cast<double>(n) * (static_cast<double>(n) - 1) / 2; }

struct Rates {
  double precision = 0, recall = 0;
  double f1() const { return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall); }
};

class Measure {
 public:
  explicit Measure(const std::vector<StoryRecord>& records) : records_(records) {
    for (const StoryRecord& record : records) {
      ++gold_[record.gold];
      ++system_[record.system];
      ++both_[{record.gold, record.system}];
    }
  }

  Rates by_pairs() const {
    double right = 0;
    double gold = 0;
    double system = 0;
    for (const auto& [names, count] : both_) right += pairs(count);
    for (const auto& [name, count] : gold_) gold += pairs(count);
    for (const auto& [name, count] : system_) system += pairs(count);
    return {percent(right, system), percent(right, gold)};
  }

  /// Each record's own precision and recall, averaged.
  Rates b_cubed() const {
    Rates sum;
    for (const auto& [names, count] : both_) {
      const auto n = static_cast<double>(count);
      sum.precision += n * n / static_cast<double>(system_.at(names.second));
      sum.recall += n * n / static_cast<double>(gold_.at(names.first));
    }
    const auto all = static_cast<double>(records_.size());
    return {percent(sum.precision, all), percent(sum.recall, all)};
  }

  std::size_t events() const { return gold_.size(); }
  std::size_t stories() const { return system_.size(); }

 private:
  const std::vector<StoryRecord>& records_;
  std::map<std::string, std::size_t> gold_, system_;
  std::map<std::pair<std::string, std::string>, std::size_t> both_;
};

std::string line_of(std::string_view name, const Rates& rates) {
  return fmt::format("{:<14} {:>9.2f} {:>9.2f} {:>9.2f}\n", name, rates.precision, rates.recall, rates.f1());
}

void add(Figures& figures, const std::string& name, const Rates& rates) {
  figures.add(name, rates.f1());
  figures.add(name + ".precision", rates.precision);
  figures.add(name + ".recall", rates.recall);
}

/// Events that are in several stories and stories that hold several events, with their records.
std::string errors_of(const std::vector<StoryRecord>& records) {
  std::map<std::string, std::set<std::string>> stories;
  std::map<std::string, std::set<std::string>> events;
  for (const StoryRecord& record : records) {
    stories[record.gold].insert(record.system);
    events[record.system].insert(record.gold);
  }
  std::vector<StoryRecord> sorted = records;
  std::stable_sort(sorted.begin(), sorted.end(), [](const StoryRecord& a, const StoryRecord& b) {
    return std::pair(a.gold, a.system) < std::pair(b.gold, b.system);
  });
  std::string out;
  for (const StoryRecord& record : sorted) {
    if (stories[record.gold].size() == 1 && events[record.system].size() == 1) continue;
    out += fmt::format("{:<28} {} {}{}\n", record.gold, record.system, events[record.system].size() > 1 ? "MIXED " : "",
                       record.what);
  }
  return out;
}

}  // namespace

std::vector<StoryReport> read_stories(std::string_view content, const std::string& file) {
  std::vector<StoryReport> out;
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return;
    const json row = json::parse(line, nullptr, false);
    if (!row.is_object()) bad_gold("no JSON object", file, number);
    out.push_back(read_row(row, file, number));
  });
  keep_first_days(out);
  return out;
}

std::size_t answer_to(const StoryLabel& label, const Report& coded) {
  for (std::size_t i = 0; i < coded.events.size(); ++i) {
    const Event& event = coded.events[i];
    const bool right = label.words.empty()
                           ? event.type == label.type
                           : event.trigger.begin < label.words.end && label.words.begin < event.trigger.end;
    if (right) return i;
  }
  return std::string::npos;
}

Score score_stories(const std::vector<StoryRecord>& records, std::size_t labels, bool errors) {
  const Measure measure(records);
  Score score;
  Figures figures;
  add(figures, "pairs", measure.by_pairs());
  add(figures, "b_cubed", measure.b_cubed());
  const double found = percent(static_cast<double>(records.size()), static_cast<double>(labels));
  figures.add("found", found);
  score.figures = std::move(figures).rows();
  if (errors) score.table = errors_of(records);
  score.table += fmt::format("{:<14} {:>9} {:>9} {:>9}\n", "", "precision", "recall", "F1");
  score.table += line_of("pairs", measure.by_pairs()) + line_of("B-cubed", measure.b_cubed());
  score.table += fmt::format("{} of {} tellings are coded ({:.1f} %); {} events are in {} stories\n", records.size(),
                             labels, found, measure.events(), measure.stories());
  return score;
}

}  // namespace dateline::score
