#include "score/claims.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

#include "score/lines.h"
#include "score/offsets.h"

namespace dateline::score {
namespace {

using Spans = std::vector<Span>;

bool overlap(const Spans& a, const Spans& b) {
  return std::any_of(a.begin(), a.end(), [&](Span x) {
    return std::any_of(b.begin(), b.end(), [&](Span y) { return x.begin < y.end && y.begin < x.end; });
  });
}

/// The largest number of pairs of which each side takes part in one at most (Kuhn's augmenting paths).
std::vector<std::int32_t> assign(std::size_t left, std::size_t right,
                                 const std::function<bool(std::size_t, std::size_t)>& fits) {
  std::vector<std::int32_t> of_right(right, -1);
  std::vector<bool> seen;
  const std::function<bool(std::size_t)> place = [&](std::size_t l) {
    for (std::size_t r = 0; r < right; ++r) {
      if (seen[r] || !fits(l, r)) continue;
      seen[r] = true;
      if (of_right[r] >= 0 && !place(static_cast<std::size_t>(of_right[r]))) continue;
      of_right[r] = static_cast<std::int32_t>(l);
      return true;
    }
    return false;
  };
  for (std::size_t l = 0; l < left; ++l) {
    seen.assign(right, false);
    place(l);
  }
  return of_right;
}

std::size_t answered(const std::vector<std::int32_t>& assignment) {
  return static_cast<std::size_t>(std::count_if(assignment.begin(), assignment.end(), [](auto l) { return l >= 0; }));
}

std::uint32_t number(std::string_view text, const std::string& file, std::size_t line) {
  std::uint32_t value = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || stop != text.data() + text.size()) bad_gold("an offset is no number", file, line);
  return value;
}

/// "Content 106 118;53 93": the pieces of a span.
Spans spans_of(std::string_view field, const std::vector<std::uint32_t>& offsets, const std::string& file,
               std::size_t line) {
  Spans spans;
  const std::size_t blank = field.find(' ');
  if (blank == std::string_view::npos) bad_gold("a span without offsets", file, line);
  for (const std::string_view piece : split(field.substr(blank + 1), ';')) {
    const auto ends = split(piece, ' ');
    if (ends.size() != 2) bad_gold("a span is not \"begin end\"", file, line);
    const std::uint32_t begin = number(ends[0], file, line), end = number(ends[1], file, line);
    if (begin >= end || end >= offsets.size()) bad_gold("a span lies outside of the text", file, line);
    spans.push_back({offsets[begin], offsets[end]});
  }
  return spans;
}

/// "Attribution:T4 Content:T3 Cue:T2 Source:T1"; a role may stand twice, with a number ("Content2:T9").
GoldClaim claim_of(std::string_view field, const std::map<std::string, Spans, std::less<>>& spans,
                   const std::string& file, std::size_t line) {
  GoldClaim claim;
  for (const std::string_view part : split(field, ' ')) {
    const std::size_t colon = part.find(':');
    if (colon == std::string_view::npos) continue;  // brat ends lines with a blank
    const auto found = spans.find(part.substr(colon + 1));
    if (found == spans.end()) bad_gold("an attribution of a span that is not there", file, line);
    Spans* role = part.starts_with("Source")    ? &claim.source
                  : part.starts_with("Cue")     ? &claim.cue
                  : part.starts_with("Content") ? &claim.content
                                                : nullptr;
    if (role) role->insert(role->end(), found->second.begin(), found->second.end());
  }
  return claim;
}

std::string text_of(std::string_view text, const Spans& spans) {
  std::string out;
  for (const Span s : spans) (out += out.empty() ? "" : " … ") += text.substr(s.begin, s.end - s.begin);
  constexpr std::size_t kLongest = 120;
  std::size_t end = std::min(out.size(), kLongest);
  while (end > 0 && end < out.size() && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80) --end;
  return out.size() > kLongest ? out.substr(0, end) + "…" : out;
}

}  // namespace

std::vector<GoldClaim> read_claims(std::string_view content, std::string_view text, const std::string& file) {
  const auto offsets = code_point_offsets(text);
  std::map<std::string, Spans, std::less<>> spans;
  std::vector<std::pair<std::string_view, std::size_t>> attributions;  // may name spans of later lines
  for_each_line(content, [&](std::string_view line, std::size_t at) {
    const auto fields = split(line, '\t');
    if (line.empty() || fields.size() < 2) return;
    if (line.front() == 'T') spans.emplace(fields[0], spans_of(fields[1], offsets, file, at));
    if (line.front() == 'E') attributions.emplace_back(fields[1], at);
  });
  std::vector<GoldClaim> claims;
  for (const auto& [field, at] : attributions) {
    GoldClaim claim = claim_of(field, spans, file, at);
    if (!claim.source.empty() && !claim.content.empty()) claims.push_back(std::move(claim));
  }
  return claims;
}

void ClaimTotals::add(const std::vector<GoldClaim>& gold, const Report& report) {
  const auto& found = report.attributions;
  const auto count = [&](Tally& tally, const std::function<bool(const Attribution&, const GoldClaim&)>& fits) {
    auto answers =
        assign(found.size(), gold.size(), [&](std::size_t f, std::size_t g) { return fits(found[f], gold[g]); });
    tally += {answered(answers), found.size(), gold.size()};
    return answers;
  };
  count(contents_, [](const Attribution& a, const GoldClaim& g) { return overlap(a.content, g.content); });
  count(cues_, [](const Attribution& a, const GoldClaim& g) { return overlap({a.cue}, g.cue); });
  const auto answers = count(claims_, [](const Attribution& a, const GoldClaim& g) {
    return overlap({a.source}, g.source) && overlap(a.content, g.content);
  });
  if (!errors_) return;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    if (answers[g] < 0)
      lines_ += "missed: " + text_of(report.text, gold[g].source) + " | " + text_of(report.text, gold[g].cue) + " | " +
                text_of(report.text, gold[g].content) + "\n";
  }
  for (std::size_t f = 0; f < found.size(); ++f) {
    if (std::find(answers.begin(), answers.end(), static_cast<std::int32_t>(f)) == answers.end())
      lines_ += "false alarm: " + text_of(report.text, {found[f].source}) + " | " +
                text_of(report.text, {found[f].cue}) + " | " + text_of(report.text, found[f].content) + "\n";
  }
}

Score ClaimTotals::score() && {
  Figures figures;
  figures.add("claims", claims_);
  figures.add("contents", contents_);
  figures.add("cues", cues_);
  Score score;
  score.table = std::move(lines_) + tally_heading("attributions") + tally_line("claims", claims_) +
                tally_line("contents", contents_) + tally_line("cues", cues_);
  score.figures = std::move(figures).rows();
  return score;
}

}  // namespace dateline::score
