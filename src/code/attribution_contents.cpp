#include "code/attribution_contents.h"

#include <algorithm>

#include "code/cue_words.h"
#include "code/frame.h"

namespace dateline {
namespace {

void add_without(Contents& contents, TokenRange whole, TokenRange hole) {
  if (hole.begin > whole.begin) contents.push_back({whole.begin, std::min(hole.begin, whole.end)});
  if (hole.end < whole.end) contents.push_back({std::max(hole.end, whole.begin), whole.end});
}

bool may_stand_beside(const Scene& scene, Word verb) { return (cue_patterns(scene.lemma(verb)) & cue::speech) != 0; }

/// "said that …", "knows what …", "told reporters he …".
Contents governed_clause(const Scene& scene, Word verb) {
  Contents contents;
  if (is_no_cue(scene.lemma(verb))) return contents;
  for (const Word c : scene.tree().children(verb, "ccomp")) contents.push_back(scene.tree().subtree(c));
  return contents;
}

/// "…, he said", "as he said, …", "He said: …".
Contents neighbour(const Scene& scene, Word verb) {
  if (!may_stand_beside(scene, verb)) return {};
  const std::string_view relation = scene.deprel(verb);
  const bool aside =
      is_relation(relation, "parataxis") || (is_relation(relation, "advcl") && scene.marker(verb) == "as");
  if (aside && scene.head(verb) != kNone) return content_beside(scene, verb);
  const Word after = scene.tree().child(verb, "parataxis");
  if (after == kNone || may_stand_beside(scene, after)) return {};
  return {scene.tree().subtree(after)};
}

Contents infinitive(const Scene& scene, Word verb, CuePatterns patterns) {
  Contents contents;
  if ((patterns & (cue::infinitive | cue::predicate)) == 0) return contents;
  for (const Word c : scene.tree().children(verb, "xcomp")) {
    const bool to = scene.marker(c) == "to";
    if (to == ((patterns & cue::infinitive) != 0) || (patterns & cue::predicate) != 0)
      contents.push_back(scene.tree().subtree(c));
  }
  return contents;
}

Contents prepositional(const Scene& scene, Word verb) {
  Contents contents;
  for (const Word c : scene.tree().children(verb)) {
    const std::string_view relation = scene.deprel(c);
    const bool phrase = is_relation(relation, "obl") && is_cue_preposition(scene.lemma(verb), scene.preposition(c));
    const bool gerund = is_relation(relation, "advcl") && is_cue_preposition(scene.lemma(verb), scene.marker(c));
    if ((phrase || gerund) && !scene.time(c)) contents.push_back(scene.tree().subtree(c));
  }
  return contents;
}

/// "criticised the plan"; of "the plan was criticised by …" and "the plan that he criticised" the plan.
Contents object(const Scene& scene, Word verb, CuePatterns patterns) {
  if ((patterns & cue::object) == 0 || (patterns & cue::hearer) != 0) return {};
  Contents contents;
  const bool passive = is_passive(scene, verb);
  for (const Word c : scene.tree().children(verb, passive ? "nsubj:pass" : "obj")) {
    if (!scene.time(c)) contents.push_back(scene.tree().subtree(c));
  }
  return contents;
}

}  // namespace

Contents content_beside(const Scene& scene, Word adjunct) {
  Contents contents;
  const Word head = scene.head(adjunct);
  if (head != kNone) add_without(contents, scene.tree().subtree(head), scene.tree().subtree(adjunct));
  return contents;
}

Contents content_of_verb(const Scene& scene, Word verb) {
  if (Contents clause = governed_clause(scene, verb); !clause.empty()) return clause;
  if (Contents clause = neighbour(scene, verb); !clause.empty()) return clause;
  const CuePatterns patterns = cue_patterns(scene.lemma(verb));
  Contents contents = infinitive(scene, verb, patterns);
  for (const TokenRange more : prepositional(scene, verb)) contents.push_back(more);
  for (const TokenRange more : object(scene, verb, patterns)) contents.push_back(more);
  return contents;
}

Contents content_of_adjective(const Scene& scene, Word adjective) {
  Contents contents;
  if (!is_cue_adjective(scene.lemma(adjective))) return contents;
  for (const Word c : scene.tree().children(adjective)) {
    const std::string_view relation = scene.deprel(c);
    const bool clause = is_relation(relation, "ccomp") || is_relation(relation, "xcomp") ||
                        (is_relation(relation, "advcl") && scene.marker(c) != "if" && scene.marker(c) != "when");
    const bool phrase = is_relation(relation, "obl") && !scene.time(c);
    if (c > adjective && (clause || phrase)) contents.push_back(scene.tree().subtree(c));
  }
  return contents;
}

Contents content_of_noun(const Scene& scene, Word noun) {
  Contents contents;
  if (!is_cue_noun(scene.lemma(noun))) return contents;
  for (const Word c : scene.tree().children(noun)) {
    const std::string_view relation = scene.deprel(c);
    const std::string preposition = scene.preposition(c);
    const bool clause = is_relation(relation, "ccomp") || (is_relation(relation, "acl") && relation != "acl:relcl" &&
                                                           (scene.marker(c) == "that" || scene.marker(c) == "to"));
    const bool phrase =
        is_relation(relation, "nmod") && (preposition == "of" || preposition == "for" || preposition == "about" ||
                                          preposition == "on" || preposition == "to" || preposition == "against");
    if (c > noun && (clause || phrase)) contents.push_back(scene.tree().subtree(c));
  }
  return contents;
}

}  // namespace dateline
