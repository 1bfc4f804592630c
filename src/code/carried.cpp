#include "code/carried.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "code/participants.h"
#include "code/rules.h"

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

constexpr std::uint32_t kFresh = 3;  ///< sentences over which a deed is judged

bool can_judge(const Event& event) {
  constexpr std::array<std::string_view, 3> kTypes = {"ACCUSE", "SUPPORT", "REJECT"};
  return std::find(kTypes.begin(), kTypes.end(), event.type) != kTypes.end();
}

/// What is judged, where it is no somebody: "condemned the move", "denounced her arrest"; kNone if nothing is.
Word judged_deed(const Scene& scene, Word verb) {
  for (const Word c : scene.tree().children(verb)) {
    const std::string_view relation = scene.deprel(c);
    if (!is_relation(relation, "obj") && !is_relation(relation, "obl") && relation != "nsubj:pass") continue;
    if (!scene.is_noun(c) || scene.mention(c) || scene.time(c)) continue;
    if (is_definite(scene, c) || scene.tree().child(c, "nmod:poss") != kNone) return c;
  }
  return kNone;
}

/// The type of the deed if it is an act of violence, else null.
const std::string* violence_of(const Scene& scene, const Candidate* deed) {
  if (!deed || deed->type < 0) return nullptr;
  const EventType& type = scene.lexicon().codebook().types[deed->type];
  return type.quad == 4 ? &type.name : nullptr;
}

/// Those whose deed the event judges, told before it: of that type if one is given.
const Actors* judged(const std::vector<Event>& events, const Event& event, const std::string* type) {
  for (const Event* before = &event; before != events.data();) {
    --before;
    if (before->sentence + kFresh < event.sentence) break;
    if (before->actors.empty() || overlap_loosely(before->actors, event.actors)) continue;
    if (type && before->type != *type) continue;
    if (before->type != event.type || before->type == "REJECT") return &before->actors;
    if (!before->recipients.empty()) return &before->recipients;  // who joins in the judgement
  }
  return nullptr;
}

}  // namespace

void judge_deeds(const Scene& scene, const std::vector<Candidate>& all, std::vector<Event>& events) {
  for (Event& event : events) {
    if (event.actors.empty() || !can_judge(event)) continue;
    const Word deed = judged_deed(scene, event.token);
    if (deed == kNone) continue;
    const std::string* violence = violence_of(scene, candidate_at(all, deed));
    const TokenRange phrase = scene.tree().subtree(deed);
    const bool names_others = std::any_of(event.recipients.begin(), event.recipients.end(), [&](const Actor& a) {
      return !violence || !phrase.contains(head_word(scene, a.span));  // the victims of violence are not judged
    });
    if (names_others) continue;
    const Actors* doers = judged(events, event, violence);
    if (!doers) continue;
    event.recipients = *doers;
    event.because.push_back("rule:judges whoever did it");
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
