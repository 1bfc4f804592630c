// Coded reports out of nothing but a seed: for tests and measurements that need many and no model. Words, names,
// places and countries are as unevenly frequent as in news; the same seed always makes the same reports.
#pragma once

#include <dateline/report.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <string>
#include <vector>

namespace dateline::testing {

class SyntheticNews {
 public:
  struct Settings {
    std::uint64_t seed = 1;
    std::size_t reports_a_day = 90;
    std::size_t sentences = 9;  ///< at most, of a report
    std::size_t vocabulary = 30000;
    std::size_t people = 20000;
    std::size_t places = 40000;
  };

  SyntheticNews() : SyntheticNews(Settings{}) {}
  explicit SyntheticNews(const Settings& settings) : settings_(settings), state_(settings.seed * 0x9e3779b97f4a7c15) {
    for (std::size_t i = 0; i < settings.vocabulary; ++i) words_.push_back(word(1 + below(3)));
    for (std::size_t i = 0; i < settings.people; ++i) people_.push_back(capital(word(2)) + " " + capital(word(2)));
    for (std::size_t i = 0; i < settings.places; ++i) places_.push_back(new_place());
  }

  Report next() {
    Report report;
    const std::size_t number = made_++;
    report.id = "report-" + std::to_string(number);
    report.publisher = "Press " + std::to_string(rare(60));
    report.url = "https://press" + std::to_string(rare(60)) + ".example/news/" + std::to_string(number);
    report.published = day(number / settings_.reports_a_day);
    report.title = capital(words(4 + below(6)));
    const std::size_t count = 3 + below(settings_.sentences - 2);
    for (std::size_t i = 0; i < count; ++i) add_sentence(report);
    const Span all{0, static_cast<std::uint32_t>(report.text.size())};
    report.segments = {{all, "", ""}};
    report.paragraphs = {all};
    return report;
  }

  /// In [0, end).
  std::size_t below(std::size_t end) { return end == 0 ? 0 : random() % end; }

  /// The words from the most frequent to the rarest, and likewise people.
  const std::vector<std::string>& vocabulary() const { return words_; }
  const std::vector<std::string>& people() const { return people_; }
  const std::vector<Place>& places() const { return places_; }

 private:
  using Day = std::chrono::year_month_day;

  std::uint64_t random() {  // splitmix64
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  double share() { return static_cast<double>(random() >> 11) * 0x1p-53; }
  bool chance(double probability) { return share() < probability; }

  /// In [0, end), the smaller the likelier, as words and countries are (Zipf).
  std::size_t rare(std::size_t end) {
    const double drawn = std::pow(static_cast<double>(end) + 1, share()) - 1;
    return std::min(end - 1, static_cast<std::size_t>(drawn));
  }

  std::string word(std::size_t syllables) {
    constexpr std::array<const char*, 20> kOnset = {"b", "br", "c", "d", "f",  "g",  "h", "k", "l", "m",
                                                    "n", "p",  "r", "s", "st", "tr", "v", "w", "z", "sh"};
    constexpr std::array<const char*, 8> kCore = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
    constexpr std::array<const char*, 10> kCoda = {"", "n", "r", "l", "s", "t", "nd", "rm", "x", ""};
    std::string out;
    for (std::size_t i = 0; i < syllables; ++i)
      out.append(kOnset[rare(20)]).append(kCore[rare(8)]).append(kCoda[below(10)]);
    return out;
  }

  static std::string capital(std::string text) {
    text[0] = static_cast<char>(text[0] - 32);
    return text;
  }

  std::string words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out.append(i == 0 ? "" : " ").append(words_[rare(words_.size())]);
    return out;
  }

  static std::string country(std::size_t number) {
    constexpr std::array<const char*, 12> kFirst = {"USA", "RUS", "UKR", "ISR", "CHN", "PSE",
                                                    "IND", "GBR", "FRA", "PRK", "IRN", "TUR"};
    if (number < kFirst.size()) return kFirst[number];
    const auto letter = [](std::size_t value) { return static_cast<char>('A' + value % 26); };
    return {letter(number), letter(number / 7), letter(number / 3 + 5)};
  }

  Place new_place() {
    Place place;
    place.name = capital(word(2 + below(2)));
    place.country = country(rare(200));
    place.admin1 = capital(word(2));
    place.latitude = std::round((std::asin(2 * share() - 1) * 180 / std::numbers::pi) * 1e5) / 1e5;
    place.longitude = std::round((share() * 360 - 180) * 1e5) / 1e5;
    place.located = true;
    place.precision = PlacePrecision::city;
    place.id = "geonames:" + std::to_string(100000 + below(9000000));
    return place;
  }

  static Day day(std::size_t number) {
    constexpr std::chrono::sys_days kFirst{Day{std::chrono::year{2015}, std::chrono::January, std::chrono::day{1}}};
    return Day{kFirst + std::chrono::days(number)};
  }

  Span append(Report& report, const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(report.text.size());
    report.text += words;
    return {begin, static_cast<std::uint32_t>(report.text.size())};
  }

  Actor new_actor() {
    constexpr std::array<const char*, 10> kSectors = {"GOV", "MIL", "CVL", "REB", "COP",
                                                      "OPP", "JUD", "BUS", "LEG", "IGO"};
    Actor actor;
    actor.country = country(rare(200));
    if (chance(0.3)) {
      actor.name = "Land " + actor.country;
    } else {
      actor.name = chance(0.5) ? people_[rare(people_.size())] : words(2);
      actor.sector = kSectors[rare(10)];
      if (chance(0.4)) actor.id = "Q" + std::to_string(rare(1000000));
    }
    return actor;
  }

  Actor tell_actor(Report& report) {
    Actor actor = new_actor();
    actor.span = append(report, actor.name);
    report.text += ' ';
    return actor;
  }

  void add_sentence(Report& report) {
    if (!report.text.empty()) report.text += ' ';
    Sentence sentence;
    sentence.span.begin = static_cast<std::uint32_t>(report.text.size());
    const std::size_t number = report.sentences.size();
    if (chance(0.5)) tell_event(report, static_cast<std::uint32_t>(number));
    report.text += words(6 + below(14)) + ".";
    sentence.span.end = static_cast<std::uint32_t>(report.text.size());
    report.sentences.push_back(sentence);
  }

  void tell_event(Report& report, std::uint32_t sentence) {
    constexpr std::array<const char*, 16> kTypes = {
        "CONSULT", "ASSAULT", "ACCUSE",   "AGREE",    "COERCE",   "SUPPORT",   "PROTEST", "AID",
        "REQUEST", "REJECT",  "THREATEN", "SANCTION", "MOBILIZE", "COOPERATE", "CONCEDE", "RETREAT"};
    constexpr std::array<double, 5> kStatus = {0.62, 0.75, 0.88, 0.95, 1};
    Event event;
    event.sentence = sentence;
    event.type = kTypes[rare(16)];
    event.actors.push_back(tell_actor(report));
    if (chance(0.15)) event.actors.push_back(tell_actor(report));
    event.trigger = append(report, words(1));
    report.text += ' ';
    if (chance(0.7)) event.recipients.push_back(tell_actor(report));
    const double drawn = share();
    while (drawn > kStatus[static_cast<std::size_t>(event.status)])
      event.status = static_cast<Status>(static_cast<int>(event.status) + 1);
    describe(event);
    set_scene(report, event);
    if (chance(0.4)) {
      report.text += "said ";
      event.sources.push_back({tell_actor(report), "say", std::nullopt});
    }
    report.events.push_back(event);
  }

  void describe(Event& event) {
    constexpr std::array<const char*, 10> kContexts = {"military",     "diplomatic", "election", "economic",
                                                       "legal",        "terrorism",  "disaster", "health",
                                                       "human_rights", "corruption"};
    if (chance(0.4)) event.mode = "mode" + std::to_string(rare(12));
    for (std::size_t i = below(3); i > 0; --i) event.contexts.emplace_back(kContexts[rare(10)]);
    event.quad = static_cast<int>(1 + below(4));
    event.intensity = static_cast<double>(below(201)) / 10 - 10;
    event.cameo = std::to_string(100 + below(99));
    event.confidence = static_cast<double>(300 + below(700)) / 1000;
    event.because = {"sense:" + event.type + "/" + words_[rare(std::min<std::size_t>(400, words_.size()))],
                     "event head 0." + std::to_string(10 + below(90))};
  }

  void set_scene(Report& report, Event& event) {
    if (chance(0.7)) {
      event.place = places_[rare(places_.size())];
      report.text += "in ";
      event.place->span = append(report, event.place->name);
      report.text += ' ';
    }
    if (chance(0.6)) {
      const auto when = std::chrono::sys_days(*report.published) - std::chrono::days(below(6));
      event.date = EventDate{append(report, "Tuesday"), Day{when}, Day{when}, DatePrecision::day};
      report.text += ' ';
    }
    if (chance(0.3)) {
      const std::size_t value = 1 + rare(5000);
      event.counts.push_back({append(report, std::to_string(value)),
                              static_cast<double>(value),
                              {},
                              {},
                              "people",
                              static_cast<CountRole>(below(9))});
      report.text += " people ";
    }
  }

  Settings settings_;
  std::uint64_t state_;
  std::size_t made_ = 0;
  std::vector<std::string> words_, people_;
  std::vector<Place> places_;
};

}  // namespace dateline::testing
