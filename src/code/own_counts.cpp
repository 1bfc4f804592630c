#include "code/own_counts.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "code/roles.h"
#include "code/sentence.h"

namespace dateline {
namespace {

/// Is it told of the actors how many they are: "two tourists", "thousands of people"?
bool counts_one_of(const Scene& scene, const Actors& actors, const QuantityMention& quantity) {
  const Span& number = quantity.count.span;
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) {
    if (actor.span.begin <= number.begin && number.end <= actor.span.end) return true;
    const Word who = head_word(scene, actor.span);
    return who != kNone &&
           (who == quantity.head || (scene.head(who) == quantity.head && scene.preposition(who) == "of"));
  });
}

bool is_one_of(const Scene& scene, const Actors& actors, Word near, const Count& count) {
  const auto quantities = in_sentence(scene, scene.report().quantities, near);
  return std::any_of(quantities.begin(), quantities.end(), [&](const QuantityMention& q) {
    return q.count.span == count.span && counts_one_of(scene, actors, q);
  });
}

void add_count(const Count& count, std::vector<Count>& counts) {
  const auto same = [&](const Count& c) { return c.span == count.span; };
  if (std::none_of(counts.begin(), counts.end(), same)) counts.push_back(count);
}

void add_quantities(const Scene& scene, Word head, std::vector<Count>& counts, int depth = 0) {
  for (const QuantityMention& quantity : in_sentence(scene, scene.report().quantities, head)) {
    const bool own = quantity.head == head || quantity.tokens.contains(head);
    if (own) add_count(quantity.count, counts);
  }
  if (depth > 2) return;
  for (const Word c : scene.tree().children(head)) {
    const std::string_view relation = scene.deprel(c);
    const bool inside =
        is_relation(relation, "nmod") || is_relation(relation, "conj") || is_relation(relation, "nummod");
    if (inside && relation != "nmod:poss" && !scene.is_verb(c)) add_quantities(scene, c, counts, depth + 1);
  }
}

void add_frame_quantities(const Scene& scene, const Frame& frame, std::vector<Count>& counts) {
  for (const auto* heads : {&frame.objects, &frame.indirect, &frame.subjects}) {
    for (const Word w : *heads) add_quantities(scene, w, counts);
  }
  for (const Oblique& oblique : frame.obliques) add_quantities(scene, oblique.head, counts);
}

/// Those counted to whom it is done: "killing three workers", "expelled two diplomats".
void add_counted(const Scene& scene, const Candidate& candidate, std::vector<Count>& counts) {
  for (const QuantityMention& quantity : in_sentence(scene, scene.report().quantities, candidate.word())) {
    if (counts_one_of(scene, candidate.recipients, quantity)) add_count(quantity.count, counts);
  }
}

/// Adds the quantities that the role head takes for the event's own, and drops those that it does not.
void weigh_quantities(const Scene& scene, Word trigger, std::vector<Count>& counts) {
  if (!has_roles(scene, trigger)) return;
  for (const QuantityMention& quantity : in_sentence(scene, scene.report().quantities, trigger)) {
    const float p = role_probability(scene, trigger, quantity.tokens, EventRole::count);
    if (p > kOwn) add_count(quantity.count, counts);
    if (p < kOwn) std::erase_if(counts, [&](const Count& c) { return c.span == quantity.count.span; });
  }
}

/// "Five people were arrested after an attack": those arrested are none of the attack's, nor the dead of a raid the
/// arrest's.
bool is_of_other_kind(const std::string& type, const Count& count) {
  if (count.role == CountRole::arrested) return type != "COERCE";
  if (count.role == CountRole::dead || count.role == CountRole::injured)
    return type != "ASSAULT" && type != "PROTEST" && type != "AID";
  return false;
}

/// What the word makes of those to whom it is done.
CountRole fate_of(const std::string& lemma) {
  constexpr std::string_view kDeath[] = {"kill",      "killing",       "murder", "massacre", "assassinate", "behead",
                                         "beheading", "assassination", "lynch",  "lynching", "slaughter",   "killed",
                                         "burn",      "slay",          "death",  "execute",  "execution"};
  constexpr std::string_view kArrest[] = {"arrest", "detain", "detention", "imprison", "jail", "apprehend"};
  const auto is_in = [&](const auto& words) {
    return std::find(std::begin(words), std::end(words), lemma) != std::end(words);
  };
  return is_in(kDeath) ? CountRole::dead : is_in(kArrest) ? CountRole::arrested : CountRole::other;
}

/// What the event's own words make of them: its trigger or one told with it ("ambushed and killed").
CountRole fate_by(const Scene& scene, const Candidate& candidate) {
  CountRole fate = fate_of(scene.lemma(candidate.word()));
  for (const Frame& frame : candidate.joined) {
    if (fate == CountRole::other) fate = fate_of(scene.lemma(frame.word));
  }
  return fate;
}

/// What the event makes of people of whom the words around their number tell nothing: "thousands of doctors protest",
/// "the murder of two tourists"; whom a government expels is not displaced.
void settle_role(const Scene& scene, const Candidate& candidate, const std::string& type, Count& count) {
  const bool open = count.role == CountRole::other;
  const Word word = candidate.word();
  if (type == "PROTEST" && open && is_one_of(scene, candidate.actors, word, count))
    count.role = CountRole::participants;
  if (type == "SANCTION" && count.role == CountRole::displaced && scene.lemma(word) == "expel")
    count.role = CountRole::other;
  if (candidate.status == Status::negated || !is_one_of(scene, candidate.recipients, word, count)) return;
  const bool kind = open || count.role == CountRole::personnel || count.role == CountRole::participants;
  const CountRole fate = fate_by(scene, candidate);
  if (!kind || fate == CountRole::other) return;
  if (type == (fate == CountRole::dead ? "ASSAULT" : "COERCE")) count.role = fate;
}

}  // namespace

std::vector<Count> find_counts(const Scene& scene, const Candidate& candidate, const Candidate* act) {
  std::vector<Count> counts;
  add_frame_quantities(scene, candidate.frame, counts);
  for (const Frame& frame : candidate.joined) add_frame_quantities(scene, frame, counts);
  if (act) add_frame_quantities(scene, act->frame, counts);
  weigh_quantities(scene, candidate.word(), counts);
  add_counted(scene, candidate, counts);
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  std::erase_if(counts, [&](const Count& c) { return is_of_other_kind(type, c); });
  std::erase_if(counts, [&](const Count& c) {  // a date's number is no count
    const auto times = in_sentence(scene, scene.report().times, candidate.word());
    return std::any_of(times.begin(), times.end(), [&](const TimeMention& t) {
      const Span span = span_of(scene.report(), t.tokens);
      return span.begin <= c.span.begin && c.span.end <= span.end;
    });
  });
  for (Count& count : counts) settle_role(scene, candidate, type, count);
  return counts;
}

namespace {

constexpr std::uint32_t kSoon = 2;  ///< sentences after the attack in which its victims are counted

bool is_victims(const Count& count) { return count.role == CountRole::dead || count.role == CountRole::injured; }

/// The attack that the sentences before told, unless the victims' own sentence tells one. Events are in text order.
Event* attack_before(std::vector<Event>& events, std::uint32_t sentence) {
  const auto earlier = [](const Event& event, std::uint32_t s) { return event.sentence < s; };
  const std::uint32_t first = sentence < kSoon ? 0 : sentence - kSoon;
  Event* found = nullptr;
  for (auto e = std::lower_bound(events.begin(), events.end(), first, earlier); e != events.end(); ++e) {
    if (e->sentence > sentence) break;
    if (e->type != "ASSAULT" || e->status == Status::hypothetical || e->status == Status::negated) continue;
    if (e->sentence == sentence) return nullptr;
    found = &*e;
  }
  return found;
}

std::unordered_set<std::size_t> begins_of_counts(const std::vector<Event>& events) {
  std::unordered_set<std::size_t> begins;
  for (const Event& event : events) {
    for (const Count& count : event.counts) begins.insert(count.span.begin);
  }
  return begins;
}

}  // namespace

void count_later_victims(const Scene& scene, std::vector<Event>& events) {
  const auto taken = begins_of_counts(events);
  for (const QuantityMention& quantity : scene.report().quantities) {
    if (!is_victims(quantity.count) || taken.contains(quantity.count.span.begin)) continue;
    if (Event* attack = attack_before(events, scene.tree().sentence(quantity.tokens.begin))) {
      attack->counts.push_back(quantity.count);
      attack->because.push_back("rule:victims counted later");
    }
  }
}

}  // namespace dateline
