// Coded reports written by hand in one line each: who did what to whom.
#pragma once

#include <dateline/report.h>

#include <string>
#include <vector>

#include "../formats/full_record.h"

namespace dateline::testing {

inline std::chrono::year_month_day day(int year, unsigned month, unsigned date) {
  return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{date}};
}

/// A report of one sentence without records.
inline Report report_of(const std::string& id, const std::string& text,
                        std::chrono::year_month_day published = day(2025, 6, 18)) {
  Report report;
  report.id = id;
  report.published = published;
  report.text = text;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  report.segments = {{all, "", ""}};
  report.paragraphs = {all};
  report.sentences.push_back({{}, all, 0, 0});
  return report;
}

/// Adds a record at the word `trigger`.
inline Event& tell(Report& report, const std::string& trigger, const std::string& type, const Actor& actor,
                   const Actor& recipient = {}) {
  Event& event = report.events.emplace_back();
  event.trigger = find(report, trigger);
  event.type = type;
  event.actors = {actor};
  if (!recipient.name.empty()) event.recipients = {recipient};
  event.confidence = 0.75;
  event.because = {"sense:" + type + "/" + trigger};
  return event;
}

inline Actor actor(const std::string& name, const std::string& country, const std::string& sector = "") {
  return {{}, name, country, sector, ""};
}

inline Place place(const std::string& name, const std::string& country, double latitude, double longitude) {
  Place out;
  out.name = name;
  out.country = country;
  out.latitude = latitude;
  out.longitude = longitude;
  out.located = true;
  out.precision = PlacePrecision::city;
  return out;
}

/// North Korea promised Russia troops for Kursk, says the Kremlin; sappers cleared landmines there; talks in Geneva.
inline std::vector<Report> small_archive() {
  Report troops = report_of("troops", "North Korea will send sappers to Kursk, the Kremlin said.");
  troops.url = "https://example.org/troops";
  troops.publisher = "Coast Press";
  troops.title = "Sappers for the border";
  Event& promise = tell(troops, "send", "AGREE", actor("North Korea", "PRK"), actor("Russia", "RUS"));
  promise.status = Status::future;
  promise.sources = {{actor("Dmitry Peskov", "RUS", "GOV"), "say", {}}};
  promise.place = place("Kursk", "RUS", 51.7304, 36.1926);
  promise.contexts = {"military"};
  Report mines = report_of("mines", "Soldiers cleared landmines near Kursk and shelled a village.", day(2025, 7, 2));
  mines.publisher = "Hill Radio";
  Event& cleared = tell(mines, "cleared", "RETREAT", actor("soldiers", "RUS", "MIL"));
  cleared.mode = "demining";
  cleared.place = place("Kursk", "RUS", 51.7304, 36.1926);
  cleared.date = EventDate{{}, day(2025, 7, 1), day(2025, 7, 1), DatePrecision::day};
  tell(mines, "shelled", "ASSAULT", actor("soldiers", "RUS", "MIL"), actor("villagers", "UKR", "CVL"));
  Report talks = report_of("talks", "Sergei Shoigu met the Swiss in Geneva.", day(2024, 1, 5));
  Event& met = tell(talks, "met", "CONSULT", actor("Sergei Shoigu", "RUS", "GOV"));
  met.actors.push_back(actor("Switzerland", "CHE"));
  met.place = place("Geneva", "CHE", 46.2022, 6.1457);
  return {troops, mines, talks};
}

}  // namespace dateline::testing
