// Moving people or arms to help somebody is AID, not MOBILIZE (PLOVER, "Potential ambiguities" of both): told by
// whom they are sent to ("sent Haiti police") or by what they are sent for ("to help rebuild", "in support of").
#include <algorithm>

#include "code/rules.h"

namespace dateline {
namespace {

bool is_helping_verb(const std::string& lemma) {
  return is_one_of(lemma, {"help",    "assist", "aid",        "support", "rebuild", "rescue",     "repair",   "train",
                           "protect", "advise", "distribute", "deliver", "relieve", "restore",    "evacuate", "treat",
                           "clear",   "demine", "feed",       "monitor", "observe", "reconstruct"});
}

bool is_helping_noun(const std::string& lemma) {
  return is_one_of(lemma, {"support", "aid", "relief", "rescue", "help", "assistance", "reconstruction", "rebuilding",
                           "recovery", "peacekeeping"});
}

/// Purpose clauses of a predicate or of what it moves.
bool has_helping_purpose(const Scene& scene, Word word) {
  for (const Word c : scene.tree().children(word)) {
    const std::string_view relation = scene.deprel(c);
    const bool purpose = is_relation(relation, "advcl") || is_relation(relation, "xcomp") ||
                         (is_relation(relation, "acl") && relation != "acl:relcl");
    if (purpose && scene.marker(c) == "to" && is_helping_verb(scene.lemma(c))) return true;
    const std::string preposition = scene.preposition(c);
    if ((is_relation(relation, "obl") || is_relation(relation, "nmod")) &&
        (preposition == "in" || preposition == "for" || preposition == "as") && is_helping_noun(scene.lemma(c))) {
      return true;
    }
  }
  return false;
}

bool is_peace_word(const Scene& scene, Word word) {
  const std::string& lemma = scene.lemma(word);
  return lemma.starts_with("peacekeep") || lemma.starts_with("peace-keep") || lemma.starts_with("peace-support");
}

/// Peacekeepers are sent, or others are sent as such or on a mission of that kind.
bool is_peacekeeping(const Scene& scene, Word word, int depth = 0) {
  if (is_peace_word(scene, word)) return true;
  if (depth == 3) return false;
  const auto children = scene.tree().children(word);
  return std::any_of(children.begin(), children.end(), [&](Word c) {
    const std::string_view relation = scene.deprel(c);
    const bool phrase = is_relation(relation, "obj") || is_relation(relation, "obl") || is_relation(relation, "nmod") ||
                        is_relation(relation, "amod") || is_relation(relation, "compound") ||
                        is_relation(relation, "nsubj") || is_relation(relation, "xcomp") ||
                        (is_relation(relation, "advcl") && scene.marker(c) == "to");
    return phrase && is_peacekeeping(scene, c, depth + 1);
  });
}

/// The verb of what somebody or something is sent for: "sent a team to investigate".
Word purpose_of(const Scene& scene, Word word) {
  for (const Word c : scene.tree().children(word)) {
    const std::string_view relation = scene.deprel(c);
    const bool purpose = is_relation(relation, "advcl") || is_relation(relation, "xcomp") ||
                         (is_relation(relation, "acl") && relation != "acl:relcl");
    if (purpose && scene.marker(c) == "to") return c;
  }
  return kNone;
}

bool investigates(const Scene& scene, Word verb, int accuse) {
  if (verb == kNone) return false;
  const auto& entries = scene.lexicon().entries(scene.lemma_id(verb));
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    const CompiledSense& sense = scene.lexicon().senses()[entry.sense];
    return sense.type == accuse && sense.sense->mode == "investigate" && sense.sense->weight >= 0.7;
  });
}

/// "held talks on a peacekeeping mission" moves nobody.
bool is_talk(const Scene& scene, const Candidate& candidate) {
  const CompiledSense* sense = sense_of(scene, candidate);
  return !sense || (sense->sense->id != "travel-to" && sense->sense->id != "take-part");
}

bool is_joint(const Scene& scene, Word noun) {
  for (const Word c : scene.tree().children(noun)) {
    if (is_one_of(scene.lemma(c), {"joint", "combined", "multinational", "bilateral", "trilateral", "common"}))
      return true;
    if (scene.is_noun(noun) && is_relation(scene.deprel(c), "nmod") && scene.preposition(c) == "of" &&
        is_joint(scene, c))
      return true;
  }
  return false;
}

bool has_two_countries(const Candidate& candidate) {
  const auto differs = [&](const Actor& a) {
    return !a.country.empty() && a.country != candidate.actors.front().country;
  };
  return !candidate.actors.empty() && !candidate.actors.front().country.empty() &&
         std::any_of(candidate.actors.begin(), candidate.actors.end(), differs);
}

bool goes_to_somebody(const Candidate& candidate) {
  return !candidate.frame.indirect.empty() && !overlap_loosely(candidate.actors, candidate.recipients);
}

}  // namespace

void apply_help(const Scene& scene, Candidate& candidate) {
  const int aid = scene.lexicon().type("AID");
  if (aid < 0) return;
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  const bool moves = type == "MOBILIZE";
  if (!moves && type != "CONSULT" && type != "COOPERATE") return;
  bool helps = is_peacekeeping(scene, candidate.frame.clause) && (moves || !is_talk(scene, candidate));
  if (moves)
    helps = helps || goes_to_somebody(candidate) || has_helping_purpose(scene, candidate.word()) ||
            has_helping_purpose(scene, candidate.frame.clause);
  for (const Word w : candidate.frame.objects) helps = helps || (moves && has_helping_purpose(scene, w));
  if (!helps) return;
  candidate.type = aid;
  candidate.because.push_back("rule:" + type + " to help is AID");
}

void apply_joint(const Scene& scene, Candidate& candidate) {
  const int cooperate = scene.lexicon().type("COOPERATE");
  const CompiledSense* sense = sense_of(scene, candidate);
  if (cooperate < 0 || !sense || candidate.type != scene.lexicon().type("MOBILIZE")) return;
  if (!sense->sense->id.starts_with("exercise")) return;
  bool joint = is_joint(scene, candidate.word());
  for (const Word w : candidate.frame.objects) joint = joint || is_joint(scene, w);
  if (!joint && !has_two_countries(candidate)) return;
  candidate.type = cooperate;
  candidate.because.push_back("rule:exercises of several countries are COOPERATE");
}

void apply_inquiry(const Scene& scene, Candidate& candidate) {
  const int accuse = scene.lexicon().type("ACCUSE");
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  if (accuse < 0 || (type != "MOBILIZE" && type != "AID" && type != "COOPERATE" && type != "CONSULT")) return;
  bool inquires = investigates(scene, purpose_of(scene, candidate.word()), accuse);
  for (const Word w : candidate.frame.objects) inquires = inquires || investigates(scene, purpose_of(scene, w), accuse);
  if (!inquires) return;
  candidate.type = accuse;
  candidate.because.push_back("rule:sent to investigate is ACCUSE");
}

}  // namespace dateline
