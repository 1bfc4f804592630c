// From candidates to records.
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "code/analysis.h"
#include "code/carried.h"
#include "code/contexts.h"
#include "code/culprits.h"
#include "code/harmed.h"
#include "code/homeland.h"
#include "code/modes.h"
#include "code/own_counts.h"
#include "code/roles.h"
#include "code/rules.h"
#include "code/same_party.h"
#include "code/setting.h"
#include "code/sums.h"

namespace dateline {
namespace {

/// A judgement ("is deeply concerning") needs somebody who gives it.
bool lacks_judge(const Scene& scene, const Candidate& candidate) {
  const CompiledSense* sense = sense_of(scene, candidate);
  if (!sense || !candidate.actors.empty() || sense->sense->actor.empty()) return false;
  return scene.lexicon().codebook().types[candidate.type].quad == 3 &&
         candidate.frame.part == PartOfSpeech::adjective && sense->sense->actor.front().kind == Slot::Kind::none;
}

constexpr double kBothSides = 0.13;  ///< how much less sure an event may be that has an actor and a recipient
constexpr double kOneSide = 0.28;    ///< how much surer one must be in which somebody acts on nobody

double least_score(const Candidate& candidate) {
  if (candidate.actors.size() > 1 || (!candidate.actors.empty() && !candidate.recipients.empty()))
    return kThreshold - kBothSides;
  return candidate.actors.empty() || candidate.head >= kSureHead ? kThreshold : kThreshold + kOneSide;
}

constexpr double kSureByItself = 0.96;
constexpr double kSureViolence = 0.97;
constexpr double kSureBoth = 0.97;  ///< a sense that fits so well, between two known sides, needs no head

/// Kenya "pledged police to" Haiti: words and both sides leave no doubt, even where the head has seen too few of the
/// kind.
bool is_plain(const Scene& scene, const Candidate& candidate) {
  if (candidate.lexical < kSureBoth || candidate.actors.empty()) return false;
  const EventType& type = scene.lexicon().codebook().types[candidate.type];
  if (!candidate.sources.empty() && candidate.sources.back().verb == "accuse") return false;  // of what, is no deed yet
  const auto known = [](const Actors& actors) {
    return std::any_of(actors.begin(), actors.end(), [](const Actor& a) { return !a.country.empty(); });
  };
  return type.quad <= 3 && known(candidate.actors) &&
         (type.symmetric ? candidate.actors.size() > 1 : known(candidate.recipients));
}

/// An event needs somebody; but a protest is people by itself, violence somebody's, though nobody says whose, and of
/// what was not done ("no arrests were made") it is told that nobody did it.
bool has_somebody(const Scene& scene, const Candidate& candidate) {
  if (!candidate.actors.empty() || !candidate.recipients.empty()) return true;
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  if (type == "PROTEST" || candidate.status == Status::negated) return candidate.score >= kSureByItself;
  return type == "ASSAULT" && candidate.score >= kSureViolence;
}

/// A sense-less candidate needs a sure event head; an event needs somebody.
bool is_event(const Scene& scene, const Candidate& candidate) {
  const bool likely = candidate.score >= least_score(candidate) || is_plain(scene, candidate);
  if (candidate.actors.empty() && scene.lexicon().codebook().types[candidate.type].requires_actor) return false;
  return likely && has_somebody(scene, candidate) && !lacks_judge(scene, candidate);
}

/// What was attacked, seized or banned and belongs to nobody named is the country's where it stands.
void take_owner_from_place(const Scene& scene, const Candidate& candidate, Event& event) {
  const EventType& type = scene.lexicon().codebook().types[candidate.type];
  if (type.quad != 4 || !event.recipients.empty() || candidate.frame.objects.empty() || !event.place ||
      event.place->country.empty())
    return;
  if (std::any_of(event.actors.begin(), event.actors.end(),
                  [&](const Actor& a) { return a.country == event.place->country; }))
    return;
  Actor owner;
  owner.span = event.place->span;
  owner.country = event.place->country;
  owner.name = event.place->name;
  event.recipients.push_back(owner);
  event.because.push_back("rule:the place's country is the recipient");
}

/// "travelled to Port Sudan": a visit abroad has a host, if only the land that it goes to.
void add_host(const Scene& scene, Event& event) {
  if (event.mode != "visit" || event.actors.empty() || !event.recipients.empty() || !event.place) return;
  const std::string& land = event.place->country;
  const std::string& home = event.actors.front().country;
  const bool together =
      std::all_of(event.actors.begin(), event.actors.end(), [&](const Actor& a) { return a.country == home; });
  if (land.empty() || home.empty() || land == home || !together) return;
  event.actors.push_back(land_of(scene, *event.place));
  event.because.push_back("rule:the visited land is the host");
}

bool can_fight(const Actor& actor) {
  constexpr std::array<std::string_view, 7> kSectors = {"", "MIL", "COP", "REB", "UAF", "PRM", "CRM"};
  return std::find(kSectors.begin(), kSectors.end(), actor.sector) != kSectors.end();
}

/// Whoever takes part in a clash acts; its dead are counted, but it is directed at nobody (Manual, Compound and
/// Reciprocal Actors).
void pair_fighters(const Scene& scene, const Candidate& candidate, Event& event) {
  if (event.type != "ASSAULT" || event.actors.empty()) return;
  if (!is_fight(scene, candidate.word())) return;
  if (event.actors.size() == 1) {
    std::copy_if(event.recipients.begin(), event.recipients.end(), std::back_inserter(event.actors), can_fight);
    if (event.actors.size() == 1) return;
  }
  event.recipients.clear();
}

/// "withdrew from Kherson", "deploys guards to Lagos": where something happens is not whom it is directed at.
void drop_where(Event& event) {
  if (event.type != "RETREAT" && event.type != "MOBILIZE" && event.type != "AGREE") return;
  std::erase_if(event.recipients, [&](const Actor& actor) {
    return actor.sector.empty() && event.place && event.place->span == actor.span;
  });
}

/// "protests that Peru's government expects": states do not protest in the street.
void drop_states(const Scene& scene, Event& event) {
  if (event.type != "PROTEST" || !scene.is_noun(event.token)) return;
  constexpr std::array<std::string_view, 4> kStates = {"", "GOV", "MIL", "COP"};
  std::erase_if(event.actors, [&](const Actor& actor) {
    return std::find(kStates.begin(), kStates.end(), actor.sector) != kStates.end();
  });
}

/// Bodies of many states and their people are of no country, wherever they act.
void drop_lands(std::vector<Actor>& actors) {
  for (Actor& actor : actors) {
    if (actor.sector == "IGO" || actor.sector == "INT") actor.country.clear();
  }
}

Span trigger_span(const Scene& scene, const Candidate& candidate) {
  Word last = candidate.word();
  for (const Word w : candidate.match.trigger) {
    if (w == last + 1) last = w;  // a particle right behind belongs to it
  }
  const Word first = candidate.frame.part == PartOfSpeech::noun ? candidate.match.trigger.front() : candidate.word();
  return span_of(scene.report(), {std::min(first, candidate.word()), last + 1});
}

/// The share of records with such a score that are right by type and countries, as counted on the dev part of the
/// annotation (`score gold` prints the table).
double calibrated(double score) { return 0.49 + 0.25 * std::pow(score, 20); }

double confidence_of(const EventType& type, const Candidate& candidate) {
  double confidence = candidate.score;
  if (candidate.actors.empty()) confidence *= 0.85;
  if (type.requires_recipient && candidate.recipients.empty()) confidence *= 0.9;
  return calibrated(std::clamp(confidence, 0.0, 1.0));
}

std::string cameo_of(const Scene& scene, const Candidate& candidate, const EventType& type, const Mode* mode) {
  const CompiledSense* sense = sense_of(scene, candidate);
  if (sense && sense->type == candidate.type && !sense->sense->cameo.empty()) return sense->sense->cameo;
  return mode && !mode->cameo.empty() ? mode->cameo : type.cameo;
}

/// Who "declares a ceasefire" promises to hold it.
Status status_of(const EventType& type, const std::string& act, const Candidate& candidate) {
  const bool promises = type.name == "CONCEDE" && act == "RETREAT" && candidate.status == Status::actual;
  return promises ? Status::future : candidate.status;
}

Event event_of(const Scene& scene, const Homelands& homelands, const Candidate& candidate,
               const std::vector<Candidate>& all) {
  const EventType& type = scene.lexicon().codebook().types[candidate.type];
  Event event;
  event.sentence = scene.tree().sentence(candidate.word());
  event.token = candidate.word();
  event.trigger = trigger_span(scene, candidate);
  event.type = type.name;
  event.mode = find_mode(scene, candidate);
  const Mode* mode = type.mode(event.mode);
  event.quad = type.quad;
  event.intensity = mode && mode->intensity ? *mode->intensity : type.intensity;
  event.cameo = cameo_of(scene, candidate, type, mode);
  if (candidate.act >= 0) event.act = scene.lexicon().codebook().types[candidate.act].name;
  event.status = status_of(type, event.act, candidate);
  event.actors = candidate.actors;
  event.recipients = candidate.recipients;
  event.place = find_place(scene, candidate);
  event.counts = find_counts(scene, candidate, candidate_at(all, candidate.act_word));
  event.sources = candidate.sources;
  event.confidence = confidence_of(type, candidate);
  event.because = candidate.because;
  take_owner_from_place(scene, candidate, event);
  pair_fighters(scene, candidate, event);
  drop_where(event);
  drop_states(scene, event);
  homelands.settle(event);
  name_culprits(scene, event);
  reconcile_sectors(scene, candidate.word(), event.actors);
  reconcile_sectors(scene, candidate.word(), event.recipients);
  add_host(scene, event);
  drop_lands(event.actors);
  drop_lands(event.recipients);
  drop_repeated(scene, event.actors);
  drop_repeated(scene, event.recipients);
  add_codes(scene, event);
  return event;
}

/// One record for each date: "visited on March 21 and June 4".
void add_events(const Scene& scene, const Homelands& homelands, const Candidate& candidate,
                const std::vector<Candidate>& all, std::vector<Event>& events) {
  const Event event = event_of(scene, homelands, candidate, all);
  const std::vector<EventDate> dates = find_dates(scene, candidate);
  if (dates.empty()) events.push_back(event);
  for (const EventDate& date : dates) {
    events.push_back(event);
    events.back().date = date;
  }
}

}  // namespace

std::vector<Event> record_events(const Scene& scene, std::vector<Candidate> candidates) {
  const std::vector<Candidate> all = candidates;
  const auto is_weak = [&](const Candidate& c) { return c.score < kThreshold - kBothSides && !is_plain(scene, c); };
  std::erase_if(candidates, [&](const Candidate& c) { return is_weak(c) && !tells_harm(scene, c); });
  join_same(scene, candidates);
  join_harm(scene, candidates);
  std::erase_if(candidates, is_weak);
  drop_retold(scene, candidates);
  const Homelands homelands(scene);
  std::vector<Event> events;
  for (const Candidate& candidate : candidates) {
    if (is_event(scene, candidate)) add_events(scene, homelands, candidate, all, events);
  }
  answer(events);
  carry_targets(events);
  judge_deeds(scene, all, events);
  count_later_victims(scene, events);
  note_sums(events);
  return events;
}

}  // namespace dateline
