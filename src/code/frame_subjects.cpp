// Subjects and objects of verbs. A clause without a subject of its own takes
// the one of the clause it depends on (coordination, control, participles), or
// the noun it modifies (relative clauses).
#include <algorithm>

#include "code/frame.h"

namespace dateline {
namespace {

constexpr int kDeepest = 12;  ///< chains of control longer than this do not occur

std::vector<Word> surface(const Scene& scene, Word verb, int depth);
bool passive(const Scene& scene, Word verb, int depth);
std::vector<Word> objects(const Scene& scene, Word verb, int depth);

bool has_aux(const Scene& scene, Word verb, std::string_view lemma) {
  for (const Word c : scene.tree().children(verb)) {
    if (is_relation(scene.deprel(c), "aux") && scene.lemma(c) == lemma) return true;
  }
  return false;
}

bool is_xpos(const Scene& scene, Word word, std::string_view xpos) { return scene.token(word).xpos == xpos; }

/// The antecedent for a relative pronoun of this verb's clause, else the word itself.
Word without_relative(const Scene& scene, Word verb, Word argument) {
  if (!scene.is(argument, trait::relative) || !is_relation(scene.deprel(verb), "acl")) return argument;
  return scene.head(verb);
}

std::vector<Word> own_arguments(const Scene& scene, Word verb, std::string_view relation) {
  std::vector<Word> found = scene.tree().children(verb, relation);
  for (Word& word : found) word = without_relative(scene, verb, word);
  return found;
}

/// Who controls the infinitive or participle under `governor`.
std::vector<Word> controller(const Scene& scene, Word governor, int depth) {
  if (scene.is(governor, trait::object_control)) {
    auto held = objects(scene, governor, depth + 1);
    if (!held.empty()) return held;
    for (const Word c : scene.tree().children(governor)) {  // "called on Russia to stop"
      if (is_relation(scene.deprel(c), "obl") && scene.lemma(governor) != "agree" && !scene.time(c)) {
        const std::string preposition = scene.preposition(c);
        if (preposition == "on" || preposition == "upon" || preposition == "to" || preposition == "for" ||
            preposition == "with")
          return {c};
      }
    }
  }
  return surface(scene, governor, depth + 1);
}

bool is_agentive(const Scene& scene, Word noun) {
  const Mention* mention = scene.mention(noun);
  return (mention && !mention->actors.empty()) || scene.is(noun, trait::person | trait::armed | trait::official) ||
         scene.mention_type(noun) == MentionType::person;
}

/// Subject of an infinitive or participle that modifies a noun.
std::vector<Word> subject_from_noun(const Scene& scene, Word verb, int depth) {
  const Word noun = scene.head(verb);
  if (is_xpos(scene, verb, "VBG") || is_xpos(scene, verb, "VBN") || is_relation(scene.deprel(verb), "acl:relcl"))
    return {noun};
  if (is_agentive(scene, noun)) return {noun};
  auto owners = scene.tree().children(noun, "nmod:poss");
  if (!owners.empty()) return owners;
  const Word governor = scene.head(noun);
  if (governor == kNone || !scene.is_verb(governor)) return {};
  return surface(scene, governor, depth + 1);
}

/// "said the use of force is unacceptable, pointing out that …": what is said to be so says nothing itself.
Word speech_above(const Scene& scene, Word verb, Word matrix) {
  if (!scene.is(verb, trait::reporting) || scene.is_verb(matrix) || !is_relation(scene.deprel(matrix), "ccomp"))
    return kNone;
  const Word speech = scene.head(matrix);
  return speech != kNone && scene.is(speech, trait::reporting) ? speech : kNone;
}

/// Subject of an adverbial clause: "accused them of killing" takes the object, others the subject.
std::vector<Word> subject_from_matrix(const Scene& scene, Word verb, int depth) {
  const Word matrix = scene.head(verb);
  const std::string marker = scene.marker(verb);
  if (marker == "of" || marker == "for" || marker == "from" || marker == "as") {
    auto held = objects(scene, matrix, depth + 1);
    if (!held.empty()) return held;
  }
  if (!scene.is_predicate(matrix)) return {};
  const Word speech = speech_above(scene, verb, matrix);
  return surface(scene, speech == kNone ? matrix : speech, depth + 1);
}

bool is_finite(const Scene& scene, Word verb) {
  const std::string& xpos = scene.token(verb).xpos;
  if (xpos == "VBG" || xpos == "VBN" || xpos == "VB")
    return has_aux(scene, verb, "will") || has_aux(scene, verb, "have");
  return true;
}

std::vector<Word> inherited_subjects(const Scene& scene, Word verb, int depth) {
  const std::string_view relation = scene.deprel(verb);
  const Word head = scene.head(verb);
  if (head == kNone) return {};
  if (is_relation(relation, "conj") || is_relation(relation, "parataxis")) {
    return scene.is_predicate(head) && is_relation(relation, "conj") ? surface(scene, head, depth + 1)
                                                                     : std::vector<Word>{};
  }
  if (is_relation(relation, "xcomp")) return controller(scene, head, depth);
  if (is_relation(relation, "acl")) return subject_from_noun(scene, verb, depth);
  if (is_relation(relation, "advcl"))
    return is_finite(scene, verb) && !scene.marker(verb).empty() ? std::vector<Word>{}
                                                                 : subject_from_matrix(scene, verb, depth);
  if (is_relation(relation, "ccomp"))
    return is_finite(scene, verb) ? std::vector<Word>{} : controller(scene, head, depth);
  return {};
}

std::vector<Word> surface(const Scene& scene, Word verb, int depth) {
  if (depth > kDeepest) return {};
  auto own = own_arguments(scene, verb, "nsubj");
  std::erase_if(own, [&](Word w) { return scene.deprel(w) == "nsubj:outer"; });
  if (!own.empty()) return own;
  if (scene.tree().child(verb, "csubj") != kNone || scene.tree().child(verb, "expl") != kNone) return {};
  return inherited_subjects(scene, verb, depth);
}

bool passive(const Scene& scene, Word verb, int depth) {
  if (!scene.is_verb(verb)) return false;
  const Tree& tree = scene.tree();
  if (tree.child(verb, "aux:pass") != kNone) return true;
  const Word subject = tree.child(verb, "nsubj:pass");
  // "the treaty the two countries signed" is often mistaken for a passive: a reduced relative has no subject.
  if (subject != kNone) return scene.deprel(verb) != "acl:relcl" || scene.is(subject, trait::relative);
  if (!is_xpos(scene, verb, "VBN") || has_aux(scene, verb, "have") || tree.child(verb, "nsubj") != kNone) return false;
  const std::string_view relation = scene.deprel(verb);
  if (is_relation(relation, "acl") || is_relation(relation, "advcl")) return true;
  if (is_relation(relation, "xcomp")) return true;
  const Word head = scene.head(verb);
  return is_relation(relation, "conj") && head != kNone && depth < kDeepest && passive(scene, head, depth + 1);
}

bool is_agent(const Scene& scene, Word argument) {
  if (scene.time(argument)) return false;
  if (scene.deprel(argument) == "obl:agent") return true;
  return is_relation(scene.deprel(argument), "obl") && scene.preposition(argument) == "by" &&
         !scene.token(argument).deprel.ends_with("unmarked");
}

std::vector<Word> agents(const Scene& scene, Word verb) {
  std::vector<Word> found;
  for (const Word c : scene.tree().children(verb)) {
    if (is_agent(scene, c)) found.push_back(c);
  }
  if (!found.empty()) return found;
  for (const Word c : scene.tree().children(verb)) {  // "was arrested and beaten by police"
    if (is_relation(scene.deprel(c), "conj") && passive(scene, c, 0) && scene.tree().child(c, "nsubj") == kNone) {
      for (const Word b : agents(scene, c)) found.push_back(b);
    }
  }
  return found;
}

/// Object shared by coordinated verbs: "looted and burned houses".
std::vector<Word> shared_objects(const Scene& scene, Word verb) {
  const Word head = scene.head(verb);
  if (is_relation(scene.deprel(verb), "conj") && head != kNone && scene.is_verb(head)) {
    auto held = own_arguments(scene, head, "obj");
    std::erase_if(held, [&](Word w) { return w < verb; });
    if (!held.empty()) return held;
  }
  for (const Word c : scene.tree().children(verb)) {
    if (!is_relation(scene.deprel(c), "conj") || !scene.is_verb(c) || scene.tree().child(c, "nsubj") != kNone) continue;
    if (c > verb + 2) continue;  // "looted and burned", not two clauses
    return own_arguments(scene, c, "obj");
  }
  return {};
}

/// "the treaty the two countries signed": the noun is the object where the clause has a subject and no object.
std::vector<Word> gap(const Scene& scene, Word verb) {
  if (!is_relation(scene.deprel(verb), "acl:relcl")) return {};
  const auto subjects = scene.tree().children(verb, "nsubj");
  const bool own = std::any_of(subjects.begin(), subjects.end(), [&](Word w) { return !scene.is(w, trait::relative); });
  const bool oblique = std::any_of(scene.tree().children(verb).begin(), scene.tree().children(verb).end(), [&](Word w) {
    return is_relation(scene.deprel(w), "obl") && scene.is(w, trait::relative);
  });
  return own && !oblique ? std::vector<Word>{scene.head(verb)} : std::vector<Word>{};
}

std::vector<Word> objects(const Scene& scene, Word verb, int depth) {
  if (depth > kDeepest) return {};
  auto own = own_arguments(scene, verb, "obj");
  if (passive(scene, verb, 0)) {
    if (!own.empty()) return own;  // "was given aid": the subject is the recipient
    return surface(scene, verb, depth + 1);
  }
  if (!own.empty()) return own;
  own = gap(scene, verb);
  return own.empty() ? shared_objects(scene, verb) : own;
}

}  // namespace

std::vector<Word> surface_subjects(const Scene& scene, Word verb) { return surface(scene, verb, 0); }
bool is_passive(const Scene& scene, Word verb) { return passive(scene, verb, 0); }

std::vector<Word> logical_subjects(const Scene& scene, Word verb) {
  return is_passive(scene, verb) ? agents(scene, verb) : surface_subjects(scene, verb);
}

std::vector<Word> logical_objects(const Scene& scene, Word verb) { return objects(scene, verb, 0); }

}  // namespace dateline
