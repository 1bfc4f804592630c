#include "code/frame.h"

#include <algorithm>

namespace dateline {
namespace {

bool contains(const std::vector<Word>& words, Word word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Word without_relative(const Scene& scene, Word verb, Word argument) {
  const bool relative = scene.is(argument, trait::relative) && is_relation(scene.deprel(verb), "acl");
  return relative ? scene.head(verb) : argument;
}

void add_obliques(const Scene& scene, Word word, Frame& frame) {
  for (const Word c : scene.tree().children(word)) {
    const std::string_view relation = scene.deprel(c);
    const bool mistaken = is_relation(relation, "xcomp") && scene.is_noun(c) && scene.tree().child(c, "case") != kNone;
    if (!is_relation(relation, "obl") && !is_relation(relation, "nmod") && !mistaken) continue;
    if (relation == "nmod:poss" || contains(frame.subjects, c)) continue;
    frame.obliques.push_back({scene.preposition(c), without_relative(scene, word, c)});
  }
}

bool in_quotes(const Scene& scene, Word clause) {
  const TokenRange range = scene.tree().subtree(clause);
  const std::string_view text = scene.report().slice(span_of(scene.report(), range));
  return text.find('"') != std::string_view::npos || text.find("\xe2\x80\x9c") != std::string_view::npos;
}

bool is_gerund(const Scene& scene, Word word) { return scene.token(word).xpos == "VBG"; }

/// An adverbial or attributive clause complements its head by its marker: "vowed to leave", "accused of spying".
bool is_marked_complement(const Scene& scene, Word head, Word clause, bool infinitive, Complement& complement) {
  if (infinitive) {
    complement.kind = ComplementKind::infinitive;
    return is_relation(scene.deprel(clause), "acl") || scene.is(head, trait::object_control | trait::future);
  }
  complement.kind = is_gerund(scene, clause) ? ComplementKind::gerund : ComplementKind::clause;
  if (complement.marker == "that") return true;
  constexpr std::string_view kMarkers[] = {"of", "for", "from", "to", "against", "on"};
  return is_gerund(scene, clause) &&
         std::find(std::begin(kMarkers), std::end(kMarkers), complement.marker) != std::end(kMarkers);
}

/// How a dependent clause complements its head, or nothing if it does not.
bool read_complement(const Scene& scene, Word head, Word clause, Complement& complement) {
  const std::string_view relation = scene.deprel(clause);
  complement.head = clause;
  complement.marker = scene.marker(clause);
  if (complement.marker.empty()) complement.marker = scene.preposition(clause);
  const bool infinitive = complement.marker == "to" && !is_gerund(scene, clause);
  if (is_relation(relation, "xcomp") || is_relation(relation, "ccomp")) {
    complement.kind = infinitive ? ComplementKind::infinitive : ComplementKind::clause;
    if (is_gerund(scene, clause) && scene.tree().child(clause, "aux") == kNone)
      complement.kind = ComplementKind::gerund;
    if (is_relation(relation, "ccomp") && in_quotes(scene, clause)) complement.kind = ComplementKind::quote;
    return !is_relation(relation, "xcomp") || scene.is_verb(clause) || infinitive;
  }
  if (is_relation(relation, "advcl") || (is_relation(relation, "acl") && relation != "acl:relcl"))
    return is_marked_complement(scene, head, clause, infinitive, complement);
  complement.kind = ComplementKind::quote;
  return is_relation(relation, "parataxis") && scene.is(head, trait::reporting) && scene.is_predicate(clause);
}

void add_complements(const Scene& scene, Word word, Frame& frame) {
  for (const Word c : scene.tree().children(word)) {
    Complement complement;
    if (read_complement(scene, word, c, complement)) frame.complements.push_back(std::move(complement));
  }
}

/// A gerund after a preposition may be tagged as an oblique ("by shelling the town").
Frame verb_frame(const Scene& scene, Word word) {
  Frame frame;
  frame.part = PartOfSpeech::verb;
  frame.word = frame.clause = word;
  frame.passive = is_passive(scene, word);
  frame.subjects = logical_subjects(scene, word);
  frame.objects = logical_objects(scene, word);
  frame.indirect = scene.tree().children(word, "iobj");
  if (frame.passive && scene.tree().child(word, "obj") != kNone) {
    for (const Word w : surface_subjects(scene, word)) frame.indirect.push_back(w);
  }
  add_obliques(scene, word, frame);
  add_complements(scene, word, frame);
  return frame;
}

Frame adjective_frame(const Scene& scene, Word word) {
  Frame frame = verb_frame(scene, word);
  frame.part = PartOfSpeech::adjective;
  frame.objects.clear();
  return frame;
}

bool names_actor(const Scene& scene, Word word) {
  const Mention* mention = scene.mention(word);
  return (mention && !mention->actors.empty()) || scene.place(word);
}

/// "the Melbourne synagogue attack": a town or region before an event noun is where it happened, not who did it.
bool is_site(const Scene& scene, Word word) {
  const PlaceMention* place = scene.place(word);
  const Mention* mention = scene.mention(word);
  return place && place->place.precision != PlacePrecision::country && (!mention || mention->actors.empty());
}

void add_modifiers(const Scene& scene, Word noun, Frame& frame) {
  for (const Word c : scene.tree().children(noun)) {
    const std::string_view relation = scene.deprel(c);
    if (relation == "nmod:poss") {
      frame.possessors.push_back(c);
    } else if (is_relation(relation, "compound") || is_relation(relation, "amod") || relation == "nmod:desc") {
      const bool compound = is_relation(relation, "compound");
      const bool acts =
          names_actor(scene, c) || (compound && scene.is(c, trait::armed | trait::official | trait::state));
      if (compound && is_site(scene, c)) {
        frame.obliques.push_back({"in", c});
      } else if (acts) {
        frame.possessors.push_back(c);
      } else if (compound) {
        frame.objects.push_back(c);
      }
    }
  }
}

/// The verb brings its own arguments to a noun that is its object or subject.
void take_obliques(const Scene& scene, Word verb, Word noun, Frame& frame) {
  for (const Word c : scene.tree().children(verb)) {
    if (!is_relation(scene.deprel(c), "obl") || c == noun || scene.deprel(c) == "obl:agent") continue;
    frame.obliques.push_back({scene.preposition(c), c});
  }
  for (const Word c : scene.tree().children(verb, "iobj")) frame.indirect.push_back(c);
}

void under_light_verb(const Scene& scene, Word verb, Frame& frame) {
  frame.clause = verb;
  frame.governed = true;
  if (scene.is(verb, trait::light_reverse)) {
    for (const Word w : surface_subjects(scene, verb)) frame.objects.push_back(w);
  } else {
    frame.subjects = logical_subjects(scene, verb);
  }
  take_obliques(scene, verb, frame.word, frame);
}

bool takes_into(const std::string& verb, const std::string& preposition) {
  return (preposition == "in" &&
          (verb == "engage" || verb == "participate" || verb == "take" || verb == "involve" || verb == "join")) ||
         (preposition == "with" && (verb == "respond" || verb == "retaliate")) ||
         (preposition == "on" && (verb == "go" || verb == "agree" || verb == "embark"));
}

bool is_offence(const std::string& noun) {
  return noun == "breach" || noun == "violation" || noun == "defiance" || noun == "contravention";
}

void govern(const Scene& scene, Word noun, Frame& frame) {
  Word verb = scene.head(noun);
  std::string_view relation = scene.deprel(noun);
  while (verb != kNone && is_relation(relation, "conj") && scene.is_noun(verb)) {
    relation = scene.deprel(verb);
    verb = scene.head(verb);
  }
  if (verb == kNone) return;
  if (relation == "acl:relcl" || !scene.is_verb(verb)) return;
  const bool object = is_relation(relation, "obj") || relation == "nsubj:pass";
  if (object && scene.is(verb, trait::light | trait::light_reverse)) return under_light_verb(scene, verb, frame);
  if (is_relation(relation, "nsubj") && scene.is(verb, trait::occurrence | trait::cause)) {
    frame.clause = verb;
    frame.governed = true;
    return take_obliques(scene, verb, noun, frame);
  }
  if (object && scene.is(verb, trait::cause)) {  // "raised concerns for Seoul": what raises them is what they are about
    frame.clause = verb;
    frame.governed = true;
    for (const Word w : logical_subjects(scene, verb)) frame.objects.push_back(w);
    return take_obliques(scene, verb, noun, frame);
  }
  if (!is_relation(relation, "obl") && !is_relation(relation, "nmod")) return;
  const std::string preposition = scene.preposition(noun);
  if (preposition == "in" && is_offence(scene.lemma(noun))) {  // "sold arms in breach of the embargo"
    frame.governed = true;
    frame.subjects = logical_subjects(scene, verb);
  } else if (preposition == "under" || (preposition == "to" && scene.lemma(verb) == "subject")) {
    frame.clause = verb;
    frame.governed = true;
    for (const Word w : surface_subjects(scene, verb)) frame.objects.push_back(w);
  } else if (takes_into(scene.lemma(verb), preposition)) {
    under_light_verb(scene, verb, frame);
  }
}

/// An event noun named by a relative clause: "the attack that Russia launched".
void relative_light_verb(const Scene& scene, Word noun, Frame& frame) {
  for (const Word c : scene.tree().children(noun)) {
    if (!is_relation(scene.deprel(c), "acl") || !scene.is_verb(c) || !scene.is(c, trait::light | trait::reporting))
      continue;
    if (!contains(logical_objects(scene, c), noun)) continue;
    if (scene.is(c, trait::light) && frame.subjects.empty()) frame.subjects = logical_subjects(scene, c);
    take_obliques(scene, c, noun, frame);
  }
}

Frame noun_frame(const Scene& scene, Word word) {
  Frame frame;
  frame.part = PartOfSpeech::noun;
  frame.word = frame.clause = word;
  add_modifiers(scene, word, frame);
  add_obliques(scene, word, frame);
  add_complements(scene, word, frame);
  if (scene.tree().child(word, "cop") != kNone) frame.subjects = surface_subjects(scene, word);
  govern(scene, word, frame);
  relative_light_verb(scene, word, frame);
  return frame;
}

}  // namespace

Frame frame_of(const Scene& scene, Word word) {
  if (scene.is_noun(word)) return noun_frame(scene, word);
  if (scene.upos(word) == Upos::ADJ) return adjective_frame(scene, word);
  return verb_frame(scene, word);
}

}  // namespace dateline
