#include "code/setting.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "code/roles.h"
#include "code/sentence.h"
#include "code/told_dates.h"

namespace dateline {
namespace {

using std::chrono::sys_days;

constexpr int kDeepest = 16;
constexpr Word kFarthest = 40;  ///< words after an event noun among which its date is looked for

bool is_locative(const std::string& preposition) {
  constexpr std::string_view kWords[] = {
      "in", "at",   "near", "on",   "off",   "outside", "inside",  "across",  "around", "throughout", "within",
      "to", "into", "from", "over", "along", "toward",  "towards", "between", "for",    "of",         "against"};
  return std::find(std::begin(kWords), std::end(kWords), preposition) != std::end(kWords);
}

bool tells_where(const std::string& preposition) {
  constexpr std::string_view kWords[] = {"in",     "at",         "near",   "outside", "inside",
                                         "across", "throughout", "within", "around",  "off"};
  return std::find(std::begin(kWords), std::end(kWords), preposition) != std::end(kWords);
}

/// The place that a phrase names; the finest where several stand in one phrase.
const PlaceMention* place_in(const Scene& scene, Word head, int depth = 0) {
  const PlaceMention* best = scene.place(head);
  for (const Word c : scene.tree().children(head)) {
    const std::string_view relation = scene.deprel(c);
    const bool inside = is_relation(relation, "nmod") || is_relation(relation, "compound") ||
                        is_relation(relation, "amod") || is_relation(relation, "appos") ||
                        is_relation(relation, "flat");
    if (!inside || depth > 3) continue;
    const PlaceMention* found = place_in(scene, c, depth + 1);
    if (found && (!best || (best->place.precision == PlacePrecision::country &&
                            found->place.precision != PlacePrecision::country)))
      best = found;
  }
  return best;
}

/// The place that the predicate's own phrases name: strictly one "in" or "at" which it happens, else any.
const PlaceMention* place_of_frame(const Scene& scene, const Frame& frame, bool strict) {
  for (const Oblique& oblique : frame.obliques) {
    if (!(strict ? tells_where(oblique.preposition) : is_locative(oblique.preposition))) continue;
    if (const PlaceMention* found = place_in(scene, oblique.head)) return found;
  }
  if (strict) return nullptr;
  for (const Word w : frame.objects) {
    if (const PlaceMention* found = place_in(scene, w)) return found;
  }
  return nullptr;
}

/// Places of the clauses above that are told as places, not as governments.
const PlaceMention* place_above(const Scene& scene, Word word) {
  for (int depth = 0; word != kNone && depth < kDeepest; ++depth, word = scene.head(word)) {
    if (scene.is_noun(word)) {
      if (const PlaceMention* found = place_in(scene, word)) return found;
    }
    for (const Word c : scene.tree().children(word)) {
      const std::string_view relation = scene.deprel(c);
      const bool nominal = is_relation(relation, "obl") || is_relation(relation, "nmod");
      if (!nominal || relation == "obl:agent" || relation == "nmod:poss" || !is_locative(scene.preposition(c)))
        continue;
      if (const PlaceMention* found = place_in(scene, c)) return found;
    }
  }
  return nullptr;
}

const PlaceMention* place_in_sentence(const Scene& scene, TokenRange range) {
  const PlaceMention* best = nullptr;
  for (Word w = range.begin; w < range.end; ++w) {
    const PlaceMention* found = scene.place(w);
    if (!found || is_relation(scene.deprel(w), "nsubj") || scene.deprel(w) == "nmod:poss" ||
        is_relation(scene.deprel(w), "amod"))
      continue;
    if (!best ||
        (best->place.precision == PlacePrecision::country && found->place.precision != PlacePrecision::country))
      best = found;
  }
  return best;
}

/// Where a sentence names no place, the one of the sentence before goes on.
const PlaceMention* place_before(const Scene& scene, Word word) {
  const std::uint32_t sentence = scene.tree().sentence(word);
  const auto& sentences = scene.report().sentences;
  if (sentence == 0 || sentences[sentence - 1].segment != sentences[sentence].segment) return nullptr;
  const TokenRange own = sentences[sentence].tokens;
  for (Word w = own.begin; w < own.end; ++w) {
    if (scene.place(w)) return nullptr;
  }
  const PlaceMention* found = place_in_sentence(scene, sentences[sentence - 1].tokens);
  return found && found->place.precision != PlacePrecision::country ? found : nullptr;
}

bool is_saying(const Scene& scene, Word word) { return scene.is_verb(word) && scene.is(word, trait::reporting); }

/// "two days after the talks": the day of the talks, not of what came after.
bool dates_another(const Scene& scene, const TimeMention& time, Word word) {
  const Word last = time.tokens.end - 1;
  return scene.lemma(last) == "after" && scene.head(last) != word;
}

void add_times(const Scene& scene, Word word, std::vector<EventDate>& dates, int depth = 0) {
  for (const Word c : scene.tree().children(word)) {
    const std::string_view relation = scene.deprel(c);
    const TimeMention* time = scene.time(c);
    const bool conjunct = depth > 0 && is_relation(relation, "conj");
    if (!time || dates_another(scene, *time, word) || (is_clausal(relation) && depth == 0) ||
        (is_relation(relation, "conj") && !conjunct))
      continue;
    const auto same = [&](const EventDate& d) { return d.span == time->date.span; };
    if (std::none_of(dates.begin(), dates.end(), same)) dates.push_back(time->date);
    if (depth < 2) add_times(scene, c, dates, depth + 1);
  }
}

/// Times anywhere in the noun's phrase: "the killing of an officer near the port in June".
void add_times_within(const Scene& scene, Word noun, std::vector<EventDate>& dates) {
  const TokenRange phrase = scene.tree().subtree(noun);
  for (Word w = noun + 1; w < phrase.end && w < noun + kFarthest && dates.empty(); ++w) {
    if (const TimeMention* time = scene.time(w)) dates.push_back(time->date);
  }
}

std::vector<EventDate> dates_above(const Scene& scene, const Candidate& candidate) {
  std::vector<EventDate> dates;
  Word word = candidate.word();
  for (int depth = 0; word != kNone && depth < kDeepest; ++depth, word = scene.head(word)) {
    if (is_saying(scene, word) && word != candidate.word()) break;
    add_times(scene, word, dates);
    if (dates.empty() && word == candidate.word() && scene.is_noun(word)) add_times_within(scene, word, dates);
    if (!dates.empty()) return dates;
  }
  return dates;
}

bool has_past_auxiliary(const Scene& scene, Word word) {
  for (const Word c : scene.tree().children(word)) {
    if (is_relation(scene.deprel(c), "aux") && scene.token(c).xpos == "VBD") return true;
  }
  return false;
}

constexpr float kMaybe = 0.02F;  ///< a place that no grammar ties to the event may be its own

constexpr std::uint32_t kStory = 2;      ///< sentences over which a day holds
constexpr std::chrono::days kLately{7};  ///< before the report; older days are background

/// "said on Wednesday": the day of the words, not of what they tell.
bool dates_speech(const Scene& scene, const TimeMention& time) {
  for (Word w = time.tokens.begin; w < time.tokens.end; ++w) {
    const Word head = scene.head(w);
    if (head != kNone && !time.tokens.contains(head)) return is_saying(scene, head);
  }
  return false;
}

/// May what follows have happened on that day too?
bool can_go_on(const Scene& scene, const TimeMention& time) {
  const auto day = sys_days(time.date.start), news = sys_days(*scene.report().published);
  return time.date.precision == DatePrecision::day && time.date.start == time.date.end && day <= news &&
         day + kLately >= news && !dates_speech(scene, time);
}

/// What is told in the past tense goes on from the day of the sentences before.
const EventDate* date_before(const Scene& scene, const Candidate& candidate) {
  const Word clause = candidate.frame.clause;
  if (scene.token(clause).xpos != "VBD" && !has_past_auxiliary(scene, clause)) return nullptr;
  const auto& sentences = scene.report().sentences;
  const std::uint32_t sentence = scene.tree().sentence(candidate.word());
  const EventDate* found = nullptr;
  for (std::uint32_t at = sentence < kStory ? 0 : sentence - kStory; at < sentence; ++at) {
    if (sentences[at].segment != sentences[sentence].segment) continue;
    for (const TimeMention& time : in_sentence(scene, scene.report().times, sentences[at].tokens.begin)) {
      if (can_go_on(scene, time)) found = &time.date;
    }
  }
  return found;
}

/// "the 2023 attack on October 7": the day tells the year too.
void drop_coarser(std::vector<EventDate>& dates) {
  const auto holds = [](const EventDate& a, const EventDate& b) {
    return a.precision != b.precision && sys_days(a.start) <= sys_days(b.start) && sys_days(b.end) <= sys_days(a.end);
  };
  const std::vector<EventDate> all = dates;
  std::erase_if(dates, [&](const EventDate& date) {
    return std::any_of(all.begin(), all.end(), [&](const EventDate& d) { return holds(date, d); });
  });
}

template <typename M>
const M* likeliest(const Scene& scene, const std::vector<M>& mentions, Word trigger, EventRole role) {
  const M* best = nullptr;
  float most = kOwn;
  for (const M& mention : in_sentence(scene, mentions, trigger)) {
    const float p = role_probability(scene, trigger, mention.tokens, role);
    if (p > most) best = &mention, most = p;
  }
  return best;
}

}  // namespace

std::optional<Place> find_place(const Scene& scene, const Candidate& candidate) {
  const Word trigger = candidate.word();
  const auto unlikely = [&](const PlaceMention* place, float least) {
    return place && has_roles(scene, trigger) &&
           role_probability(scene, trigger, place->tokens, EventRole::place) < least;
  };
  const PlaceMention* found = place_of_frame(scene, candidate.frame, true);
  const PlaceMention* likely = likeliest(scene, scene.report().places, trigger, EventRole::place);
  if (likely && (!found || unlikely(found, kOwn))) found = likely;
  if (!found) found = place_of_frame(scene, candidate.frame, false);
  if (!found) found = place_above(scene, trigger);
  if (!found) found = place_in_sentence(scene, scene.report().sentences[scene.tree().sentence(trigger)].tokens);
  if (found && found->place.precision == PlacePrecision::country && unlikely(found, kMaybe)) found = nullptr;
  if (!found) found = place_before(scene, trigger);
  if (!found) return std::nullopt;
  Place place = found->place;
  if (place.span.empty()) place.span = span_of(scene.report(), found->tokens);
  return place;
}

std::vector<EventDate> find_dates(const Scene& scene, const Candidate& candidate) {
  std::vector<EventDate> dates = dates_above(scene, candidate);
  if (dates.empty()) {
    if (const TimeMention* own = likeliest(scene, scene.report().times, candidate.word(), EventRole::date))
      dates.push_back(own->date);
  }
  read_around(scene, candidate, dates);
  drop_coarser(dates);
  if (!dates.empty() || candidate.status != Status::actual || !scene.report().published) return dates;
  if (const EventDate* told = date_before(scene, candidate)) return {*told};
  EventDate date;
  date.start = date.end = *scene.report().published;
  date.precision = DatePrecision::day;
  return {date};
}

}  // namespace dateline
