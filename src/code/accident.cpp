// Harm without anybody who does it. "Five people are killed in a fire" is no ASSAULT: where nobody is said to act,
// the sentence names an accident or the weather, and nothing in it speaks of violence, the harm is no event between
// actors. Neither is what animals do.
#include <algorithm>
#include <array>

#include "code/rules.h"

namespace dateline {
namespace {

constexpr double kAccident = 0.4;

/// "Storm Amy", "Hurricane Dorian".
bool is_named_storm(const Scene& scene, Word word) {
  constexpr std::array<std::string_view, 4> kKinds = {"Storm", "Hurricane", "Typhoon", "Cyclone"};
  const std::string_view form = scene.report().slice(scene.token(word).span);
  return std::find(kKinds.begin(), kKinds.end(), form) != kKinds.end();
}

template <typename Predicate>
bool any_word(TokenRange words, Predicate is) {
  for (Word w = words.begin; w < words.end; ++w) {
    if (is(w)) return true;
  }
  return false;
}

/// The sentence with the one before it in the same segment.
TokenRange with_sentence_before(const Scene& scene, std::uint32_t sentence) {
  const auto& sentences = scene.report().sentences;
  TokenRange range = sentences[sentence].tokens;
  if (sentence > 0 && sentences[sentence - 1].segment == sentences[sentence].segment)
    range.begin = sentences[sentence - 1].tokens.begin;
  return range;
}

/// A common noun of these traits, or a storm by its name.
bool names_any(const Scene& scene, TokenRange words, Traits wanted) {
  return any_word(words, [&](Word w) { return (!scene.name(w) && scene.is(w, wanted)) || is_named_storm(scene, w); });
}

/// An accident or the weather; of a blast, also what explodes by itself.
bool names_accident(const Scene& scene, const Candidate& harm, TokenRange sentence) {
  const Traits by_itself = scene.is(harm.word(), trait::blast) ? trait::hazard : Traits{};
  return names_any(scene, sentence, trait::accident | trait::weather | by_itself);
}

/// Is it of this type, told by one of these words?
bool is_told(const Scene& scene, const Candidate& candidate, std::string_view type,
             std::initializer_list<std::string_view> words) {
  return scene.lexicon().codebook().types[candidate.type].name == type &&
         is_one_of(scene.lemma(candidate.word()), words);
}

bool is_harm(const Scene& scene, const Candidate& candidate) {
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  const std::string& lemma = scene.lemma(candidate.word());
  return type == "ASSAULT" || (candidate.actors.empty() && (lemma == "displace" || lemma == "uproot"));
}

bool is_patient_only(const Scene& scene, const Candidate& candidate) {
  return candidate.frame.passive || candidate.frame.part == PartOfSpeech::noun || candidate.frame.subjects.empty() ||
         (scene.is(candidate.word(), trait::blast) && candidate.frame.objects.empty());  // "a tank exploded"
}

/// "a munitions factory": nobody fights with it.
bool is_in_store(const Scene& scene, Word weapon) {
  return is_relation(scene.deprel(weapon), "compound") && scene.is(scene.tree()[weapon].head, trait::store);
}

/// Soldiers who die in a crash are no sign of a fight.
bool is_harmed(const Scene& scene, const Candidate& harm, Word word) {
  const auto holds = [&](Word w) { return scene.tree().subtree(w).contains(word); };
  const auto& frame = harm.frame;
  return std::any_of(frame.objects.begin(), frame.objects.end(), holds) ||
         (frame.passive && std::any_of(frame.subjects.begin(), frame.subjects.end(), holds));
}

/// "a shark attack", "mauled by a bear".
bool is_by_animal(const Scene& scene, const Candidate& harm) {
  const auto is_animal = [&](Word w) { return scene.is(w, trait::animal); };
  const auto& subjects = harm.frame.subjects;
  if (!harm.frame.passive && std::any_of(subjects.begin(), subjects.end(), is_animal)) return true;
  const auto children = scene.tree().children(harm.word());
  return std::any_of(children.begin(), children.end(), [&](Word c) {
    const std::string_view relation = scene.deprel(c);
    return is_animal(c) && (relation == "compound" || relation == "obl:agent" || scene.preposition(c) == "by");
  });
}

/// Weapons, armed people, or a word of violence beside the harm itself.
bool names_violence(const Scene& scene, const Candidate& harm, TokenRange sentence,
                    const std::vector<Candidate>& candidates) {
  for (Word w = sentence.begin; w < sentence.end; ++w) {
    const bool weapon = scene.is(w, trait::weapon) && !scene.is(w, trait::hazard);
    if (weapon && scene.lemma(w) != "fire" && scene.lemma(w) != "device" && !is_in_store(scene, w)) return true;
    if (scene.is(w, trait::armed) && !is_harmed(scene, harm, w)) return true;
  }
  const auto before = [](const Candidate& c, Word w) { return c.word() < w; };
  const auto first = std::lower_bound(candidates.begin(), candidates.end(), sentence.begin, before);
  const auto last = std::lower_bound(first, candidates.end(), sentence.end, before);
  return std::any_of(first, last, [&](const Candidate& c) {
    if (&c == &harm || c.score < 0.42 || scene.is(c.word(), trait::mishap)) return false;
    const EventType& type = scene.lexicon().codebook().types[c.type];
    if (type.name == "PROTEST" || (type.quad == 4 && !c.actors.empty())) return true;
    return type.name == "ASSAULT" && c.frame.part == PartOfSpeech::noun &&
           !scene.is(c.word(), trait::accident | trait::blast);
  });
}

/// "unexploded ordnance from the war exploded", "a child accidentally detonated a grenade": nobody meant it.
bool is_mishap_of_ordnance(const Scene& scene, const Candidate& harm, TokenRange sentence) {
  constexpr std::array<std::string_view, 5> kWords = {"unexploded", "ordnance", "accidentally", "accidental",
                                                      "stockpile"};
  return scene.is(harm.word(), trait::blast) && any_word(sentence, [&](Word w) {
           return std::find(kWords.begin(), kWords.end(), scene.lemma(w)) != kWords.end();
         });
}

/// "is investigating the crash", "an inquiry into the cause of the collision": it is looked for a cause, not for
/// somebody.
bool is_inquiry_into_accident(const Scene& scene, const Candidate& candidate) {
  if (!is_told(scene, candidate, "ACCUSE", {"investigate", "investigation", "inquiry", "probe", "inquire"}))
    return false;
  const auto tells_accident = [&](TokenRange words) {
    return any_word(words, [&](Word w) { return !scene.name(w) && scene.is(w, trait::accident); });
  };
  const auto is_of_accident = [&](Word head) { return tells_accident(scene.tree().subtree(head)); };
  const Frame& frame = candidate.frame;
  const auto is_topic = [](const Oblique& o) { return o.preposition == "of" || o.preposition == "into"; };
  const bool told = !frame.objects.empty() || std::any_of(frame.obliques.begin(), frame.obliques.end(), is_topic);
  if (!told && candidate.recipients.empty())  // "The cause is being investigated."
    return tells_accident(with_sentence_before(scene, scene.tree().sentence(candidate.word())));
  return std::any_of(frame.objects.begin(), frame.objects.end(), is_of_accident) ||
         std::any_of(frame.obliques.begin(), frame.obliques.end(),
                     [&](const Oblique& o) { return is_topic(o) && is_of_accident(o.head); });
}

/// "an earthquake strikes", "a lightning strike", "a train derails", "a gas explosion": nobody does it, whoever else
/// the grammar takes for its actor.
bool is_by_itself(const Scene& scene, const Candidate& harm) {
  if (scene.is(harm.word(), trait::mishap)) return true;
  const Traits causes = trait::weather | (scene.is(harm.word(), trait::blast) ? trait::hazard : Traits{});
  const auto is_cause = [&](Word w) { return !scene.name(w) && scene.is(w, causes); };
  if (!harm.frame.passive && std::any_of(harm.frame.subjects.begin(), harm.frame.subjects.end(), is_cause)) return true;
  const auto children = scene.tree().children(harm.word());
  return std::any_of(children.begin(), children.end(),
                     [&](Word c) { return is_relation(scene.deprel(c), "compound") && is_cause(c); });
}

/// A state of emergency or closed schools on account of a storm: the weather is met, nobody is coerced.
bool is_precaution(const Scene& scene, const Candidate& candidate) {
  if (!is_told(scene, candidate, "COERCE", {"declare", "close", "suspend", "cancel", "shut", "impose", "order"}))
    return false;
  return any_word(with_sentence_before(scene, scene.tree().sentence(candidate.word())),
                  [&](Word w) { return scene.is(w, trait::weather) || is_named_storm(scene, w); });
}

/// "rescuers continue the search", "divers found nine bodies" after a collapse or a storm.
bool is_search(const Scene& scene, const Candidate& candidate) {
  return is_told(scene, candidate, "AID", {"search", "find", "recover"}) &&
         names_any(scene, with_sentence_before(scene, scene.tree().sentence(candidate.word())),
                   trait::accident | trait::weather);
}

/// Poultry and cattle are culled against a disease, not against anybody.
bool is_cull(const Scene& scene, const Candidate& candidate) {
  return is_one_of(scene.lemma(candidate.word()), {"cull", "culling"});
}

/// The sentence of the harm; with the one before, where victims are only told on ("One person was killed.").
TokenRange told_around(const Scene& scene, const Candidate& harm) {
  const std::uint32_t sentence = scene.tree().sentence(harm.word());
  return harm.frame.passive ? with_sentence_before(scene, sentence) : scene.report().sentences[sentence].tokens;
}

bool is_accident(const Scene& scene, const Candidate& harm, const std::vector<Candidate>& candidates) {
  if (is_by_animal(scene, harm)) return true;
  const TokenRange sentence = told_around(scene, harm);
  if (is_mishap_of_ordnance(scene, harm, sentence)) return true;
  if (is_by_itself(scene, harm) && !names_violence(scene, harm, sentence, candidates)) return true;
  return harm.actors.empty() && is_patient_only(scene, harm) && names_accident(scene, harm, sentence) &&
         !names_violence(scene, harm, sentence, candidates);
}

}  // namespace

void discount_accidents(const Scene& scene, std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    const bool accident = is_harm(scene, candidate) && is_accident(scene, candidate, candidates);
    if (!accident && !is_precaution(scene, candidate) && !is_inquiry_into_accident(scene, candidate) &&
        !is_search(scene, candidate) && !is_cull(scene, candidate))
      continue;
    candidate.score *= kAccident;
    candidate.because.push_back("rule:an accident");
  }
}

void discount_own_claims(const Scene& scene, std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    const CompiledSense* sense = sense_of(scene, candidate);
    const bool says =
        sense && candidate.frame.part == PartOfSpeech::verb && scene.is(candidate.word(), trait::reporting);
    if (!says || scene.lexicon().codebook().types[candidate.type].name != "ACCUSE" || !candidate.frame.objects.empty())
      continue;
    for (const Complement& complement : candidate.frame.complements) {
      const Candidate* told = candidate_at(candidates, complement.head);
      if (!told || told == &candidate || complement.kind == ComplementKind::gerund) continue;
      if (told->actors.empty() || overlap_loosely(told->actors, candidate.actors)) candidate.score *= kAccident;
    }
  }
}

}  // namespace dateline
