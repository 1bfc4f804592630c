// Runs the engine and the readers of numbers on the cases of Recognizers-Text.
#include <dateline/score.h>
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "report/dates.h"
#include "resolve/numbers.h"
#include "score/cases.h"
#include "score/date_cases.h"
#include "score/lines.h"
#include "score/number_cases.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) throw Error(ErrorCode::file_not_found, "no such folder", folder.string());
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<score::FoundAmount> amounts_of(const Report& report) {
  std::vector<score::FoundAmount> amounts;
  for (const Sentence& sentence : report.sentences) {
    const Pieces pieces(report, sentence);
    for (std::size_t i = 0; i < pieces.size();) {
      const auto match = read_amount(pieces, i);
      if (match) {
        amounts.push_back({{pieces[match->begin].span.begin, pieces[match->end - 1].span.end},
                           match->value,
                           match->low,
                           match->high});
      }
      i = match ? match->end : i + 1;
    }
  }
  return amounts;
}

class CaseTotals {
 public:
  CaseTotals(const Engine& engine, bool errors) : engine_(engine), errors_(errors) {}

  void add(const fs::path& file) {
    const std::string name = file.stem().string();
    const bool numbers = score::is_number_file(name), dates = score::is_date_file(name);
    if (!numbers && !dates) return;
    auto cases = score::read_cases(score::contents_of(file), file.string());
    std::erase_if(cases, [&](const score::RecognizerCase& c) {
      return numbers ? !score::is_number_case(c, name) : !score::is_date_case(c);
    });
    std::vector<Report> reports;
    reports.reserve(cases.size());
    for (const auto& one : cases) reports.push_back(score::report_of_case(one));
    engine_.code(reports, Stage::resolve);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const bool right = numbers ? score::answers_numbers(cases[i], name, amounts_of(reports[i]))
                                 : date_is_right(cases[i], reports[i]);
      count(numbers ? numbers_ : dates_, name, right);
      if (!right && errors_) lines_ += name + ": " + describe(cases[i], reports[i], numbers) + "\n";
    }
  }

  Score score() && {
    if (files_.empty())
      throw Error(ErrorCode::bad_gold, "no file named as those of Recognizers-Text, such as NumberModel.json");
    Score score;
    score.table = std::move(lines_) + fmt::format("{:<20} {:>7} {:>7} {:>7}\n", "cases", "right", "all", "%");
    const auto line = [&](const std::string& name, const score::CaseTally& t) {
      score.table += fmt::format("{:<20} {:>7} {:>7} {:>7.2f}\n", name, t.right, t.all, t.rate());
    };
    for (const auto& [name, tally] : files_) line(name, tally);
    line("numbers", numbers_);
    line("dates", dates_);
    score.table += fmt::format("{} dates are right as the week, month or year that holds the day\n", wider_);
    score.figures = {
        {"numbers", numbers_.rate()}, {"dates", dates_.rate()}, {"dates.wider", static_cast<double>(wider_)}};
    return score;
  }

 private:
  bool date_is_right(const score::RecognizerCase& one, const Report& report) {
    const score::DateAnswer answer = score::answer_dates(one, report.times);
    wider_ += answer == score::DateAnswer::wider;
    return answer != score::DateAnswer::wrong;
  }

  void count(score::CaseTally& kind, const std::string& file, bool right) {
    for (score::CaseTally* tally : {&kind, &files_[file]}) {
      tally->right += right;
      ++tally->all;
    }
  }

  static std::string describe(const score::RecognizerCase& one, const Report& report, bool numbers) {
    std::string out = "\"" + one.input + "\" wanted";
    for (const score::CaseResult& result : one.results) {
      out += " " + result.type + " " + std::string(report.slice(result.span)) + " =";
      for (const score::CaseValue& v : result.values)
        out += " " + v.value + v.start + (v.end.empty() ? "" : "/" + v.end);
    }
    out += "; found";
    const auto figure = [](const std::optional<double>& x) { return x ? fmt::format("{}", *x) : std::string("?"); };
    for (const score::FoundAmount& f : numbers ? amounts_of(report) : std::vector<score::FoundAmount>())
      out += fmt::format(" {} = {} ({} to {})", report.slice(f.span), figure(f.value), figure(f.low), figure(f.high));
    for (const TimeMention& t : numbers ? std::vector<TimeMention>() : report.times)
      out += fmt::format(" {} = {} to {}", report.slice(t.date.span), iso(t.date.start), iso(t.date.end));
    return out;
  }

  const Engine& engine_;
  bool errors_;
  std::string lines_;
  std::map<std::string, score::CaseTally> files_;
  score::CaseTally numbers_, dates_;
  std::size_t wider_ = 0;
};

}  // namespace

Score score_recognizers(const Engine& engine, const std::vector<fs::path>& folders, bool errors) {
  CaseTotals totals(engine, errors);
  for (const fs::path& folder : folders) {
    for (const fs::path& file : files_under(folder)) totals.add(file);
  }
  return std::move(totals).score();
}

}  // namespace dateline
