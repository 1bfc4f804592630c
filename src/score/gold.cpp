#include "score/gold.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "score/lines.h"

namespace dateline::score {
namespace {

using nlohmann::json;

std::string text(const json& row, const char* key) {
  return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : std::string();
}

/// A string, or a list of them.
std::vector<std::string> texts(const json& row, const char* key) {
  if (!row.contains(key)) return {};
  if (row[key].is_string()) return {row[key].get<std::string>()};
  return row[key].get<std::vector<std::string>>();
}

std::vector<GoldActor> actors(const json& row, const char* key) {
  std::vector<GoldActor> out;
  if (!row.contains(key)) return out;
  for (const json& a : row[key])
    out.push_back({text(a, "country"), text(a, "sector"), text(a, "name"), text(a, "said_on")});
  return out;
}

std::vector<GoldCount> counts(const json& row) {
  std::vector<GoldCount> out;
  if (!row.contains("counts")) return out;
  for (const json& c : row["counts"]) {
    GoldCount count{std::nullopt, text(c, "text"), text(c, "unit"), text(c, "role")};
    if (c.contains("value")) count.value = c["value"].get<double>();
    if (c.contains("low") && c.contains("high") && c["low"] == c["high"]) count.value = c["low"].get<double>();
    out.push_back(std::move(count));
  }
  return out;
}

GoldEvent event(const json& row) {
  GoldEvent event;
  if (row.contains("id")) event.id = row["id"].is_string() ? row["id"].get<std::string>() : row["id"].dump();
  event.evidence = text(row, "evidence");
  event.types = row.contains("event") ? texts(row, "event") : texts(row, "type");
  event.statuses = texts(row, "status");
  event.mode = text(row, "mode");
  event.act = text(row, "act");
  event.actors = actors(row, "actors");
  event.recipients = actors(row, "recipients");
  event.recipients_scored = row.contains("recipients");
  event.sources = actors(row, "sources");
  event.sources_scored = row.contains("sources");
  if (row.contains("place"))
    event.place = GoldPlace{text(row["place"], "name"), text(row["place"], "country"), text(row["place"], "precision")};
  if (row.contains("date")) {
    event.date_start = text(row["date"], "start");
    event.date_end = text(row["date"], "end");
    event.date_precision = text(row["date"], "precision");
  }
  event.counts = counts(row);
  event.contexts = texts(row, "contexts");
  if (row.contains("trigger"))
    event.trigger = {row["trigger"].at(0).get<std::uint32_t>(), row["trigger"].at(1).get<std::uint32_t>()};
  return event;
}

}  // namespace

GoldReport read_gold(std::string_view content, const std::string& file) {
  try {
    const json root = json::parse(content);
    GoldReport report;
    if (root.contains("report")) report.published = text(root["report"], "published");
    for (const json& row : root.at("events")) report.events.push_back(event(row));
    if (root.contains("also_fine")) {
      for (const json& row : root["also_fine"]) report.also_fine.push_back(event(row));
    }
    return report;
  } catch (const json::exception& fault) {
    bad_gold(fmt::format("not a gold file: {}", fault.what()), file, 0);
  }
}

std::vector<AnnotatedReport> read_annotations(std::string_view lines, const std::string& file) {
  std::vector<AnnotatedReport> out;
  for_each_line(lines, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return;
    try {
      const json root = json::parse(line);
      AnnotatedReport report;
      report.item = root.at("item").get<std::string>();
      for (const json& row : root.at("events")) report.events.push_back(event(row));
      out.push_back(std::move(report));
    } catch (const json::exception& fault) {
      bad_gold(fmt::format("not an annotated item: {}", fault.what()), file, number);
    }
  });
  return out;
}

}  // namespace dateline::score
