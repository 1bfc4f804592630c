#include "code/homeland.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "code/participants.h"

namespace dateline {
namespace {

constexpr double kFading = 0.8;  ///< how much a country's mentions count a sentence later

/// The one country that the other side has, or empty.
std::string country_of(const std::vector<Actor>& actors) {
  std::string country;
  for (const Actor& actor : actors) {
    if (actor.country.empty()) continue;
    if (!country.empty() && country != actor.country) return {};
    country = actor.country;
  }
  return country;
}

/// "Israel killed …": a country that strikes or punishes others does so beyond its borders.
bool goes_abroad(const Scene& scene, const Event& event) {
  constexpr std::array<std::string_view, 2> kAtHome = {"execute", "execution"};
  const bool is_country = !event.actors.empty() && std::all_of(event.actors.begin(), event.actors.end(),
                                                               [](const Actor& a) { return a.sector.empty(); });
  return is_country && (event.type == "ASSAULT" || event.type == "SANCTION") &&
         std::find(kAtHome.begin(), kAtHome.end(), scene.lemma(event.token)) == kAtHome.end();
}

bool is_of(const std::vector<Actor>& actors, Span span) {
  return std::any_of(actors.begin(), actors.end(),
                     [&](const Actor& a) { return a.span.begin < span.end && span.begin < a.span.end; });
}

std::string country_of_sentence(const Scene& scene, const Event& event, bool abroad) {
  const TokenRange sentence = scene.report().sentences[event.sentence].tokens;
  const auto& places = scene.report().places;
  auto mention = std::lower_bound(places.begin(), places.end(), sentence.begin,
                                  [](const PlaceMention& p, Word w) { return p.tokens.begin < w; });
  for (; mention != places.end() && mention->tokens.begin < sentence.end; ++mention) {
    const bool takes_part = abroad && is_of(event.actors, mention->place.span);
    if (mention->place.located && !mention->place.country.empty() && !takes_part) return mention->place.country;
  }
  return {};
}

using Tally = std::map<std::string, double>;

void count_countries(const Scene& scene, TokenRange sentence, Tally& tally) {
  for (Word w = sentence.begin; w < sentence.end; ++w) {
    const PlaceMention* place = scene.place(w);
    if (place && place->tokens.begin == w && !place->place.country.empty()) ++tally[place->place.country];
    const Mention* mention = scene.mention(w);
    if (!mention || place) continue;
    for (const Actor& actor : mention->actors) {
      if (!actor.country.empty()) ++tally[actor.country];
    }
  }
}

std::string most_told(const Tally& tally, const std::string& except = {}) {
  const std::pair<const std::string, double>* most = nullptr;
  for (const auto& entry : tally) {
    if (entry.first != except && (!most || entry.second > most->second)) most = &entry;
  }
  return most ? most->first : std::string();
}

/// A person or body by name, of whom nothing more is known.
bool is_unknown_name(const Scene& scene, const Actor& actor) {
  if (!actor.id.empty()) return false;
  const Word head = head_word(scene, actor.span);
  const Name* name = head == kNone ? nullptr : scene.name(head);
  return name && name->kind != NameKind::location;
}

/// "foreign guests", "African officials": of whatever land, hardly of the event's.
bool is_of_many_lands(std::string_view name) {
  constexpr std::array<std::string_view, 10> kLands = {"foreign", "European", "African", "Asian",  "Arab",
                                                       "Western", "American", "Nordic",  "Baltic", "Scandinavian"};
  return std::any_of(kLands.begin(), kLands.end(), [&](std::string_view land) {
    const std::size_t at = name.find(land), after = at + land.size() + 1;
    return at != name.npos && after < name.size() && std::islower(static_cast<unsigned char>(name[after]));
  });
}

/// "a fuel depot", "the ferry": what is attacked or seized.
bool is_thing(const Scene& scene, const Actor& actor) {
  const Word head = head_word(scene, actor.span);
  return head != kNone && scene.is_noun(head) && actor.id.empty() && !can_be_somebody(scene, head);
}

}  // namespace

Homelands::Homelands(const Scene& scene) : scene_(scene) {
  Tally tally;
  for (const Sentence& sentence : scene.report().sentences) {
    for (auto& [country, weight] : tally) weight *= kFading;
    count_countries(scene, sentence.tokens, tally);
    const std::string first = most_told(tally);
    told_.push_back({first, most_told(tally, first)});
  }
  for (std::size_t s = told_.size(); s-- > 1;) {  // what comes before any country is of the first one told
    if (told_[s - 1].first.empty()) told_[s - 1] = told_[s];
  }
}

bool Homelands::is_domestic(const Actor& actor) const {
  constexpr std::array<std::string_view, 7> kAnywhere = {"", "IGO", "INT", "MNC", "UNK", "REF", "PRE"};
  if (!actor.country.empty() || is_of_many_lands(actor.name)) return false;
  return std::find(kAnywhere.begin(), kAnywhere.end(), actor.sector) == kAnywhere.end() ||
         (actor.sector.empty() && (is_unknown_name(scene_, actor) || is_thing(scene_, actor)));
}

void Homelands::settle(std::vector<Actor>& actors, const std::string& country, Event& event) const {
  const EventType* type = scene_.lexicon().codebook().type(event.type);
  const bool one_side = !type || !type->symmetric;
  const std::string shared =
      one_side ? country_of(actors) : std::string();  // "British couple Peter and Barbie Reynolds"
  for (Actor& actor : actors) {
    if (!is_domestic(actor)) continue;
    const std::string& own = !shared.empty() && is_unknown_name(scene_, actor) ? shared : country;
    if (own.empty()) continue;
    actor.country = own;
    event.because.push_back("rule:" + actor.name + " of the country of the event");
  }
}

void Homelands::settle(Event& event) const {
  if (event.place && event.place->country.empty()) {
    const std::string around = country_of_sentence(scene_, event, false);
    event.place->country = around.empty() ? told_[event.sentence].first : around;
  }
  const bool abroad = goes_abroad(scene_, event);
  const std::string place =
      event.place && !event.place->country.empty() ? event.place->country : country_of_sentence(scene_, event, abroad);
  const auto& [first, second] = told_[event.sentence];
  const auto choose = [&](const std::vector<Actor>& other) {
    std::string country = country_of(other);
    if (event.mode == "arrest" && !country.empty()) return country;  // police act at home
    if (!place.empty()) return std::string(place);
    return country.empty() ? first : country;
  };
  settle(event.actors, choose(event.recipients), event);
  std::string attacked = choose(event.actors);
  const bool own = abroad && place.empty() && attacked == country_of(event.actors);
  if (own && !attacked.empty() && !second.empty()) attacked = first == attacked ? second : first;
  settle(event.recipients, attacked, event);
  for (Source& source : event.sources) {
    if (is_domestic(source.actor)) source.actor.country = place.empty() ? first : place;
  }
}

}  // namespace dateline
