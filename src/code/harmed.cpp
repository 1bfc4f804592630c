#include "code/harmed.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

/// Is the word a participle that tells of harm done: "destroyed", "hit"?
bool is_harmed(const Scene& scene, Word verb) {
  constexpr std::string_view kHarm[] = {"kill",   "injure",   "wound",     "hurt",   "damage", "destroy", "hit",
                                        "burn",   "displace", "kidnap",    "abduct", "raze",   "ruin",    "level",
                                        "strike", "capture",  "devastate", "behead", "maim",   "target"};
  return scene.token(verb).xpos == "VBN" &&
         std::find(std::begin(kHarm), std::end(kHarm), scene.lemma(verb)) != std::end(kHarm);
}

bool is_in(const Scene& scene, Word noun) {
  constexpr std::string_view kIn[] = {"in", "during", "by", "from"};
  const std::string preposition = scene.preposition(noun);
  return is_relation(scene.deprel(noun), "obl") &&
         std::find(std::begin(kIn), std::end(kIn), preposition) != std::end(kIn);
}

}  // namespace

bool is_fight(const Scene& scene, Word noun) {
  constexpr std::string_view kFights[] = {"clash",    "fighting",  "fight",    "skirmish",  "battle",
                                          "shootout", "firefight", "gunfight", "gunbattle", "encounter"};
  return std::find(std::begin(kFights), std::end(kFights), scene.lemma(noun)) != std::end(kFights);
}

Actors harmed_in(const Scene& scene, Word noun) {
  const Word verb = scene.head(noun);
  if (verb == kNone || is_fight(scene, noun) || !is_in(scene, noun) || !is_harmed(scene, verb)) return {};
  Word victim = scene.tree().child(verb, "nsubj:pass");
  if (victim == kNone && is_relation(scene.deprel(verb), "acl")) victim = scene.head(verb);
  if (victim == kNone) return {};
  Actors actors;
  for (const Word w : with_conjuncts(scene, victim)) add_actors(actors, thing_of(scene, w));
  return actors;
}

}  // namespace dateline
