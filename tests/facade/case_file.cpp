#include "case_file.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace dateline::testing {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::chrono::year_month_day day_of(const std::string& text) {
  const auto parts = split(text, '-');
  if (parts.size() != 3) throw std::runtime_error("a date is YYYY-MM-DD");
  return std::chrono::year{std::stoi(parts[0])} / std::stoi(parts[1]) / std::stoi(parts[2]);
}

std::string text_of(std::chrono::year_month_day day) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return buffer;
}

void read_type(CaseRow& row, std::string word) {
  const std::size_t bracket = word.find('[');
  if (bracket != std::string::npos) {
    row.mode = word.substr(bracket + 1, word.size() - bracket - 2);
    word.resize(bracket);
  }
  row.types = split(word, '|');
}

void read_field(CaseRow& row, const std::string& word, bool& after_arrow) {
  if (word == "->") {
    after_arrow = true;
  } else if (status_of(word)) {
    row.status = word;
  } else if (word == "-") {
    row.no_recipient = true;
  } else if (word[0] == '@') {
    row.place = word.substr(1);
  } else if (word[0] == '#') {
    row.counts.push_back(std::stod(word.substr(1)));
  } else if (word[0] == '<') {
    row.sources.push_back(word.substr(1));
  } else if (word[0] == '"') {
    row.trigger = word.substr(1, word.size() - 2);
  } else if (word[0] == '=') {
    row.act = word.substr(1);
  } else if (std::isdigit(static_cast<unsigned char>(word[0]))) {
    row.date = word;
  } else {
    auto& list = after_arrow ? row.recipients : row.actors;
    for (const std::string& item : split(word, ',')) list.push_back(item);
  }
}

CaseRow read_row(std::string line) {
  CaseRow row;
  row.line = line;
  if (std::string_view("?%!").find(line[0]) != std::string_view::npos) {
    row.kind = line[0];
    line.erase(0, 1);
  }
  std::istringstream words(line);
  std::string word;
  words >> word;
  read_type(row, word);
  bool after_arrow = false;
  while (words >> word) read_field(row, word, after_arrow);
  return row;
}

void set_text(Case& found, const std::string& text) {
  Report& report = found.report;
  report.text = text;
  for (std::uint32_t begin = 0; begin < text.size();) {
    auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
    if (end > begin) report.paragraphs.push_back({begin, end});
    begin = end + 1;
  }
  report.segments.push_back({{0, static_cast<std::uint32_t>(text.size())}, "", ""});
}

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

bool is_country(const std::string& text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isupper(c); });
}

bool meets(const std::string& wanted, const Actor& actor) {
  const std::size_t colon = wanted.find(':');
  const std::string who = wanted.substr(0, colon);
  if (colon != std::string::npos && actor.sector.find(wanted.substr(colon + 1)) == std::string::npos) return false;
  return who.empty() || (is_country(who) ? actor.country == who : actor.name.find(spaced(who)) != std::string::npos);
}

bool meets_all(const std::vector<std::string>& wanted, const std::vector<Actor>& actors) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& w) {
    return std::any_of(actors.begin(), actors.end(), [&](const Actor& a) { return meets(w, a); });
  });
}

bool meets_sources(const CaseRow& row, const Event& event) {
  std::size_t next = 0;
  for (const Source& source : event.sources) {
    if (next < row.sources.size() && meets(row.sources[next], source.actor)) ++next;
  }
  return next == row.sources.size();
}

bool meets_counts(const CaseRow& row, const Event& event) {
  return std::all_of(row.counts.begin(), row.counts.end(), [&](double wanted) {
    return std::any_of(event.counts.begin(), event.counts.end(), [&](const Count& c) { return c.value == wanted; });
  });
}

bool meets_setting(const CaseRow& row, const Report& report, const Event& event) {
  if (!row.place.empty()) {
    const std::string wanted = spaced(row.place);
    if (!event.place || (event.place->name.find(wanted) == std::string::npos && event.place->country != wanted)) return false;
  }
  if (!row.date.empty() && (!event.date || !text_of(event.date->start).starts_with(row.date))) return false;
  return row.trigger.empty() || report.slice(event.trigger).find(spaced(row.trigger)) != std::string_view::npos;
}

bool meets(const CaseRow& row, const Report& report, const Event& event) {
  if (std::find(row.types.begin(), row.types.end(), event.type) == row.types.end() && row.types.front() != "*") return false;
  if (!row.mode.empty() && row.mode != event.mode) return false;
  if (!row.status.empty() && row.status != name_of(event.status)) return false;
  if (!row.act.empty() && row.act != event.act) return false;
  if (row.no_recipient && !event.recipients.empty()) return false;
  return meets_all(row.actors, event.actors) && meets_all(row.recipients, event.recipients) && meets_sources(row, event) && meets_counts(row, event) &&
         meets_setting(row, report, event);
}

std::string join(const std::vector<Actor>& actors) {
  std::string text;
  for (const Actor& a : actors) {
    if (!text.empty()) text += ',';
    text += a.country + (a.sector.empty() ? "" : ":" + a.sector) + "(" + a.name + ")";
  }
  return text;
}

}  // namespace

Case read_case(const std::filesystem::path& path) {
  Case found;
  found.name = path.stem().string();
  found.report.id = found.name;
  std::ifstream stream(path);
  std::string line, text;
  enum { head, body, rows } part = head;
  std::size_t number = 0;
  try {
    while (std::getline(stream, line)) {
      ++number;
      if (line.starts_with("#") && part != body) continue;
      if (line == "--") {
        part = rows;
      } else if (part == head && line.empty()) {
        part = body;
      } else if (part == head && line.starts_with("date ")) {
        found.report.published = day_of(line.substr(5));
      } else if (part == head && line.starts_with("publisher ")) {
        found.report.publisher = line.substr(10);
      } else if (part == head) {
        throw std::runtime_error("the head has date and publisher only");
      } else if (part == body) {
        text += line + "\n";
      } else if (!line.empty()) {
        found.rows.push_back(read_row(line));
      }
    }
    if (part != rows) throw std::runtime_error("no line \"--\"");
  } catch (const std::exception& fault) {
    throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": " + fault.what());
  }
  while (!text.empty() && text.back() == '\n') text.pop_back();
  set_text(found, text);
  return found;
}

std::vector<std::string> faults_of(const Case& wanted, const Report& coded) {
  std::vector<std::string> faults;
  std::vector<bool> used(coded.events.size(), false);
  for (const char kind : {' ', '%', '?'}) {  // demanded rows choose first
    for (const CaseRow& row : wanted.rows) {
      if (row.kind != kind) continue;
      bool met = false;
      for (std::size_t i = 0; i < coded.events.size() && (!met || kind == '?'); ++i) {
        if (used[i] || !meets(row, coded, coded.events[i])) continue;
        used[i] = met = true;
      }
      if (!met && kind == ' ') faults.push_back("missing: " + row.line);
    }
  }
  for (std::size_t i = 0; i < coded.events.size(); ++i) {
    const std::string line = one_line(coded, coded.events[i]);
    for (const CaseRow& row : wanted.rows) {
      if (row.kind == '!' && meets(row, coded, coded.events[i])) faults.push_back("forbidden by " + row.line + ": " + line);
    }
    if (!used[i]) faults.push_back("false alarm: " + line);
  }
  return faults;
}

std::string one_line(const Report& report, const Event& event) {
  std::string text = event.type + (event.mode.empty() ? "" : "[" + event.mode + "]") + " " + std::string(name_of(event.status)) + " " + join(event.actors) +
                     " -> " + join(event.recipients);
  if (event.place) text += " @" + event.place->name;
  if (event.date) text += " " + text_of(event.date->start);
  for (const Count& count : event.counts) text += " #" + std::string(report.slice(count.span)) + "_" + count.unit;
  for (const Source& source : event.sources) text += " <" + source.actor.name;
  if (!event.act.empty()) text += " =" + event.act;
  return text + " \"" + std::string(report.slice(event.trigger)) + "\"";
}

}  // namespace dateline::testing
