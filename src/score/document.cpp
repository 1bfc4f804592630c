#include "score/document.h"

#include <utility>

namespace dateline::score {

Report bare_report(std::string id, std::string text, std::vector<Span> paragraphs) {
  Report report;
  report.id = std::move(id);
  report.text = std::move(text);
  if (report.text.empty()) return report;
  const Span whole{0, static_cast<std::uint32_t>(report.text.size())};
  report.segments.push_back({whole, {}, {}});
  report.paragraphs = std::move(paragraphs);
  if (report.paragraphs.empty()) report.paragraphs.push_back(whole);
  return report;
}

std::vector<Report> bare_reports(const std::vector<GoldDocument>& documents) {
  std::vector<Report> reports;
  reports.reserve(documents.size());
  for (const GoldDocument& document : documents) {
    reports.push_back(bare_report(document.id, document.text, document.paragraphs));
  }
  return reports;
}

std::vector<Squeezed> squeeze(const std::vector<GoldDocument>& documents) {
  std::vector<Squeezed> squeezed;
  squeezed.reserve(documents.size());
  for (const GoldDocument& document : documents) squeezed.emplace_back(document.text);
  return squeezed;
}

}  // namespace dateline::score
