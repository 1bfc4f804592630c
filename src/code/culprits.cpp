#include "code/culprits.h"

#include <algorithm>
#include <array>

#include "code/participants.h"

namespace dateline {
namespace {

bool is_plural(const Scene& scene, Word word) { return scene.has_feature(word, "Number=Plur"); }

/// "A man", "two teenagers": words that say of people only that they are some.
bool is_anybody(const Scene& scene, Word word) {
  constexpr std::array<std::string_view, 20> kWords = {
      "man",   "woman", "person", "people",  "individual", "boy",    "girl",   "teenager", "teen",     "youth",
      "adult", "male",  "female", "brother", "sister",     "father", "mother", "son",      "daughter", "driver"};
  return std::find(kWords.begin(), kWords.end(), scene.lemma(word)) != kWords.end();
}

/// A person by name of whom the tables and the sentence know no role.
bool is_somebody(const Scene& scene, const Actor& actor, Word word) {
  const Name* name = scene.name(word);
  return name && name->kind == NameKind::person && actor.id.empty();
}

void blame(const Scene& scene, std::vector<Actor>& actors, bool crowds) {
  for (Actor& actor : actors) {
    if (actor.sector != "CVL" && (!actor.sector.empty() || actor.name.empty())) continue;
    const Word head = head_word(scene, actor.span);
    if (head == kNone || (!crowds && is_plural(scene, head))) continue;
    if (is_anybody(scene, head) || is_somebody(scene, actor, head)) actor.sector = "CRM";
  }
}

}  // namespace

void name_culprits(const Scene& scene, Event& event) {
  if (event.mode == "convict") blame(scene, event.recipients, true);
  if (event.mode == "arrest") blame(scene, event.recipients, false);
  if (event.type == "ASSAULT") blame(scene, event.actors, true);
}

}  // namespace dateline
