#include "store/fields.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "report/dates.h"

namespace dateline::store {
namespace {

constexpr std::array<std::string_view, 13> kFields = {"record", "event",  "mode",   "contexts",   "act",
                                                      "cameo",  "status", "actors", "recipients", "place",
                                                      "date",   "counts", "sources"};

template <typename Items, typename Text>
std::string joined(const Items& items, Text text) {
  std::string out;
  for (const auto& item : items) out.append(out.empty() ? "" : "; ").append(text(item));
  return out;
}

std::string actor_text(const Actor& actor) { return fmt::format("{}|{}|{}", actor.name, actor.country, actor.sector); }

std::string source_text(const Source& source) {
  return fmt::format("{}|{}|{}", actor_text(source.actor), source.verb, source.said_on ? iso(*source.said_on) : "");
}

std::string figure(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : std::string(); }

std::string count_text(const Count& count) {
  return fmt::format("{}|{}|{}|{}|{}", figure(count.value), figure(count.low), figure(count.high), count.unit,
                     name_of(count.role));
}

std::string place_text(const Event& event) {
  if (!event.place) return {};
  return fmt::format("{}|{}|{}", event.place->name, event.place->admin1, event.place->country);
}

std::string date_text(const Event& event) {
  if (!event.date || event.date->precision == DatePrecision::unknown) return {};
  return fmt::format("{}/{}", iso(event.date->start), iso(event.date->end));
}

}  // namespace

std::span<const std::string_view> fields() { return kFields; }

bool is_field(std::string_view name) { return std::find(kFields.begin(), kFields.end(), name) != kFields.end(); }

std::string field_text(const Event& event, std::string_view field) {
  if (field == "record" || field == "event") return event.type;
  if (field == "mode") return event.mode;
  if (field == "contexts") return joined(event.contexts, [](const std::string& x) { return x; });
  if (field == "act") return event.act;
  if (field == "cameo") return event.cameo;
  if (field == "status") return std::string(name_of(event.status));
  if (field == "actors") return joined(event.actors, actor_text);
  if (field == "recipients") return joined(event.recipients, actor_text);
  if (field == "place") return place_text(event);
  if (field == "date") return date_text(event);
  if (field == "counts") return joined(event.counts, count_text);
  if (field == "sources") return joined(event.sources, source_text);
  return {};
}

std::vector<std::string> differences(const Event& before, const Event& after) {
  std::vector<std::string> out;
  for (const std::string_view field : kFields) {
    if (field != "record" && field_text(before, field) != field_text(after, field)) out.emplace_back(field);
  }
  if (before.confidence != after.confidence) out.emplace_back("confidence");
  if (before.because != after.because) out.emplace_back("because");
  if (out.empty()) out.emplace_back("spans");
  return out;
}

}  // namespace dateline::store
