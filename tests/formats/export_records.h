// Reports for the export tests, our own: a meeting with tabs, quotes and line ends in its fields; an attack told in
// Cyrillic words, without URL; a denied act; and a record of which next to nothing is known.
#pragma once

#include <vector>

#include "full_record.h"

namespace dateline::testing {

inline Report one_sentence(const std::string& id, const std::string& text) {
  Report report;
  report.id = id;
  report.text = text;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  report.segments = {{all, "", ""}};
  report.sentences.push_back({{}, all, 0, 0});
  return report;
}

inline Event event_of(const Report& report, const std::string& trigger, const std::string& type,
                      const std::string& cameo) {
  Event event;
  event.trigger = find(report, trigger);
  event.type = type;
  event.cameo = cameo;
  event.confidence = 0.66;
  return event;
}

inline Report meeting() {
  Report report =
      one_sentence("coast\t7", "Romania's \"quiet\tfriend\", the EU,\nmet Romania in Constanța; both smiled.");
  report.url = "https://news.example.org/a?b=1;2";
  report.title = "\"Talks\",\r\nat sea";
  report.publisher = "Coast; \"Press\"";
  report.published = june(18);
  Event event = event_of(report, "met", "CONSULT", "04");
  event.contexts = {"diplomatic", "economic"};
  event.quad = 1;
  event.intensity = 1.5;
  event.actors = {{find(report, "the EU"), "European Union", "", "IGO", "Q458"},
                  {find(report, "Romania"), "Romania", "ROU", "", ""}};
  event.place = Place{find(report, "Constanța"), "Constanța",      "ROU", "Constanța", 44.18073, 28.63432, true,
                      PlacePrecision::city,      "geonames:680963"};
  event.date = EventDate{{}, june(17), june(17), DatePrecision::day};
  report.events = {event};
  report.names = {{{}, find(report, "Romania"), NameKind::location}, {{}, find(report, "EU"), NameKind::organisation}};
  return report;
}

inline Report attack() {
  Report report = one_sentence("north-2", "«Вперёд» said gunmen attacked soldiers and 12 villagers in Chad.");
  report.publisher = "Север";
  report.published = june(2);
  Event event = event_of(report, "attacked", "ASSAULT", "193");
  event.mode = "firearms";
  event.quad = 4;
  event.intensity = -9;
  event.actors = {{find(report, "gunmen"), "gunmen", "", "UAF", ""}};
  event.recipients = {{find(report, "soldiers"), "soldiers", "TCD", "MIL", ""},
                      {find(report, "villagers"), "villagers", "TCD", "CVL", ""}};
  event.place = Place{find(report, "Chad"), "Chad", "TCD", "", 0, 0, false, PlacePrecision::country, ""};
  event.counts = {{find(report, "12"), 12, std::nullopt, std::nullopt, "villagers", CountRole::injured},
                  {find(report, "12"), std::nullopt, 10, std::nullopt, "", CountRole::other}};
  event.sources = {{{find(report, "«Вперёд»"), "Вперёд", "", "JRN", ""}, "say", std::nullopt}};
  report.events = {event};
  return report;
}

inline Report denial() {
  Report report = one_sentence("north-3", "Chad did not shell Oslo.");
  Event event = event_of(report, "shell", "ASSAULT", "194");
  event.status = Status::negated;
  report.events = {event};
  return report;
}

inline Report bare() {
  Report report = one_sentence("bare", "Somebody protested.");
  report.events = {event_of(report, "protested", "PROTEST", "")};
  return report;
}

/// One event in the words of four reports: a denial, a plan, a short line, and one that says everything.
inline std::vector<Report> story_reports() {
  Report denied = one_sentence("south-1", "Gunmen attacked nobody in Chad, a spokesman said.");
  denied.publisher = "South";
  denied.published = june(2);
  denied.events = {event_of(denied, "attacked", "ASSAULT", "19")};
  denied.events[0].status = Status::negated;
  Report plan = one_sentence("east-4", "Gunmen will attack, it was said.");
  plan.url = "https://east.example/4;a";
  plan.published = june(1);
  plan.events = {event_of(plan, "attack", "ASSAULT", "19")};
  plan.events[0].status = Status::future;
  Report brief = one_sentence("west\t9", "Soldiers were attacked in Chad.");
  brief.publisher = "West; \"Daily\"";
  brief.published = june(3);
  brief.events = {event_of(brief, "attacked", "ASSAULT", "19")};
  brief.events[0].recipients = {{find(brief, "Soldiers"), "soldiers", "TCD", "MIL", ""}};
  return {plan, denied, attack(), brief};
}

inline std::vector<Report> export_reports() { return {meeting(), attack(), denial(), bare(), full_report()}; }

}  // namespace dateline::testing
