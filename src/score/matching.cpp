#include "score/matching.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "text/fold.h"

namespace dateline::score {
namespace {

using Codes = std::set<std::string>;

Codes countries(const std::vector<GoldActor>& actors) {
  Codes codes;
  for (const GoldActor& a : actors) codes.insert(a.country);
  return codes;
}

Codes countries(const std::vector<Actor>& actors) {
  Codes codes;
  for (const Actor& a : actors) codes.insert(a.country);
  return codes;
}

bool same_sentence(const GoldEvent& event, const Report& report, const Event& record) {
  const Span sentence = report.sentences[record.sentence].span;
  if (!event.evidence.empty()) return report.slice(sentence).find(event.evidence) != std::string_view::npos;
  return sentence.begin <= event.trigger.begin && event.trigger.end <= sentence.end;
}

/// What keeps the record from answering the event; empty if nothing does.
std::string obstacle(const GoldEvent& event, const Report& report, const Event& record) {
  if (!same_sentence(event, report, record)) return "another sentence";
  if (!contains(event.types, record.type)) return "type " + record.type;
  if (countries(event.actors) != countries(record.actors)) return "actors' countries";
  if (event.recipients_scored && countries(event.recipients) != countries(record.recipients))
    return "recipients' countries";
  return {};
}

double worth(const GoldEvent& event, const Report& report, const Event& record) {
  if (!obstacle(event, report, record).empty()) return 0;
  FieldScores fields;
  score_fields(event, report, record, fields);
  double right = 0, all = 0;
  for (const auto& [name, score] : fields)
    right += static_cast<double>(score.first), all += static_cast<double>(score.second);
  return 1000 + 10 * (all > 0 ? right / all : 1) + (same_trigger(event, record) ? 2 : 0);
}

/// The assignment of columns to rows with the greatest sum (Kuhn and Munkres, in the form with potentials); -1 where a
/// row gets a column that is worth nothing. Cubic in the number of records of one report's sentence groups, which are
/// few.
std::vector<std::int32_t> assign(const std::vector<std::vector<double>>& value, std::size_t columns) {
  const std::size_t rows = value.size(), n = rows, m = std::max(columns, rows);
  const auto cost = [&](std::size_t i, std::size_t j) { return j <= columns ? -value[i - 1][j - 1] : 0.0; };
  std::vector<double> u(n + 1, 0), v(m + 1, 0);
  std::vector<std::size_t> row_of(m + 1, 0), way(m + 1, 0);
  for (std::size_t i = 1; i <= n; ++i) {
    row_of[0] = i;
    std::size_t column = 0;
    std::vector<double> least(m + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(m + 1, false);
    do {
      used[column] = true;
      const std::size_t row = row_of[column];
      double delta = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= m; ++j) {
        if (used[j]) continue;
        const double reduced = cost(row, j) - u[row] - v[j];
        if (reduced < least[j]) least[j] = reduced, way[j] = column;
        if (least[j] < delta) delta = least[j], next = j;
      }
      for (std::size_t j = 0; j <= m; ++j) {
        if (used[j])
          u[row_of[j]] += delta, v[j] -= delta;
        else
          least[j] -= delta;
      }
      column = next;
    } while (row_of[column] != 0);
    for (; column != 0; column = way[column]) row_of[column] = row_of[way[column]];
  }
  std::vector<std::int32_t> answer(rows, -1);
  for (std::size_t j = 1; j <= columns; ++j) {
    if (row_of[j] > 0 && value[row_of[j] - 1][j - 1] > 0) answer[row_of[j] - 1] = static_cast<std::int32_t>(j - 1);
  }
  return answer;
}

std::string nearest(const GoldEvent& event, const Report& report, bool& near) {
  std::string other;
  for (const Event& record : report.events) {
    const std::string why = obstacle(event, report, record);
    if (why == "another sentence") continue;
    const bool type = contains(event.types, record.type);
    if (type || other.empty())
      other = one_line(report, record) + " (" + (why.empty() ? "answers another event" : why) + ")";
    near = near || type;
  }
  return other.empty() ? "no record in its sentence" : other;
}

std::string join(const std::vector<std::string>& list, const char* between) {
  return fmt::format("{}", fmt::join(list, between));
}

std::string list_of(const std::vector<Actor>& actors) {
  std::string out;
  for (const Actor& a : actors)
    out +=
        (out.empty() ? "" : "+") + (a.country.empty() ? a.name : a.country) + (a.sector.empty() ? "" : ":" + a.sector);
  return out.empty() ? "-" : out;
}

std::string list_of(const std::vector<GoldActor>& actors) {
  std::string out;
  for (const GoldActor& a : actors)
    out += (out.empty() ? "" : "+") + (a.country.empty() ? "?" : a.country) + (a.sector.empty() ? "" : ":" + a.sector);
  return out.empty() ? "-" : out;
}

}  // namespace

Matching match(const GoldReport& gold, const Report& report) {
  Matching matching;
  std::vector<std::vector<double>> value(gold.events.size(), std::vector<double>(report.events.size(), 0));
  for (std::size_t g = 0; g < gold.events.size(); ++g) {
    for (std::size_t r = 0; r < report.events.size(); ++r)
      value[g][r] = worth(gold.events[g], report, report.events[r]);
  }
  matching.answer = assign(value, report.events.size());
  matching.why.resize(gold.events.size());
  for (std::size_t g = 0; g < gold.events.size(); ++g) {
    bool near = false;
    if (matching.answer[g] < 0) matching.why[g] = nearest(gold.events[g], report, near);
    matching.near += near;
  }
  for (std::size_t r = 0; r < report.events.size(); ++r) {
    if (contains(matching.answer, static_cast<std::int32_t>(r))) continue;
    const auto fine = [&](const GoldEvent& row) {
      return same_sentence(row, report, report.events[r]) && contains(row.types, report.events[r].type);
    };
    if (std::any_of(gold.also_fine.begin(), gold.also_fine.end(), fine))
      ++matching.spare;
    else
      matching.false_alarms.push_back(r);
  }
  return matching;
}

std::string one_line(const Report& report, const Event& record) {
  return fmt::format("{}{} {} -> {} {} \"{}\"", record.type, record.mode.empty() ? "" : ":" + record.mode,
                     list_of(record.actors), list_of(record.recipients), name_of(record.status),
                     report.slice(record.trigger));
}

std::string describe(const GoldReport& gold, const Report& report, const Matching& matching) {
  std::string out;
  for (std::size_t g = 0; g < gold.events.size(); ++g) {
    const GoldEvent& event = gold.events[g];
    const std::string head = fmt::format("{:>3} {} {} -> {}", event.id, join(event.types, "|"), list_of(event.actors),
                                         list_of(event.recipients));
    if (matching.answer[g] < 0) {
      out += fmt::format("missed  {}: {}\n", head, matching.why[g]);
      continue;
    }
    const Event& record = report.events[static_cast<std::size_t>(matching.answer[g])];
    FieldScores fields;
    score_fields(event, report, record, fields);
    std::string wrong;
    for (const auto& [name, score] : fields) {
      if (score.first < score.second) wrong += (wrong.empty() ? "; wrong: " : ", ") + name;
    }
    out += fmt::format("matched {}{}\n", head, wrong);
  }
  for (const std::size_t r : matching.false_alarms)
    out += fmt::format("false alarm: {}\n", one_line(report, report.events[r]));
  return out;
}

}  // namespace dateline::score
