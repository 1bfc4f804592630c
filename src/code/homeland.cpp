#include "code/homeland.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

bool is_domestic(const Actor& actor) {
  constexpr std::array<std::string_view, 8> kAnywhere = {"", "IGO", "INT", "MNC", "JRN", "UNK", "REF", "PRE"};
  return actor.country.empty() && std::find(kAnywhere.begin(), kAnywhere.end(), actor.sector) == kAnywhere.end();
}

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

std::string country_of_sentence(const Scene& scene, const Event& event) {
  const TokenRange sentence = scene.report().sentences[event.sentence].tokens;
  const auto& places = scene.report().places;
  auto mention = std::lower_bound(places.begin(), places.end(), sentence.begin,
                                  [](const PlaceMention& p, Word w) { return p.tokens.begin < w; });
  for (; mention != places.end() && mention->tokens.begin < sentence.end; ++mention) {
    if (mention->place.located && !mention->place.country.empty()) return mention->place.country;
  }
  return {};
}

void settle(std::vector<Actor>& actors, const std::string& country, Event& event) {
  if (country.empty()) return;
  for (Actor& actor : actors) {
    if (!is_domestic(actor)) continue;
    actor.country = country;
    event.because.push_back("rule:" + actor.name + " of the country of the event");
  }
}

}  // namespace

void settle_countries(const Scene& scene, Event& event) {
  const std::string place =
      event.place && !event.place->country.empty() ? event.place->country : country_of_sentence(scene, event);
  const std::string actors = country_of(event.actors), recipients = country_of(event.recipients);
  settle(event.actors, place.empty() ? recipients : place, event);
  settle(event.recipients, place.empty() ? actors : place, event);
}

}  // namespace dateline
