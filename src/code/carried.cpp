#include "code/carried.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "code/participants.h"
#include "code/rules.h"
#include "code/scene.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMemory = 12;  ///< sentences

bool is_carried(const Event& event) {
  constexpr std::array<std::string_view, 3> kTypes = {"ACCUSE", "REJECT", "PROTEST"};
  return std::find(kTypes.begin(), kTypes.end(), event.type) != kTypes.end();
}

bool is_answer(const Event& event) {
  constexpr std::array<std::string_view, 4> kTypes = {"ACCUSE", "REJECT", "REQUEST", "THREATEN"};
  return std::find(kTypes.begin(), kTypes.end(), event.type) != kTypes.end();
}

/// The last event before that was done or said to those who act now, by others: whom they answer.
const Event* answered_by(const std::vector<Event>& events, const Event& event) {
  for (const Event* before = &event; before != events.data();) {
    --before;
    if (before->sentence + kMemory < event.sentence) return nullptr;
    const bool hostile = before->quad >= 3 || before->type == "REQUEST";
    if (hostile && !before->actors.empty() && overlap(before->recipients, event.actors) &&
        !overlap_loosely(before->actors, event.actors))
      return before;
  }
  return nullptr;
}

}  // namespace

void answer(std::vector<Event>& events) {
  for (Event& event : events) {
    if (!event.recipients.empty() || event.actors.empty() || !is_answer(event)) continue;
    const Event* before = answered_by(events, event);
    if (!before) continue;
    event.recipients = before->actors;
    event.because.push_back("rule:answers those who did " + before->type);
  }
}

namespace {

/// What is judged, where it is no somebody: "condemned the move", "denounced her arrest"; kNone if nothing is.
Word judged_deed(const Scene& scene, Word verb) {
  for (const Word c : scene.tree().children(verb)) {
    const std::string_view relation = scene.deprel(c);
    if (!is_relation(relation, "obj") && !is_relation(relation, "obl") && relation != "nsubj:pass") continue;
    if (!scene.is_noun(c) || scene.mention(c) || scene.time(c)) continue;
    for (const Word d : scene.tree().children(c)) {
      const std::string& lemma = scene.lemma(d);
      if (lemma == "the" || lemma == "this" || lemma == "these" || lemma == "those" || lemma == "that" ||
          scene.deprel(d) == "nmod:poss")
        return c;
    }
  }
  return kNone;
}

bool can_judge(const Event& event) {
  constexpr std::array<std::string_view, 3> kTypes = {"ACCUSE", "SUPPORT", "REJECT"};
  return std::find(kTypes.begin(), kTypes.end(), event.type) != kTypes.end();
}

}  // namespace

namespace {

bool is_violence(const Scene& scene, int type) { return type >= 0 && scene.lexicon().codebook().types[type].quad == 4; }

/// Those whose deed the event judges, told before it: of the deed's type if it is an act of violence.
const Actors* judged(const Scene& scene, const std::vector<Candidate>& all, const std::vector<Event>& events,
                     std::size_t e, Word deed) {
  const Event& event = events[e];
  const Candidate* told = candidate_at(all, deed);
  const bool violence = told && is_violence(scene, told->type);
  for (std::size_t b = e; b-- > 0;) {
    const Event& before = events[b];
    if (before.sentence + 3 < event.sentence) break;
    if (before.actors.empty() || overlap_loosely(before.actors, event.actors)) continue;
    if (violence && before.type != scene.lexicon().codebook().types[told->type].name) continue;
    if (before.type != event.type || before.type == "REJECT") return &before.actors;
    if (!before.recipients.empty()) return &before.recipients;  // who joins in the judgement
  }
  return nullptr;
}

}  // namespace

void judge_deeds(const Scene& scene, const std::vector<Candidate>& all, std::vector<Event>& events) {
  for (std::size_t e = 0; e < events.size(); ++e) {
    Event& event = events[e];
    if (event.actors.empty() || !can_judge(event)) continue;
    const Word deed = judged_deed(scene, event.token);
    if (deed == kNone) continue;
    const Candidate* told = candidate_at(all, deed);
    const bool victims = told && is_violence(scene, told->type) &&
                         std::all_of(event.recipients.begin(), event.recipients.end(), [&](const Actor& a) {
                           return scene.tree().subtree(deed).contains(head_word(scene, a.span));
                         });
    if (!event.recipients.empty() && !victims) continue;
    if (const Actors* doers = judged(scene, all, events, e, deed)) {
      event.recipients = *doers;
      event.because.push_back("rule:judges whoever did it");
    }
  }
}

void carry_targets(std::vector<Event>& events) {
  std::map<std::string_view, const Event*> last;  // of each type, with recipients
  for (Event& event : events) {
    if (!is_carried(event)) continue;
    const Event*& before = last[event.type];
    if (event.recipients.empty() && before && before->sentence + kMemory >= event.sentence) {
      const bool answers = overlap_loosely(event.actors, before->recipients);
      event.recipients = answers ? before->actors : before->recipients;
      if (!event.recipients.empty()) event.because.push_back("rule:directed at whom the last " + event.type + " was");
    }
    if (!event.recipients.empty()) before = &event;
  }
}

}  // namespace dateline
