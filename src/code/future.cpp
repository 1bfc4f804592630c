// What lies ahead. PLOVER codes cooperation in the future as AGREE, an
// announced retreat as CONCEDE, and conflict in the future or on conditions as
// THREATEN where its author says it; what others foresee keeps its type. Cooperation
// that somebody says will not be is REJECT.
#include "code/rules.h"

namespace dateline {
namespace {

void become(const Scene& scene, Candidate& candidate, std::string_view type) {
  const int index = scene.lexicon().type(type);
  if (index < 0) return;
  candidate.act = candidate.type;
  candidate.type = index;
  candidate.because.push_back("rule:" + std::string(scene.lexicon().codebook().types[candidate.act].name) +
                              " ahead is " + std::string(type));
}

/// Does the actor itself say or intend it?
bool is_own_announcement(const Candidate& candidate) {
  for (const Source& source : candidate.sources) {
    if (overlap_loosely({source.actor}, candidate.actors)) return true;
    for (const Actor& actor : candidate.actors) {
      if (!actor.country.empty() && actor.country == source.actor.country) return true;
    }
  }
  return false;
}

/// "threatens to leave if …", "warned of strikes unless …".
bool has_condition(const Scene& scene, Word verb) {
  const TokenRange phrase = scene.tree().subtree(verb);
  for (Word w = verb + 1; w < phrase.end; ++w) {
    const std::string& lemma = scene.lemma(w);
    if (lemma == "unless" || (lemma == "if" && scene.upos(w) == Upos::SCONJ)) return true;
  }
  return false;
}

}  // namespace

void apply_future(const Scene& scene, Candidate& candidate) {
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  const int quad = scene.lexicon().codebook().types[candidate.type].quad;
  if (type == "AGREE") {
    if (candidate.status == Status::actual) candidate.status = Status::future;
    return;
  }
  if (type == "THREATEN" && candidate.status == Status::actual && has_condition(scene, candidate.word()))
    candidate.status = Status::hypothetical;
  if (type == "REJECT" && candidate.status == Status::negated && !sense_of(scene, candidate))
    candidate.status = Status::actual;  // "will not recognise": the head reads the refusal, the verb alone tells none
  if (type == "THREATEN" || type == "REQUEST" || type == "REJECT" || type == "ACCUSE") return;
  const bool withheld = type == "SUPPORT" && is_own_announcement(candidate);  // "said it does not support"
  if (candidate.status == Status::negated && quad <= 2 && (candidate.ahead || withheld)) {
    become(scene, candidate, "REJECT");
    candidate.status = Status::actual;
    return;
  }
  if (candidate.status == Status::future) {
    if (type == "CONSULT" || type == "SUPPORT" || type == "COOPERATE" || type == "AID")
      return become(scene, candidate, "AGREE");
    if (type == "RETREAT") return become(scene, candidate, "CONCEDE");
    if (quad == 4 && is_own_announcement(candidate)) {
      become(scene, candidate, "THREATEN");
      candidate.status = Status::actual;
    }
  } else if (candidate.status == Status::hypothetical && quad == 4 && is_own_announcement(candidate)) {
    become(scene, candidate, "THREATEN");
  }
}

}  // namespace dateline
