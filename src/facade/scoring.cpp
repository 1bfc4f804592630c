// Runs the engine on the raw text of gold files and hands both to the score module.
#include <dateline/reading.h>
#include <dateline/score.h>

#include <unordered_map>

#include "score/conllu.h"
#include "score/factuality.h"
#include "score/gold.h"
#include "score/lines.h"
#include "score/names.h"
#include "score/offsets.h"
#include "score/places.h"
#include "score/plv.h"
#include "score/totals.h"
#include "score/trees.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::vector<score::GoldDocument> documents_of(const fs::path& file) {
  return score::read_conllu(score::contents_of(file), file.string());
}

std::vector<Report> parsed(const Engine& engine, const std::vector<score::GoldDocument>& documents) {
  std::vector<Report> reports = score::bare_reports(documents);
  engine.code(reports, Stage::parse);
  return reports;
}

std::vector<Report> read_all(const std::vector<std::string>& inputs) {
  std::vector<Report> reports;
  read_reports(
      inputs, {}, [&](Report&& report) { return reports.push_back(std::move(report)), true; }, [](const Complaint&) {});
  return reports;
}

void count_bytes(std::vector<score::GoldEvent>& events, const Report& report, const fs::path& file) {
  const auto offsets = score::code_point_offsets(report.text);
  for (score::GoldEvent& event : events) {
    if (event.trigger.begin >= event.trigger.end || event.trigger.end >= offsets.size())
      score::bad_gold("a trigger lies outside of " + report.id, file.string(), 0);
    event.trigger = {offsets[event.trigger.begin], offsets[event.trigger.end]};
  }
}

}  // namespace

Score score_conllu(const Engine& engine, const std::vector<fs::path>& gold) {
  std::vector<score::GoldDocument> documents;
  for (const fs::path& file : gold) {
    for (auto& document : documents_of(file)) documents.push_back(std::move(document));
  }
  return score::score_trees(documents, parsed(engine, documents));
}

Score score_names(const Engine& engine, const fs::path& gold, const fs::path& text) {
  const auto documents = documents_of(text);
  std::size_t lost = 0;
  const auto names = score::read_names(score::contents_of(gold), gold.string(), documents, lost);
  return score::score_names(documents, names, parsed(engine, documents), lost);
}

Score score_factuality(const Engine& engine, const fs::path& gold, const fs::path& text) {
  const auto documents = documents_of(text);
  std::size_t lost = 0;
  const auto targets = score::read_factuality(score::contents_of(gold), gold.string(), documents, lost);
  return score::score_factuality(documents, targets, parsed(engine, documents), lost);
}

Score score_gold(const Engine& engine, const std::vector<fs::path>& gold) {
  score::GoldTotals totals;
  std::string table;
  for (const fs::path& file : gold) {
    const score::GoldReport wanted = score::read_gold(score::contents_of(file), file.string());
    fs::path text = file;
    text.replace_extension();  // ".json", and ".gold" before it
    if (text.extension() == ".gold") text.replace_extension();
    text += ".txt";
    if (!fs::exists(text)) throw Error(ErrorCode::file_not_found, "the report of " + file.string(), text.string());
    auto reports = read_all({text.string()});
    if (reports.size() != 1) throw Error(ErrorCode::bad_gold, "the report beside it cannot be read", file.string());
    if (const auto day = parse_date(wanted.published)) reports.front().published = day;
    engine.code(reports);
    const auto matching = score::match(wanted, reports.front());
    table += score::describe(wanted, reports.front(), matching);
    totals.add(wanted, reports.front(), matching);
  }
  return totals.score(std::move(table));
}

Score score_annotations(const Engine& engine, const fs::path& annotations, const std::vector<std::string>& inputs) {
  auto items = score::read_annotations(score::contents_of(annotations), annotations.string());
  std::unordered_map<std::string, std::size_t> wanted;
  for (std::size_t i = 0; i < items.size(); ++i) wanted.emplace(items[i].item, i);
  std::vector<Report> reports;
  for (Report& report : read_all(inputs)) {
    if (wanted.contains(report.id)) reports.push_back(std::move(report));
  }
  engine.code(reports);
  score::GoldTotals totals;
  std::string table;
  for (const Report& report : reports) {
    score::GoldReport gold;
    gold.events = items[wanted[report.id]].events;
    count_bytes(gold.events, report, annotations);
    const auto matching = score::match(gold, report);
    if (!gold.events.empty() || !report.events.empty())
      table += report.id + "\n" + score::describe(gold, report, matching);
    totals.add(gold, report, matching);
  }
  return totals.score(std::move(table));
}

Score score_plv(const Engine& engine, const fs::path& gold, bool confusions) {
  const auto pairs = score::read_pairs(score::contents_of(gold), gold.string());
  std::vector<Report> reports;
  reports.reserve(pairs.size());
  for (const score::GoldPair& pair : pairs) reports.push_back(score::bare_report(pair.id, pair.text));
  engine.code(reports);
  std::vector<std::string> types;
  types.reserve(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i)
    types.push_back(engine.type_between(reports[i], pairs[i].source, pairs[i].target));
  return score::score_pairs(pairs, types, confusions);
}

Score score_places(const Engine& engine, const fs::path& gold, bool errors) {
  const auto articles = score::read_geovirus(score::contents_of(gold), gold.string());
  std::vector<Report> reports;
  reports.reserve(articles.size());
  for (const score::GoldArticle& article : articles) reports.push_back(score::bare_report(article.id, article.text));
  engine.code(reports, Stage::resolve);
  return score::score_places(articles, reports, errors);
}

}  // namespace dateline
