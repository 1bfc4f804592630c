// How a text is laid out. Broadcast transcripts put several speakers into one
// text, often with the space after a full stop missing, so speaker labels are
// looked for after sentence ends and not only at line starts. Then each
// speaker's stretch is cut into paragraphs at blank lines and, where lines are
// not hard-wrapped, at line ends.
#include "readers/plain_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "readers/dates.h"
#include "readers/speakers.h"

namespace dateline {
namespace {

constexpr std::string_view kBlank = " \t\r\n\f\v";

std::uint32_t skip_blank(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && kBlank.find(text[begin]) != std::string_view::npos) ++begin;
  return begin;
}

Span trimmed(std::string_view text, Span span) {
  span.begin = skip_blank(text, span.begin, span.end);
  while (span.end > span.begin && kBlank.find(text[span.end - 1]) != std::string_view::npos) --span.end;
  return span;
}

Span first_line(std::string_view text, Span span) {
  const auto end = text.find('\n', span.begin);
  return {span.begin, std::min(span.end, static_cast<std::uint32_t>(std::min(end, text.size())))};
}

bool ends_sentence(std::string_view line) {
  const auto last = line.find_last_not_of(" \t\r\"')");
  return last != std::string_view::npos && std::string_view(".!?:;").find(line[last]) != std::string_view::npos;
}

/// A line that only tells date, place of the desk or photo credit: "date 2025-06-18 Photo : YONHAP News".
bool is_credit_line(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  if (line.size() > kLongest || ends_sentence(line)) return false;
  std::string_view rest = line;
  if (rest.starts_with("date ") || rest.starts_with("Date: ")) rest.remove_prefix(5);
  for (const std::string_view label : {"Photo", "Image", "Credit", "File photo", "Updated", "Published", "Posted"}) {
    if (!line.starts_with(label)) continue;
    const auto next = line.find_first_not_of(' ', label.size());
    if (next != std::string_view::npos &&
        (line[next] == ':' || std::isdigit(static_cast<unsigned char>(line[next])) != 0))
      return true;
  }
  return read_date(rest).has_value();
}

void take_date(Report& report, std::string_view line) {
  if (report.published) return;
  for (const std::string_view label : {"date ", "Date: ", "Published: ", "Published ", "Posted: ", "Posted "}) {
    if (line.starts_with(label)) line.remove_prefix(label.size());
  }
  report.published = read_date(line);
}

/// Skips date and photo lines at the beginning of the text.
std::uint32_t skip_credits(Report& report, Span body) {
  const std::string_view text = report.text;
  while (body.begin < body.end) {
    const Span line = trimmed(text, first_line(text, body));
    if (line.empty() || !is_credit_line(report.slice(line))) break;
    take_date(report, report.slice(line));
    body.begin = skip_blank(text, line.end, body.end);
  }
  return body.begin;
}

/// End of a wire dateline such as "SEOUL, June 18 (Reuters) - ", or `begin` if there is none.
std::uint32_t skip_dateline(Report& report, Span paragraph) {
  constexpr std::size_t kLongest = 80;
  const std::string_view head = report.slice(paragraph).substr(0, kLongest);
  const auto open = head.find(" (");
  const auto close = head.find(')', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return paragraph.begin;
  const std::string_view place = head.substr(0, head.find(','));
  const bool capitals = std::none_of(place.begin(), place.end(), [](unsigned char c) { return std::islower(c) != 0; });
  const auto dash = head.find_first_not_of(' ', close + 1);
  const bool dashed = dash != std::string_view::npos && (head[dash] == '-' || head.substr(dash, 2) == "\xe2\x80");
  if (!capitals || open > 60 || !dashed) return paragraph.begin;
  if (report.publisher.empty()) report.publisher = head.substr(open + 2, close - open - 2);
  const std::size_t past = head[dash] == '-' ? std::min(head.find_first_not_of('-', dash), head.size()) : dash + 3;
  return skip_blank(report.text, std::min(paragraph.begin + static_cast<std::uint32_t>(past), paragraph.end),
                    paragraph.end);
}

/// Were the lines of the text broken to a column width, so that a line's end says nothing?
bool is_hard_wrapped(std::string_view text) {
  std::size_t full = 0;
  std::size_t open_ends = 0;
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.find_first_not_of(kBlank) == std::string_view::npos) continue;
    ++lines;
    full += line.size() >= 50 && line.size() <= 110;
    open_ends += !ends_sentence(line);
  }
  return lines >= 4 && 2 * full > lines && 2 * open_ends > lines;
}

/// End of the paragraph that begins at `begin`.
std::uint32_t paragraph_end(std::string_view text, std::uint32_t begin, std::uint32_t end, bool wrapped) {
  for (auto at = text.find('\n', begin); at < end; at = text.find('\n', at + 1)) {
    if (!wrapped) return static_cast<std::uint32_t>(at);
    const auto next = text.find_first_not_of(" \t\r", at + 1);
    if (next == std::string_view::npos || text[next] == '\n') return static_cast<std::uint32_t>(at);
  }
  return end;
}

void cut_paragraphs(Report& report, const Segment& segment, bool wrapped) {
  std::uint32_t begin = segment.span.begin;
  while (true) {
    begin = skip_blank(report.text, begin, segment.span.end);
    if (begin >= segment.span.end) return;
    const std::uint32_t end = paragraph_end(report.text, begin, segment.span.end, wrapped);
    Span paragraph = trimmed(report.text, {begin, end});
    if (report.paragraphs.empty()) paragraph.begin = skip_dateline(report, paragraph);
    if (!paragraph.empty()) report.paragraphs.push_back(paragraph);
    begin = end;
  }
}

}  // namespace

void lay_out(Report& report, bool transcript) {
  Span body{0, static_cast<std::uint32_t>(report.text.size())};
  body.begin = skip_credits(report, trimmed(report.text, body));
  report.segments = speaker_segments(report, body, transcript);
  const bool wrapped = is_hard_wrapped(report.slice(body));
  for (Segment& segment : report.segments) {
    segment.span = trimmed(report.text, segment.span);
    cut_paragraphs(report, segment, wrapped);
  }
  std::erase_if(report.segments, [](const Segment& segment) { return segment.span.empty(); });
}

}  // namespace dateline
