#include "story_view.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <vector>

#include "json_line.h"
#include "stored_record.h"

namespace dateline::cli {
namespace {

using Day = std::optional<std::chrono::year_month_day>;

/// What most records say; of several the first.
template <typename Text>
std::string usual(const StoryAccount& account, Text text) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const StoredRecord& record : account.records) {
    const std::string value = text(record.event());
    if (value.empty()) continue;
    const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& x) { return x.first == value; });
    if (known == counts.end())
      counts.emplace_back(value, 1);
    else
      ++known->second;
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::string() : most->first;
}

std::string usual_type(const StoryAccount& account) {
  return usual(account, [](const Event& event) { return event.type; });
}
std::string usual_mode(const StoryAccount& account) {
  return usual(account, [](const Event& event) { return event.mode; });
}
std::string usual_place(const StoryAccount& account) {
  return usual(account, [](const Event& event) { return event.place ? event.place->name : std::string(); });
}
std::string usual_country(const StoryAccount& account) {
  return usual(account, [](const Event& event) { return event.place ? event.place->country : std::string(); });
}

std::string name_of(const StoryClaimant& claimant) {
  std::string out = claimant.name;
  if (!claimant.country.empty() || !claimant.sector.empty())
    out += fmt::format(" ({}{}{})", claimant.country, claimant.country.empty() || claimant.sector.empty() ? "" : " ",
                       claimant.sector);
  return out;
}

template <typename Items, typename Text>
std::string joined(const Items& items, Text text) {
  std::string out;
  for (const auto& item : items) out.append(out.empty() ? "" : ", ").append(text(item));
  return out;
}

/// Publishers come last and are counted: they repeat what others say.
std::string names_of(const StoryAccount& account, bool (StoryClaim::*which)() const) {
  std::vector<std::string> names;
  std::size_t publishers = 0;
  for (const StoryClaim& claim : account.claims) {
    if (!(claim.*which)()) continue;
    publishers += claim.claimant.is_publisher ? 1 : 0;
    const std::string name = name_of(claim.claimant);
    if (!claim.claimant.is_publisher && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  }
  if (publishers > 0) names.push_back(fmt::format("{} publisher{}", publishers, publishers == 1 ? "" : "s"));
  return joined(names, [](const std::string& name) { return name; });
}

std::string figures_text(const StoryAccount& account) {
  return joined(account.figures, [](const StoryFigure& figure) {
    std::string out = figure.text;
    if (figure.role != CountRole::other) out.append(" [").append(dateline::name_of(figure.role)).append("]");
    return out + " by " + figure.claimants.front() +
           (figure.claimants.size() > 1 ? fmt::format(" and {} more", figure.claimants.size() - 1) : "");
  });
}

std::string row(const char* name, const std::string& value) {
  return value.empty() ? std::string() : fmt::format("    {:<9}{}\n", name, value);
}

std::string plural(std::size_t count, const char* word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string span_of(const Day& first, const Day& last) {
  return first == last ? iso(first) : iso(first) + " to " + iso(last);
}

Json json_of(const StoryClaimant& claimant) {
  Json out;
  out["name"] = claimant.name;
  put(out, "country", claimant.country);
  put(out, "sector", claimant.sector);
  if (claimant.is_publisher) out["publisher"] = true;
  return out;
}

Json json_of(const StoryFigure& figure) {
  Json out;
  out["text"] = figure.text;
  if (figure.value) out["value"] = *figure.value;
  if (figure.low) out["low"] = *figure.low;
  if (figure.high) out["high"] = *figure.high;
  put(out, "unit", figure.unit);
  out["role"] = dateline::name_of(figure.role);
  out["claimants"] = figure.claimants;
  out["records"] = figure.records;
  return out;
}

Json claimants_json(const StoryAccount& account, bool (StoryClaim::*which)() const) {
  Json out = Json::array();
  for (const StoryClaim& claim : account.claims) {
    if ((claim.*which)()) out.push_back(json_of(claim.claimant));
  }
  return out;
}

const StoredRecord& record_with(const StoryAccount& account, const std::string& id) {
  return *std::find_if(account.records.begin(), account.records.end(),
                       [&](const StoredRecord& record) { return record.id == id; });
}

Json json_of(const StoryAccount& account, const StoryClaim& claim) {
  Json out;
  out["claimant"] = json_of(claim.claimant);
  out["status"] = dateline::name_of(claim.status);
  out["figures"] = claim.figures;
  for (const std::string& id : claim.records) {
    const StoredRecord& record = record_with(account, id);
    Json telling;
    telling["record"] = id;
    telling["report"] = record.report->id;
    put(telling, "publisher", record.report->publisher);
    put(telling, "published", iso(record.report->published));
    telling["text"] = sentence_of(record);
    out["tellings"].push_back(std::move(telling));
  }
  return out;
}

}  // namespace

std::string story_table(const StoryAccount& account) {
  std::string out = account.story.title + "\n";
  out += row("id", account.story.id);
  out += row("told", fmt::format("{}; {}, {}, {}", span_of(account.first_report, account.latest_report),
                                 plural(account.records.size(), "record"), plural(account.reports, "report"),
                                 plural(account.sources, "source")));
  out += row("says so", names_of(account, &StoryClaim::confirms));
  out += row("denies", names_of(account, &StoryClaim::denies));
  return out + row("figures", figures_text(account));
}

std::string claims_table(const StoryAccount& account) {
  std::string out;
  for (const StoryClaim& claim : account.claims) {
    out += fmt::format("  {}  [{}]{}{}\n", name_of(claim.claimant), dateline::name_of(claim.status),
                       claim.figures.empty() ? "" : "  ", joined(claim.figures, [](const auto& x) { return x; }));
    for (const std::string& id : claim.records) {
      const StoredRecord& record = record_with(account, id);
      out += fmt::format("    {}  {}  {}\n      \"{}\"\n", id, iso(record.report->published), record.report->id,
                         sentence_of(record));
    }
  }
  return out;
}

std::string story_json(const StoryAccount& account, bool with_claims) {
  Json out;
  out["id"] = account.story.id;
  out["title"] = account.story.title;
  out["event"] = usual_type(account);
  put(out, "mode", usual_mode(account));
  put(out, "place", usual_place(account));
  put(out, "country", usual_country(account));
  put(out, "first", iso(account.story.first));
  put(out, "last", iso(account.story.last));
  put(out, "first_report", iso(account.first_report));
  put(out, "latest_report", iso(account.latest_report));
  out["records"] = account.records.size();
  out["reports"] = account.reports;
  out["sources"] = account.sources;
  out["confirmed_by"] = claimants_json(account, &StoryClaim::confirms);
  out["denied_by"] = claimants_json(account, &StoryClaim::denies);
  out["figures"] = Json::array();
  for (const StoryFigure& figure : account.figures) out["figures"].push_back(json_of(figure));
  if (with_claims)
    for (const StoryClaim& claim : account.claims) out["claims"].push_back(json_of(account, claim));
  return json_line(out);
}

std::string story_line(const StoryAccount& account) {
  return fmt::format("{}  {}  ({}, {})", account.story.id, account.story.title,
                     plural(account.records.size(), "record"), plural(account.sources, "source"));
}

}  // namespace dateline::cli
