#include "readers/speakers.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 12> kRoles = {"Anchor",        "Reporter",  "Host",        "Presenter",
                                                     "Correspondent", "Narrator",  "Moderator",   "Studio",
                                                     "Newscaster",    "Announcer", "Interviewer", "Commentator"};
/// Words of an outlet's name, by which a sign-off is told from other last sentences.
constexpr std::array<std::string_view, 9> kOutletWords = {"News",         "Radio",   "TV",      "Television", "World",
                                                          "Broadcasting", "Service", "Network", "Agency"};

struct Label {
  Span span;  ///< with its colon
  std::string role;
  std::string speaker;
};

std::string capitalised(std::string_view word) {
  std::string out(word);
  std::transform(out.begin() + 1, out.end(), out.begin() + 1, [](unsigned char c) { return std::tolower(c); });
  return out;
}

std::string as_role(std::string_view label) {
  for (const std::string_view role : kRoles) {
    if (capitalised(label) == role) return std::string(role);
  }
  return {};
}

bool is_word_of_name(std::string_view word) {
  return !word.empty() && (std::isupper(static_cast<unsigned char>(word.front())) != 0 ||
                           static_cast<unsigned char>(word.front()) >= 0xc3);
}

/// Two to four capitalised words, nothing else.
bool is_person_name(std::string_view text) {
  std::size_t words = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (!is_word_of_name(text.substr(0, end)) || text.substr(0, end).find_first_of(",.:;\"()") < end - 1) return false;
    ++words;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words >= 2 && words <= 4;
}

bool is_all_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::islower(c) != 0; });
}

/// May a label begin here? At a line's start, or right after a sentence's end.
bool is_label_place(std::string_view text, Span body, std::size_t at, bool& line_start) {
  std::size_t before = at;
  while (before > body.begin && (text[before - 1] == ' ' || text[before - 1] == '\t')) --before;
  line_start = before == body.begin || text[before - 1] == '\n';
  if (line_start) return true;
  const char last = text[before - 1];
  return last == '.' || last == '!' || last == '?' || last == '"' || last == ')' ||
         static_cast<unsigned char>(last) == 0x9d;
}

/// The label that ends with the colon at `colon`, if there is one.
std::optional<Label> label_at(std::string_view text, Span body, std::size_t colon, bool any_name) {
  constexpr std::size_t kLongest = 48;
  std::size_t end = colon;
  while (end > body.begin && text[end - 1] == ' ') --end;
  std::size_t begin = end;
  bool line_start = false;
  while (begin > body.begin && end - begin < kLongest) {
    const char c = text[begin - 1];
    if (c == '\n' || c == '.' || c == '!' || c == '?' || c == '"' || static_cast<unsigned char>(c) == 0x9d) break;
    --begin;
  }
  while (begin < end && text[begin] == ' ') ++begin;
  const std::string_view label = text.substr(begin, end - begin);
  if (label.empty() || !is_label_place(text, body, begin, line_start)) return std::nullopt;
  const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(colon + 1)};
  const auto word = label.substr(0, label.find(' '));
  if (const std::string role = as_role(word); !role.empty()) {
    const std::string name(label.size() > word.size() ? label.substr(word.size() + 1) : std::string_view());
    if (name.empty() || is_person_name(name)) return Label{span, role, name};
  }
  if (line_start && is_person_name(label) && (any_name || is_all_capitals(label)))
    return Label{span, "", std::string(label)};
  return std::nullopt;
}

std::vector<Label> labels_of(const Report& report, Span body, bool any_name) {
  std::vector<Label> labels;
  const std::string_view text = report.text;
  Span rest = body;  // labels do not overlap
  for (auto colon = text.find(':', body.begin); colon < body.end; colon = text.find(':', colon + 1)) {
    auto label = label_at(text, rest, colon, any_name);
    if (!label) continue;
    rest.begin = label->span.end;
    labels.push_back(std::move(*label));
  }
  const bool has_role = std::any_of(labels.begin(), labels.end(), [](const Label& l) { return !l.role.empty(); });
  if (!has_role && labels.size() < 2) labels.clear();
  return labels;
}

/// Begin of the last sentence of `span`: after the last sentence end that is followed by more text.
std::uint32_t last_sentence(std::string_view text, Span span) {
  std::uint32_t end = span.end;
  while (end > span.begin && std::isspace(static_cast<unsigned char>(text[end - 1])) != 0) --end;
  std::uint32_t begin = end > span.begin ? end - 1 : end;
  while (begin > span.begin) {
    const char c = text[begin - 1];
    const bool stop = (c == '.' || c == '!' || c == '?' || c == '\n') &&
                      is_word_of_name(text.substr(begin + (text[begin] == ' '), 1));
    if (stop && !(begin >= 2 && c == '.' && std::isupper(static_cast<unsigned char>(text[begin - 2])) != 0)) break;
    --begin;
  }
  return begin;
}

std::string_view without_edges(std::string_view text) {
  const auto begin = text.find_first_not_of(" \n\t\r");
  const auto end = text.find_last_not_of(" \n\t\r.");
  return begin == std::string_view::npos || end == std::string_view::npos || end < begin
             ? std::string_view()
             : text.substr(begin, end + 1 - begin);
}

/// "Jane Doe reports": the name of who comes next, or empty.
std::string handed_to(std::string_view sentence) {
  sentence = without_edges(sentence);
  for (const std::string_view ending :
       {" reports", " has more", " has the story", " has the details", " tells us more"}) {
    if (!sentence.ends_with(ending)) continue;
    const auto name = sentence.substr(0, sentence.size() - ending.size());
    if (is_person_name(name)) return std::string(name);
  }
  return {};
}

struct SignOff {
  std::string name;
  std::string outlet;
};

/// "Jane Doe, Radio One News": who signs off for whom, or empty.
SignOff sign_off(std::string_view sentence) {
  sentence = without_edges(sentence);
  if (sentence.starts_with("For ")) sentence.remove_prefix(4);
  const auto comma = sentence.find(", ");
  if (comma == std::string_view::npos || !is_person_name(sentence.substr(0, comma))) return {};
  std::string outlet(sentence.substr(comma + 2));
  const bool known = std::any_of(kOutletWords.begin(), kOutletWords.end(),
                                 [&](std::string_view w) { return outlet.find(w) != std::string::npos; });
  if (!known || outlet.find(',') != std::string::npos) return {};
  if (outlet.ends_with(" News") && outlet.find("Radio") != std::string::npos) outlet.resize(outlet.size() - 5);
  return {std::string(sentence.substr(0, comma)), outlet};
}

/// Takes hand-over and sign-off sentences off the ends of the turns, and their names to the reporter's turns.
void name_reporters(Report& report, std::vector<Segment>& segments) {
  std::string next;
  for (Segment& segment : segments) {
    if (segment.speaker.empty() && !next.empty()) segment.speaker = next;
    next.clear();
    const std::uint32_t begin = last_sentence(report.text, segment.span);
    const auto sentence = report.slice({begin, segment.span.end});
    const SignOff sign = sign_off(sentence);
    next = handed_to(sentence);
    if (next.empty() && sign.name.empty()) continue;
    segment.span.end = begin;
    if (sign.name.empty()) continue;
    if (segment.speaker.empty()) segment.speaker = sign.name;
    if (report.publisher.empty()) report.publisher = sign.outlet;
  }
}

}  // namespace

std::vector<Segment> speaker_segments(Report& report, Span body, bool any_name) {
  if (body.empty()) return {};
  const std::vector<Label> labels = labels_of(report, body, any_name);
  if (labels.empty()) return {{body, "", ""}};
  std::vector<Segment> segments;
  if (labels.front().span.begin > body.begin) segments.push_back({{body.begin, labels.front().span.begin}, "", ""});
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::uint32_t end = i + 1 < labels.size() ? labels[i + 1].span.begin : body.end;
    segments.push_back({{labels[i].span.end, end}, labels[i].role, labels[i].speaker});
  }
  name_reporters(report, segments);
  return segments;
}

}  // namespace dateline
