#include "code/opposed.h"

#include <string_view>

#include "knowledge/knowledge.h"

namespace dateline {
namespace {

constexpr std::string_view kAnti = "anti-";

/// A country, a body by its name or its kind ("government", "police"); nobody where the rest is a thing ("anti-war").
Actors opposed(const Scene& scene, const Token& token, std::string_view rest) {
  const Knowledge* knowledge = scene.knowledge();
  if (!knowledge) return {};
  Actor actor;
  actor.span = token.span;
  actor.name = std::string(rest);
  if (const auto countries = knowledge->countries(rest); countries.size() == 1) {
    actor.country = countries.front().code;
    actor.id = countries.front().id;
  } else if (const auto bodies = knowledge->organisations(rest); !bodies.empty()) {
    actor.country = bodies.front().country;
    actor.sector = bodies.front().role();
    actor.id = bodies.front().id;
  } else {
    actor.sector = knowledge->role(rest).sector;
    if (actor.sector.empty()) return {};
  }
  return {actor};
}

}  // namespace

Actors opposed_by_prefix(const Scene& scene, Word noun) {
  for (const Word c : scene.tree().children(noun)) {
    const std::string_view text = scene.report().slice(scene.token(c).span);
    if (c < noun && text.size() > kAnti.size() && (text.starts_with(kAnti) || text.starts_with("Anti-")))
      return opposed(scene, scene.token(c), text.substr(kAnti.size()));
  }
  return {};
}

}  // namespace dateline
