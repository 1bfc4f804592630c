#include "code/same_party.h"

#include <algorithm>

namespace dateline {
namespace {

bool holds(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

/// "Iranian" beside "Iranian ambassadors", "Ukraine" beside "the government of Ukraine": a country that only says whose
/// the other is.
bool is_owner_of(const Scene& scene, const Actor& country, const Actor& other) {
  if (country.country.empty() || !country.sector.empty()) return false;
  if (other.sector.empty() || country.country != other.country) return false;
  if (holds(other.span, country.span)) return true;
  const Word head = head_word(scene, other.span), owner = head_word(scene, country.span);
  return head != kNone && owner != kNone && scene.tree().subtree(head).contains(owner) && scene.head(owner) == head;
}

/// "energy corporation" beside its name "Chevron".
bool is_named_by(const Scene& scene, const Actor& common, const Actor& name) {
  const Word noun = head_word(scene, common.span), proper = head_word(scene, name.span);
  if (noun == kNone || proper == kNone || noun == proper || scene.upos(noun) != Upos::NOUN) return false;
  if (scene.upos(proper) != Upos::PROPN || common.country != name.country) return false;
  const auto names = [&](Word a, Word b) {
    return scene.head(a) == b && (is_relation(scene.deprel(a), "appos") || is_relation(scene.deprel(a), "compound"));
  };
  return names(proper, noun) || names(noun, proper);
}

bool is_repeated(const Scene& scene, const Actor& actor, const Actor& other) {
  return is_owner_of(scene, actor, other) || is_named_by(scene, actor, other);
}

}  // namespace

void drop_repeated(const Scene& scene, Actors& actors) {
  const Actors all = actors;
  std::erase_if(actors, [&](const Actor& actor) {
    return std::any_of(all.begin(), all.end(), [&](const Actor& other) {
      return other.span != actor.span && is_repeated(scene, actor, other);
    });
  });
}

}  // namespace dateline
