#include "code/pair_type.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dateline {
namespace {

/// PLOVER's type of each CAMEO root; 0 and 1 (statements) have none.
constexpr std::array<std::string_view, 21> kRoots = {
    "",        "",         "REQUEST",  "AGREE",   "CONSULT", "SUPPORT", "COOPERATE",
    "AID",     "RETREAT",  "ACCUSE",   "REQUEST", "ACCUSE",  "REJECT",  "THREATEN",
    "PROTEST", "MOBILIZE", "SANCTION", "COERCE",  "ASSAULT", "ASSAULT", "ASSAULT"};

constexpr double kSure = 0.4;  ///< a sense that fits worse than this tells the type at most, not the code

std::string_view type_of_cameo(const std::string& code) {
  if (code == "163") return "COERCE";  // sanctions imposed; PLV keeps SANCTION for what is ended or withheld
  unsigned root = 0;
  std::from_chars(code.data(), code.data() + std::min<std::size_t>(2, code.size()), root);
  return root < kRoots.size() ? kRoots[root] : std::string_view{};
}

/// The sense's CAMEO code, or its mode's, or none.
std::string cameo_of(const Scene& scene, const Candidate& candidate) {
  const CompiledSense* sense = sense_of(scene, candidate);
  if (!sense || sense->type != candidate.type || candidate.lexical < kSure) return {};
  if (!sense->sense->cameo.empty()) return sense->sense->cameo;
  const Mode* mode = scene.lexicon().codebook().types[candidate.type].mode(sense->sense->mode);
  return mode ? mode->cameo : std::string{};
}

/// "called for sanctions against Moscow": Moscow is not asked, it is accused.
bool asks_others_to_punish(const Scene& scene, const Candidate& candidate, TokenRange target) {
  if (candidate.act < 0 || candidate.act_word == kNone) return false;
  if (scene.lexicon().codebook().types[candidate.act].quad < 3) return false;
  if (!scene.is_noun(candidate.act_word)) return false;
  for (const Word c : scene.tree().children(candidate.act_word)) {
    const std::string preposition = scene.preposition(c);
    if (preposition != "against" && preposition != "on" && preposition != "into") continue;
    if (scene.tree().subtree(c).contains(target.begin)) return true;
  }
  return false;
}

/// Who agrees, is willing or will yield AGREEs; what is decided or announced is a yield.
bool consents(const Scene& scene, const Candidate& candidate) {
  const std::string& lemma = scene.lemma(candidate.word());
  const auto declares = [&](const std::string& verb) {
    return is_one_of(verb, {"decide", "announce", "declare", "order", "decision", "announcement"});
  };
  if (is_one_of(lemma, {"agree", "willing", "ready", "promise", "pledge", "vow", "offer"})) return true;
  if (candidate.status != Status::future && candidate.status != Status::hypothetical) return false;
  const Word above = is_clausal(scene.deprel(candidate.frame.clause)) ? scene.head(candidate.frame.clause) : kNone;
  return !declares(lemma) && (above == kNone || !declares(scene.lemma(above)));
}

}  // namespace

std::string pair_type(const Scene& scene, const Candidate& candidate, TokenRange target) {
  const EventType& type = scene.lexicon().codebook().types[candidate.type];
  if (type.quad <= 2 && candidate.status == Status::negated) return "REJECT";
  if (type.quad == 4 && candidate.status == Status::future && !candidate.purpose) return "THREATEN";
  if (type.name == "REQUEST" && asks_others_to_punish(scene, candidate, target)) return "ACCUSE";
  const bool yields = type.name == "CONCEDE" || type.name == "RETREAT";
  if (yields && consents(scene, candidate)) return "AGREE";
  const std::string_view told = type_of_cameo(cameo_of(scene, candidate));
  if (!told.empty() && scene.lexicon().type(told) >= 0) return std::string(told);
  return type.name;
}

}  // namespace dateline
