// Runs the engine on the articles of a folder of stand-off attributions.
#include <dateline/reading.h>
#include <dateline/score.h>

#include <algorithm>

#include "score/claims.h"
#include "score/document.h"
#include "score/lines.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> annotations_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) throw Error(ErrorCode::file_not_found, "no such folder", folder.string());
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".ann") files.push_back(entry.path());
  }
  if (files.empty()) throw Error(ErrorCode::bad_gold, "no .ann file in it", folder.string());
  std::sort(files.begin(), files.end());
  return files;
}

/// "text/NAME.txt" of "attributions/NAME.ann" or, with its annotator's mark, "attributions/NAME_4e07.ann".
fs::path text_beside(const fs::path& folder, const fs::path& annotation) {
  std::string name = annotation.stem().string();
  if (!fs::exists(folder / (name + ".txt"))) name = name.substr(0, name.rfind('_'));
  fs::path text = folder / (name + ".txt");
  if (!fs::exists(text)) throw Error(ErrorCode::file_not_found, "the text of " + annotation.string(), text.string());
  return text;
}

/// A paragraph a line, as the annotators saw it.
Report report_of_article(const std::string& name, const std::string& text) {
  std::vector<Span> paragraphs;
  score::for_each_line(text, [&](std::string_view line, std::size_t) {
    const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
    if (!line.empty()) paragraphs.push_back({begin, begin + static_cast<std::uint32_t>(line.size())});
  });
  return score::bare_report(name, text, std::move(paragraphs));
}

}  // namespace

Score score_claims(const Engine& engine, const fs::path& folder, bool errors) {
  std::vector<Report> reports;
  std::vector<std::vector<score::GoldClaim>> gold;
  for (const fs::path& file : annotations_in(folder / "attributions")) {
    const std::string text = score::contents_of(text_beside(folder / "text", file));
    gold.push_back(score::read_claims(score::contents_of(file), text, file.string()));
    reports.push_back(report_of_article(file.stem().string(), text));
  }
  engine.code(reports);
  score::ClaimTotals totals(errors);
  for (std::size_t i = 0; i < reports.size(); ++i) totals.add(gold[i], reports[i]);
  return std::move(totals).score();
}

}  // namespace dateline
