// Records for people: who did what to whom on the first line of each, then
// where, when, how many and who says so, then the sentence it was read from.
#include <dateline/formats.h>
#include <fmt/core.h>

#include <cmath>

#include "report/dates.h"

namespace dateline {
namespace {

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kRed = "\033[31m";
constexpr std::string_view kGreen = "\033[32m";
constexpr std::string_view kPlain = "\033[0m";

std::string actor_text(const Actor& actor) {
  std::string code = actor.country;
  if (!actor.sector.empty()) code.append(code.empty() ? "" : " ").append(actor.sector);
  const std::string& name = actor.name.empty() ? actor.country : actor.name;
  return code.empty() || code == name ? name : fmt::format("{} ({})", name, code);
}

std::string join(const std::vector<Actor>& actors) {
  std::string out;
  for (const Actor& actor : actors) out.append(out.empty() ? "" : " + ").append(actor_text(actor));
  return out;
}

/// Whole numbers without a point or an exponent.
std::string number(double value) {
  return value == std::floor(value) ? fmt::format("{:.0f}", value) : fmt::format("{}", value);
}

std::string count_text(const Count& count) {
  std::string figure = count.value ? number(*count.value) : "";
  if (!count.value && count.low) figure = number(*count.low) + (count.high ? "-" + number(*count.high) : "+");
  if (!count.value && !count.low && count.high) figure = "up to " + number(*count.high);
  return fmt::format("{} {} [{}]", figure, count.unit, name_of(count.role));
}

std::string date_text(const EventDate& date) {
  if (date.precision == DatePrecision::unknown) return {};
  return date.start == date.end ? iso(date.start) : iso(date.start) + " to " + iso(date.end);
}

std::string place_text(const Place& place) {
  const bool coarse = place.precision == PlacePrecision::country;
  return coarse || place.country.empty() ? place.name : fmt::format("{}, {}", place.name, place.country);
}

std::string chain_text(const std::vector<Source>& sources) {
  std::string out;
  for (const Source& source : sources) {
    out.append(out.empty() ? "" : " > ").append(actor_text(source.actor));
    if (source.said_on) out.append(" on ").append(iso(*source.said_on));
  }
  return out;
}

/// Breaks `text` at spaces into lines of at most `width` bytes, each after `indent`.
std::string wrapped(std::string_view text, std::string_view indent, std::size_t width) {
  std::string out;
  while (!text.empty()) {
    std::size_t end = std::min(text.size(), width - indent.size());
    if (end < text.size()) {
      const auto space = text.rfind(' ', end);
      if (space != std::string_view::npos && space > 0)
        end = space;
      else
        end = std::min(text.find(' ', end), text.size());
    }
    out.append(indent).append(text.substr(0, end)).append("\n");
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

/// Puts one record into words.
class Row {
 public:
  Row(const Report& report, bool colour, std::size_t width) : report_(report), colour_(colour), width_(width) {}

  std::string operator()(const Event& event) const {
    std::string out = headline(event);
    add(out, "where", event.place ? place_text(*event.place) : "");
    add(out, "when", event.date ? date_text(*event.date) : "");
    for (const Count& count : event.counts) add(out, "count", count_text(count));
    add(out, "says", chain_text(event.sources));
    std::string text(report_.slice(report_.sentences[event.sentence].span));
    for (char& c : text) c = c == '\n' ? ' ' : c;
    out.append(paint(kDim, wrapped("\"" + text + "\"", "    ", width_)));
    return out;
  }

 private:
  std::string paint(std::string_view style, std::string_view text) const {
    return colour_ ? fmt::format("{}{}{}", style, text, kPlain) : std::string(text);
  }

  std::string headline(const Event& event) const {
    std::string type = event.type;
    if (!event.mode.empty()) type.append(":").append(event.mode);
    if (!event.act.empty()) type.append(" to ").append(event.act);
    const std::string who = event.actors.empty() ? "somebody" : join(event.actors);
    const std::string whom = event.recipients.empty() ? "" : " -> " + join(event.recipients);
    return fmt::format("  {}  {}{}  {}\n", paint(event.quad <= 2 ? kGreen : kRed, paint(kBold, type)), who, whom,
                       paint(kDim, fmt::format("[{}, {:.2f}]", name_of(event.status), event.confidence)));
  }

  static void add(std::string& out, std::string_view label, std::string_view value) {
    if (!value.empty()) out.append(fmt::format("    {:<6}{}\n", label, value));
  }

  const Report& report_;
  bool colour_;
  std::size_t width_;
};

std::string heading(const Report& report) {
  std::string out = report.id;
  if (report.published) out.append("  ").append(iso(*report.published));
  if (!report.publisher.empty()) out.append("  ").append(report.publisher);
  if (!report.title.empty()) out.append("  ").append(report.title);
  return out;
}

}  // namespace

std::string to_table(const Report& report, bool colour, std::size_t width) {
  const Row row(report, colour, std::max<std::size_t>(width, 40));
  std::string out = colour ? fmt::format("{}{}{}\n", kBold, heading(report), kPlain) : heading(report) + "\n";
  for (const Event& event : report.events) out.append(row(event));
  if (report.events.empty()) out.append("  no events\n");
  return out.append("\n");
}

}  // namespace dateline
