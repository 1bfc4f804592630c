// A report built by hand with one record in which every field is set. Its text has characters of two and four bytes
// before and among the evidence.
#pragma once

#include <dateline/report.h>

#include <string>

namespace dateline::testing {

/// The bytes of the first occurrence of `words` in the text.
inline Span find(const Report& report, const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(report.text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

inline std::chrono::year_month_day june(unsigned day) {
  return std::chrono::year_month_day{std::chrono::year{2025}, std::chrono::June, std::chrono::day{day}};
}

inline void set_participants(Event& event, const Report& report) {
  event.actors = {{find(report, "Oslo"), "Norway", "NOR", "GOV", "Q20"}};
  event.recipients = {{find(report, "Chad"), "Chad", "TCD", "", ""}};
  event.sources = {{{find(report, "Zoë"), "Zoë Lind", "", "JRN", ""}, "cite", june(17)}};
}

inline void set_setting(Event& event, const Report& report) {
  event.place = Place{find(report, "Abéché"), "Abéché",         "TCD", "Ouaddaï", 13.83, 20.83, true,
                      PlacePrecision::city,   "geonames:245785"};
  event.date = EventDate{find(report, "Monday"), june(16), june(16), DatePrecision::day};
  event.counts = {{find(report, "40"), 40, 35, 45, "tents", CountRole::other}};
}

inline Event full_event(const Report& report) {
  Event event;
  event.trigger = find(report, "gave");
  event.type = "AID";
  event.mode = "relief";
  event.contexts = {"disaster"};
  event.quad = 2;
  event.intensity = 7.5;
  event.act = "COOPERATE";
  event.cameo = "073";
  event.status = Status::future;
  event.confidence = 0.8125;
  event.because = {"sense:AID/give"};
  set_participants(event, report);
  set_setting(event, report);
  return event;
}

inline Report full_report() {
  Report report;
  report.id = "full";
  report.url = "https://example.org/1";
  report.title = "Engineers";
  report.publisher = "Coast Press";
  report.published = june(18);
  report.text = "\U0001F5DE! Citing Zoë, Oslo said it gave Chad 40 tents in Abéché on Monday.";
  const Span sentence{6, static_cast<std::uint32_t>(report.text.size())};
  report.segments = {{sentence, "Reporter", "Zoë Lind"}};
  report.sentences.push_back({{}, sentence, 0, 0});
  report.events = {full_event(report)};
  return report;
}

}  // namespace dateline::testing
