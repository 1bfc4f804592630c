// Demands and orders that no single word tells. "Washington said Tehran must disarm" asks Tehran to disarm;
// "the court ordered the release of" releases; in "completed its withdrawal" the noun is the event.
#include <algorithm>

#include "code/claimants.h"
#include "code/rules.h"

namespace dateline {
namespace {

constexpr double kMust = 0.62, kShould = 0.5;  ///< how often "says X must" is a demand
constexpr double kCarrier = 0.5;

/// How strongly a clause says that its subject is bound to do something; 0 if it does not.
double obligation(const Scene& scene, Word clause) {
  double strength = 0;
  for (const Word c : scene.tree().children(clause)) {
    if (!is_relation(scene.deprel(c), "aux")) continue;
    const std::string& lemma = scene.lemma(c);
    if (lemma == "have") return 0;  // "should have been tried" blames
    if (lemma == "must") strength = kMust;
    if (lemma == "should" || lemma == "ought") strength = kShould;
  }
  if (strength > 0) return strength;
  const Word head = scene.head(clause);
  const bool needs = head != kNone && is_relation(scene.deprel(clause), "xcomp") && scene.marker(clause) == "to" &&
                     (scene.lemma(head) == "need" || scene.lemma(head) == "have");
  return needs ? kShould : 0;
}

/// The word that hangs on the verb of saying: the clause itself, or the "needs to" above it.
Word top_of(const Scene& scene, Word clause) {
  return is_relation(scene.deprel(clause), "xcomp") ? scene.head(clause) : clause;
}

bool is_said(const Scene& scene, Word top) {
  const Word sayer = scene.head(top);
  if (sayer != kNone && is_relation(scene.deprel(top), "ccomp")) return scene.is(sayer, trait::reporting);
  const auto children = scene.tree().children(top);
  return std::any_of(children.begin(), children.end(), [&](Word c) {
    return is_relation(scene.deprel(c), "parataxis") && scene.is(c, trait::reporting);
  });
}

/// A demand on the clause's subject, or a candidate without score where the clause is none.
Candidate demand_of(const Scene& scene, Word clause, int request) {
  Candidate demand;
  const double strength = obligation(scene, clause);
  if (strength == 0 || !scene.is_predicate(clause) || !is_said(scene, top_of(scene, clause))) return demand;
  demand.frame = frame_of(scene, clause);
  demand.sources = find_sources(scene, clause);
  for (const Word w : surface_subjects(scene, clause)) add_actors(demand.recipients, participants_of(scene, w));
  if (demand.sources.empty() || demand.recipients.empty()) return demand;
  demand.actors = {demand.sources.back().actor};
  if (overlap_loosely(demand.actors, demand.recipients)) return demand;
  demand.sources.pop_back();
  demand.type = request;
  demand.match.trigger = {clause};
  demand.score = strength;
  demand.because.push_back("rule:says that another must");
  return demand;
}

/// "launched a scathing attack": the verb's sense rests on the noun, and the noun means something else.
bool names(const Candidate& verb, const Candidate& noun) {
  const auto& nouns = verb.match.consumed;
  return noun.score > verb.score && std::find(nouns.begin(), nouns.end(), noun.word()) != nouns.end();
}

bool is_carried(const Scene& scene, const Candidate& verb, const Candidate& noun) {
  return noun.frame.part == PartOfSpeech::noun && noun.frame.governed && noun.frame.clause == verb.word() &&
         noun.lexical >= 0.4 && noun.type != verb.type && scene.is(verb.word(), trait::light) &&
         (verb.lexical < 0.3 || names(verb, noun));
}

}  // namespace

void apply_obligation(const Scene& scene, std::vector<Candidate>& candidates) {
  const int request = scene.lexicon().type("REQUEST");
  if (request < 0) return;
  for (Word word = 0; word < scene.report().tokens.size(); ++word) {
    Candidate demand = demand_of(scene, word, request);
    if (demand.type < 0) continue;
    const auto at = std::lower_bound(candidates.begin(), candidates.end(), word,
                                     [](const Candidate& c, Word w) { return c.word() < w; });
    if (at == candidates.end() || at->word() != word) {
      candidates.insert(at, std::move(demand));
    } else if (at->type != request) {
      demand.act = at->type;
      *at = std::move(demand);
    }
  }
}

void apply_order(const Scene& scene, Candidate& candidate) {
  const CompiledSense* sense = sense_of(scene, candidate);
  const auto& types = scene.lexicon().codebook().types;
  if (!sense || candidate.act < 0 || types[candidate.type].name != "REQUEST") return;
  if (!sense->sense->id.starts_with("order") || candidate.head >= kSureHead) return;  // "told the general to resign"
  const std::string& act = types[candidate.act].name;
  if (act != "RETREAT" && act != "CONCEDE" && act != "COERCE" && act != "SANCTION") return;
  candidate.type = candidate.act;
  candidate.act = -1;
  candidate.because.push_back("rule:an order of an authority is " + act);
}

void discount_carriers(const Scene& scene, std::vector<Candidate>& candidates) {
  for (Candidate& verb : candidates) {
    if (verb.frame.part != PartOfSpeech::verb) continue;
    const bool carries = std::any_of(candidates.begin(), candidates.end(),
                                     [&](const Candidate& noun) { return is_carried(scene, verb, noun); });
    if (carries) verb.score *= kCarrier;
  }
}

}  // namespace dateline
