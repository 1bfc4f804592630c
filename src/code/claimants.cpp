#include "code/claimants.h"

#include <algorithm>

#include "code/frame.h"

namespace dateline {
namespace {

constexpr int kDeepest = 16;

using Sources = std::vector<Source>;

std::optional<std::chrono::year_month_day> said_on(const Scene& scene, Word verb) {
  for (const Word c : scene.tree().children(verb)) {
    const std::string_view relation = scene.deprel(c);
    if (!is_relation(relation, "obl") && !is_relation(relation, "advmod") && !is_relation(relation, "nmod")) continue;
    const TimeMention* time = scene.time(c);
    if (time && time->date.precision == DatePrecision::day) return time->date.start;
  }
  return std::nullopt;
}

/// Adds one source for each claimant, outermost (last found) at the front.
void prepend(Sources& sources, const Actors& actors, const std::string& verb,
             std::optional<std::chrono::year_month_day> day) {
  Sources found;
  for (const Actor& actor : actors) {
    const auto same = [&](const Source& s) { return same_actor(s.actor, actor); };
    if (std::none_of(sources.begin(), sources.end(), same)) found.push_back({actor, verb, day});
  }
  sources.insert(sources.begin(), found.begin(), found.end());
}

/// The speakers of a verb of saying; of "was told by X" the agent, of "is accused of" whoever accuses.
Actors speakers(const Scene& scene, Word verb) {
  Actors actors;
  for (const Word w : logical_subjects(scene, verb)) {
    if (scene.is_verb(w)) continue;
    add_actors(actors, participants_of(scene, w));
  }
  return actors;
}

void add_speech(const Scene& scene, Word verb, Sources& sources) {
  prepend(sources, speakers(scene, verb), scene.lemma(verb), said_on(scene, verb));
}

bool is_speech_beside(const Scene& scene, Word clause) {
  const std::string_view relation = scene.deprel(clause);
  if (!scene.is(clause, trait::reporting)) return false;
  if (is_relation(relation, "parataxis")) return true;
  return is_relation(relation, "advcl") && scene.marker(clause) == "as";
}

bool is_according(const Scene& scene, Word word) {
  const std::string preposition = scene.preposition(word);
  return preposition == "according to" || preposition == "per" || preposition == "accord to";
}

/// "according to X" as an oblique, and its older analysis as a clause of "accord".
void add_according(const Scene& scene, Word word, Sources& sources) {
  for (const Word c : scene.tree().children(word)) {
    const std::string_view relation = scene.deprel(c);
    if ((is_relation(relation, "obl") || is_relation(relation, "nmod")) && is_according(scene, c)) {
      prepend(sources, participants_of(scene, c), "according to", std::nullopt);
    } else if (scene.lemma(c) == "accord" && scene.is_verb(c)) {
      for (const Word o : scene.tree().children(c, "obl"))
        prepend(sources, participants_of(scene, o), "according to", std::nullopt);
    }
  }
}

void add_beside(const Scene& scene, Word word, Sources& sources) {
  for (const Word c : scene.tree().children(word)) {
    if (is_speech_beside(scene, c)) add_speech(scene, c, sources);
  }
}

/// "claims by Kyiv that …": the noun's owner speaks.
void add_noun_of_saying(const Scene& scene, Word noun, Sources& sources) {
  constexpr std::string_view kNouns[] = {"claim",   "allegation", "accusation", "report", "statement", "announcement",
                                         "warning", "suggestion", "assertion",  "denial", "testimony", "complaint"};
  if (std::find(std::begin(kNouns), std::end(kNouns), scene.lemma(noun)) == std::end(kNouns)) return;
  prepend(sources, owners_of(scene, noun), scene.lemma(noun), std::nullopt);
}

void step_up(const Scene& scene, Word word, Word head, Sources& sources) {
  const std::string_view relation = scene.deprel(word);
  const bool complement = is_relation(relation, "ccomp") || is_relation(relation, "xcomp") ||
                          is_relation(relation, "parataxis") || is_relation(relation, "obj");
  if (complement && scene.is(head, trait::reporting) && scene.is_verb(head)) {
    if (is_relation(relation, "parataxis") && scene.tree().child(head, "ccomp") != kNone)
      return;  // two sentences run together
    add_speech(scene, head, sources);
  } else if (is_relation(relation, "acl") && relation != "acl:relcl" && scene.marker(word) == "that") {
    add_noun_of_saying(scene, head, sources);
  } else if (is_relation(relation, "advcl") && scene.marker(word) == "of" && scene.is(head, trait::reporting)) {
    add_speech(scene, head, sources);  // "accused them of killing"
  } else if (is_relation(relation, "obl") && scene.preposition(word) == "of" && scene.lemma(head) == "accuse") {
    add_speech(scene, head, sources);  // "accused the army of a massacre"
  }
}

/// A participial clause of saying hangs on the clause of its speaker: "said …, pointing out that …".
bool is_speech_of_matrix(const Scene& scene, Word word) {
  return is_relation(scene.deprel(word), "advcl") && scene.is(word, trait::reporting);
}

}  // namespace

std::vector<Source> find_sources(const Scene& scene, Word word) {
  Sources sources;
  for (int depth = 0; word != kNone && depth < kDeepest; ++depth) {
    add_beside(scene, word, sources);
    add_according(scene, word, sources);
    const Word head = scene.head(word);
    if (head == kNone) break;
    if (!is_speech_of_matrix(scene, word)) step_up(scene, word, head, sources);
    word = head;
  }
  return sources;
}

}  // namespace dateline
