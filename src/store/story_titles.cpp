#include "store/story_titles.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "store/identity.h"

namespace dateline::store {
namespace {

struct Word {
  std::string_view type, mode, word;
};

// Modes first where one has a word of its own, then the type itself.
constexpr std::array kWords = {
    Word{"AGREE", "", "promise"},
    Word{"CONSULT", "visit", "visit"},
    Word{"CONSULT", "phone", "call"},
    Word{"CONSULT", "", "talks"},
    Word{"SUPPORT", "", "support"},
    Word{"CONCEDE", "", "concession"},
    Word{"COOPERATE", "", "cooperation"},
    Word{"AID", "", "aid"},
    Word{"RETREAT", "withdraw", "withdrawal"},
    Word{"RETREAT", "release", "release"},
    Word{"RETREAT", "disarm", "disarming"},
    Word{"RETREAT", "ceasefire", "ceasefire"},
    Word{"RETREAT", "access", "access granted"},
    Word{"RETREAT", "resign", "resignation"},
    Word{"RETREAT", "", "retreat"},
    Word{"REQUEST", "", "demand"},
    Word{"ACCUSE", "investigate", "investigation"},
    Word{"ACCUSE", "disapprove", "criticism"},
    Word{"ACCUSE", "", "accusation"},
    Word{"REJECT", "", "refusal"},
    Word{"THREATEN", "", "threat"},
    Word{"PROTEST", "riot", "riot"},
    Word{"PROTEST", "strike", "strike"},
    Word{"PROTEST", "hunger", "hunger strike"},
    Word{"PROTEST", "boycott", "boycott"},
    Word{"PROTEST", "obstruct", "blockade"},
    Word{"PROTEST", "", "protest"},
    Word{"SANCTION", "convict", "conviction"},
    Word{"SANCTION", "expel", "expulsion"},
    Word{"SANCTION", "", "sanctions"},
    Word{"MOBILIZE", "", "mobilisation"},
    Word{"COERCE", "arrest", "arrest"},
    Word{"COERCE", "seize", "seizure"},
    Word{"COERCE", "deport", "deportation"},
    Word{"COERCE", "restrict", "restriction"},
    Word{"COERCE", "martial-law", "martial law"},
    Word{"COERCE", "curfew", "curfew"},
    Word{"COERCE", "cyber", "cyber attack"},
    Word{"COERCE", "censor", "censorship"},
    Word{"COERCE", "", "coercion"},
    Word{"ASSAULT", "abduct", "kidnapping"},
    Word{"ASSAULT", "aerial", "air attack"},
    Word{"ASSAULT", "targeted", "targeted killing"},
    Word{"ASSAULT", "destroy", "destruction"},
    Word{"ASSAULT", "crowd-control", "crackdown"},
    Word{"ASSAULT", "beat", "beating"},
    Word{"ASSAULT", "drone", "drone attack"},
    Word{"ASSAULT", "explosives", "bombing"},
    Word{"ASSAULT", "firearms", "shooting"},
    Word{"ASSAULT", "heavy-weapons", "shelling"},
    Word{"ASSAULT", "sexual", "sexual violence"},
    Word{"ASSAULT", "suicide-attack", "suicide attack"},
    Word{"ASSAULT", "torture", "torture"},
    Word{"ASSAULT", "", "attack"},
};

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::string day_text(const Day& day) {
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), kMonths[static_cast<unsigned>(day.month()) - 1],
                     static_cast<int>(day.year()));
}

std::string date_text(const Report& report, const Event& event) {
  if (!has_date(event)) return report.published && report.published->ok() ? day_text(*report.published) : std::string();
  const Day& day = event.date->start;
  const int year = static_cast<int>(day.year());
  if (event.date->precision == DatePrecision::year) return std::to_string(year);
  if (event.date->precision == DatePrecision::month)
    return fmt::format("{} {}", kMonths[static_cast<unsigned>(day.month()) - 1], year);
  return day_text(day);
}

/// A country by its code, everybody else by name.
std::string side_text(const std::vector<Actor>& actors) {
  constexpr std::size_t kMost = 2;
  std::string out;
  for (std::size_t i = 0; i < std::min(kMost, actors.size()); ++i) {
    const Actor& actor = actors[i];
    const bool is_state = !actor.country.empty() && (actor.sector.empty() || actor.sector == "GOV");
    out.append(i == 0 ? "" : ", ").append(is_state ? actor.country : actor.name);
  }
  return actors.size() > kMost ? out + " …" : out;
}

/// 6000: "6,000".
std::string number_text(double value) {
  if (value != std::floor(value) || std::abs(value) >= 1e15) return fmt::format("{:g}", value);
  std::string digits = fmt::format("{:.0f}", std::abs(value));
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return value < 0 ? "-" + digits : digits;
}

std::string_view role_word(CountRole role) {
  switch (role) {
    case CountRole::dead:
      return "killed";
    case CountRole::injured:
      return "injured";
    case CountRole::arrested:
      return "arrested";
    case CountRole::displaced:
      return "displaced";
    default:
      return {};
  }
}

/// The figure that says most: the dead before all others.
const Count* main_count(const Event& event) {
  const Count* best = nullptr;
  for (const Count& count : event.counts) {
    if (figure_text(count).empty()) continue;
    if (best == nullptr || (count.role == CountRole::dead && best->role != CountRole::dead)) best = &count;
  }
  return best;
}

std::string manner(const Event& event) {
  switch (event.status) {
    case Status::future:
      return event.type == "AGREE" ? "" : "planned ";
    case Status::hypothetical:
      return event.type == "THREATEN" ? "" : "possible ";
    case Status::negated:
      return "denied ";
    default:
      return {};
  }
}

/// "6,000 troops pledged", "kidnapping, 6 aid workers".
std::string what_text(const Event& event) {
  const Count* count = main_count(event);
  std::string word = manner(event) + plain_word(event.type, event.mode);
  if (count == nullptr) return word;
  std::string figure = figure_text(*count);
  if (event.type == "AGREE") return figure + " pledged";
  if (const auto role = role_word(count->role); !role.empty()) figure.append(" ").append(role);
  return word + ", " + figure;
}

}  // namespace

std::string plain_word(std::string_view type, std::string_view mode) {
  const auto find = [&](std::string_view wanted) {
    return std::find_if(kWords.begin(), kWords.end(),
                        [&](const Word& word) { return word.type == type && word.mode == wanted; });
  };
  const auto* word = find(mode);
  if (word == kWords.end()) word = find("");
  if (word != kWords.end()) return std::string(word->word);
  std::string own(type);
  std::transform(own.begin(), own.end(), own.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return own;
}

std::string figure_text(const Count& count) {
  std::string number;
  if (count.value)
    number = number_text(*count.value);
  else if (count.low && count.high)
    number = number_text(*count.low) + " to " + number_text(*count.high);
  else if (count.low)
    number = "at least " + number_text(*count.low);
  else if (count.high)
    number = "at most " + number_text(*count.high);
  else
    return {};
  return count.unit.empty() ? number : number + " " + count.unit;
}

std::string story_title(const Report& report, const Event& event) {
  std::string out = side_text(event.actors);
  const std::string other = side_text(event.recipients);
  if (!other.empty()) out.append(out.empty() ? "→ " : " → ").append(other);
  if (!out.empty()) out += ": ";
  out += what_text(event);
  if (event.place && !event.place->name.empty())
    out.append(event.type == "AGREE" || event.status == Status::future ? " for " : " in ").append(event.place->name);
  const std::string date = date_text(report, event);
  return date.empty() ? out : out + ", " + date;
}

}  // namespace dateline::store
