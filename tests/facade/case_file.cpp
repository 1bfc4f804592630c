#include "case_file.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
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
  std::ostringstream out;
  out << std::setfill('0') << std::setw(4) << static_cast<int>(day.year()) << '-' << std::setw(2)
      << static_cast<unsigned>(day.month()) << '-' << std::setw(2) << static_cast<unsigned>(day.day());
  return out.str();
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
    const std::size_t colon = word.find(':');
    row.counts.push_back({std::stod(word.substr(1)), colon == word.npos ? "" : word.substr(colon + 1)});
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
  if (std::string_view("?%!~").find(line[0]) != std::string_view::npos) {
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
  return std::all_of(row.counts.begin(), row.counts.end(), [&](const CaseCount& wanted) {
    return std::any_of(event.counts.begin(), event.counts.end(), [&](const Count& c) {
      return c.value == wanted.value && (wanted.role.empty() || name_of(c.role) == wanted.role);
    });
  });
}

bool meets_setting(const CaseRow& row, const Report& report, const Event& event) {
  if (!row.place.empty()) {
    const std::string wanted = spaced(row.place);
    if (!event.place || (event.place->name.find(wanted) == std::string::npos && event.place->country != wanted))
      return false;
  }
  if (!row.date.empty() && (!event.date || !text_of(event.date->start).starts_with(row.date))) return false;
  return row.trigger.empty() || report.slice(event.trigger).find(spaced(row.trigger)) != std::string_view::npos;
}

bool meets(const CaseRow& row, const Report& report, const Event& event) {
  if (std::find(row.types.begin(), row.types.end(), event.type) == row.types.end() && row.types.front() != "*")
    return false;
  if (!row.mode.empty() && row.mode != event.mode) return false;
  if (!row.status.empty() && row.status != name_of(event.status)) return false;
  if (!row.act.empty() && row.act != event.act) return false;
  if (row.no_recipient && !event.recipients.empty()) return false;
  return meets_all(row.actors, event.actors) && meets_all(row.recipients, event.recipients) &&
         meets_sources(row, event) && meets_counts(row, event) && meets_setting(row, report, event);
}

std::string join(const std::vector<Actor>& actors) {
  std::string text;
  for (const Actor& a : actors) {
    if (!text.empty()) text += ',';
    text += a.country + (a.sector.empty() ? "" : ":" + a.sector) + "(" + a.name + ")";
  }
  return text;
}

/// Reads a case file line by line.
class CaseReader {
 public:
  explicit CaseReader(std::string name) {
    case_.name = name;
    case_.report.id = std::move(name);
  }

  void read(const std::string& line) {
    if (line.starts_with("#") && part_ != Part::body) return;
    if (line == "--") {
      part_ = Part::rows;
    } else if (part_ == Part::head) {
      read_head(line);
    } else if (part_ == Part::body) {
      text_ += line + "\n";
    } else if (!line.empty()) {
      case_.rows.push_back(read_row(line));
    }
  }

  Case finish() {
    if (part_ != Part::rows) throw std::runtime_error("no line \"--\"");
    while (!text_.empty() && text_.back() == '\n') text_.pop_back();
    set_text(case_, text_);
    return std::move(case_);
  }

 private:
  enum class Part { head, body, rows };

  void read_head(const std::string& line) {
    if (line.empty()) {
      part_ = Part::body;
    } else if (line.starts_with("date ")) {
      case_.report.published = day_of(line.substr(5));
    } else if (line.starts_with("publisher ")) {
      case_.report.publisher = line.substr(10);
    } else {
      throw std::runtime_error("the head has date and publisher only");
    }
  }

  Case case_;
  std::string text_;
  Part part_ = Part::head;
};

/// Gives each demanded row a record of its own. Rows of kind '?' and '~' take all that are left to them; a wanted
/// row may also share a record.
class Matching {
 public:
  Matching(const Case& wanted, const Report& coded)
      : wanted_(wanted), coded_(coded), used_(coded.events.size(), false) {}

  Verdict verdict() {
    for (const char kind : {' ', '%', '?', '~'}) match(kind);  // demanded rows choose first
    forbid();
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (!used_[i]) verdict_.faults.push_back("false alarm: " + one_line(coded_, coded_.events[i]));
    }
    return std::move(verdict_);
  }

 private:
  void match(char kind) {
    for (const CaseRow& row : wanted_.rows) {
      if (row.kind != kind) continue;
      const bool met = take(row, kind == '?' || kind == '~');
      if (!met && kind == ' ') verdict_.faults.push_back("missing: " + row.line);
      if (met && kind == '%') verdict_.news.push_back("met now: " + row.line);
      if (!met && kind == '~') verdict_.news.push_back("gone: " + row.line);
    }
  }

  bool take(const CaseRow& row, bool all) {
    bool met = false;
    for (std::size_t i = 0; i < used_.size() && (!met || all); ++i) {
      if ((!used_[i] || row.kind == '%') && meets(row, coded_, coded_.events[i])) used_[i] = met = true;
    }
    return met;
  }

  void forbid() {
    for (const CaseRow& row : wanted_.rows) {
      for (const Event& event : coded_.events) {
        if (row.kind != '!' || !meets(row, coded_, event)) continue;
        verdict_.faults.push_back("forbidden by " + row.line + ": " + one_line(coded_, event));
      }
    }
  }

  const Case& wanted_;
  const Report& coded_;
  std::vector<bool> used_;
  Verdict verdict_;
};

}  // namespace

Case read_case(const std::filesystem::path& path) {
  CaseReader reader(path.stem().string());
  std::ifstream stream(path);
  std::size_t number = 0;
  try {
    for (std::string line; std::getline(stream, line);) {
      ++number;
      reader.read(line);
    }
    return reader.finish();
  } catch (const std::exception& fault) {
    throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": " + fault.what());
  }
}

Verdict judge(const Case& wanted, const Report& coded) { return Matching(wanted, coded).verdict(); }

std::string one_line(const Report& report, const Event& event) {
  std::string text = event.type;
  if (!event.mode.empty()) text.append("[").append(event.mode).append("]");
  text.append(" ").append(name_of(event.status)).append(" ");
  text.append(join(event.actors)).append(" -> ").append(join(event.recipients));
  if (event.place) text.append(" @").append(event.place->name);
  if (event.date) text.append(" ").append(text_of(event.date->start));
  for (const Count& count : event.counts)
    text.append(" #").append(report.slice(count.span)).append(":").append(name_of(count.role));
  for (const Source& source : event.sources) text.append(" <").append(source.actor.name);
  if (!event.act.empty()) text.append(" =").append(event.act);
  return text.append(" \"").append(report.slice(event.trigger)).append("\"");
}

}  // namespace dateline::testing
