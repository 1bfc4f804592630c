#include "score/names.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "score/lines.h"

namespace dateline::score {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"PER", "ORG", "LOC"};

std::string_view kind_of(NameKind kind) {
  return kKinds[kind == NameKind::person ? 0 : kind == NameKind::organisation ? 1 : 2];
}

struct Where {
  std::size_t document;
  Span span;  ///< squeezed
};

std::unordered_map<std::string, Where> sentences_of(const std::vector<GoldDocument>& documents,
                                                    const std::vector<Squeezed>& squeezed) {
  std::unordered_map<std::string, Where> found;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (const GoldSentence& sentence : documents[d].sentences)
      found.emplace(sentence.id, Where{d, squeezed[d](sentence.span)});
  }
  return found;
}

/// One sentence of the file: its characters, and names as spans of them.
struct Sentence {
  std::string id;
  std::string text;
  std::vector<GoldName> names;

  void add(std::string_view form, std::string_view tag) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += squeeze(form);
    const auto end = static_cast<std::uint32_t>(text.size());
    if (tag.size() < 3) return;
    const std::string kind(tag.substr(2));
    if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) return;
    const bool goes_on =
        tag.front() == 'I' && !names.empty() && names.back().kind == kind && names.back().span.end == begin;
    if (goes_on)
      names.back().span.end = end;
    else
      names.push_back({{begin, end}, kind});
  }
};

}  // namespace

std::vector<std::vector<GoldName>> read_names(std::string_view content, const std::string& file,
                                              const std::vector<GoldDocument>& documents, std::size_t& lost) {
  const auto squeezed = squeeze(documents);
  const auto where = sentences_of(documents, squeezed);
  std::vector<std::vector<GoldName>> names(documents.size());
  Sentence sentence;
  lost = 0;
  const auto close = [&] {
    if (sentence.text.empty()) return;
    const auto found = where.find(sentence.id);
    const bool same = found != where.end() && squeezed[found->second.document].text().compare(
                                                  found->second.span.begin, sentence.text.size(), sentence.text) == 0;
    lost += !same;
    for (GoldName& name : sentence.names) {
      if (!same) continue;
      name.span.begin += found->second.span.begin;
      name.span.end += found->second.span.begin;
      names[found->second.document].push_back(std::move(name));
    }
    sentence = {};
  };
  for_each_line(content, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return close();
    if (const auto id = comment_value(line, "sent_id"); !id.empty()) sentence.id = id;
    if (line.front() == '#') return;
    const auto columns = split(line, '\t');
    if (columns.size() < 3) bad_gold("not \"number, word, tag\" in columns", file, number);
    sentence.add(columns[1], columns[2]);
  });
  close();
  return names;
}

Score score_names(const std::vector<GoldDocument>& documents, const std::vector<std::vector<GoldName>>& gold,
                  const std::vector<Report>& reports, std::size_t lost) {
  const auto squeezed = squeeze(documents);
  std::array<Tally, 3> by_kind;
  const auto row = [&](std::string_view kind) -> Tally& {
    return by_kind[static_cast<std::size_t>(std::find(kKinds.begin(), kKinds.end(), kind) - kKinds.begin())];
  };
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (const GoldName& name : gold[d]) ++row(name.kind).gold;
    for (const Name& name : reports[d].names) {
      const GoldName found{squeezed[d](name.span), std::string(kind_of(name.kind))};
      Tally& tally = row(found.kind);
      ++tally.system;
      tally.correct += std::find(gold[d].begin(), gold[d].end(), found) != gold[d].end();
    }
  }
  Score score;
  Figures figures;
  Tally all;
  score.table = tally_heading("names");
  for (std::size_t k = 0; k < kKinds.size(); ++k) {
    score.table += tally_line(kKinds[k], by_kind[k]);
    figures.add(std::string(kKinds[k]), by_kind[k]);
    all += by_kind[k];
  }
  score.table += tally_line("all", all);
  if (lost > 0) score.table += fmt::format("{} sentences of the gold differ from the text and were left out\n", lost);
  figures.add("names", all);
  score.figures = std::move(figures).rows();
  return score;
}

}  // namespace dateline::score
