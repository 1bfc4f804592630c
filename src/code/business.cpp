// A company's own business is no event between actors: jobs cut, shops to be closed, a service ended. (A strike, a fine
// or a tariff is; so is what a company does to a state.)
#include <algorithm>

#include "code/rules.h"

namespace dateline {
namespace {

constexpr double kBusiness = 0.4;

bool is_company(const Actor& actor) { return actor.sector == "BUS" || actor.sector == "MNC"; }

bool is_own_business(const Scene& scene, const Candidate& candidate) {
  if (scene.lexicon().codebook().types[candidate.type].name != "THREATEN" || candidate.actors.empty()) return false;
  const auto is_inside = [](const Actor& a) { return is_company(a) || a.sector == "LAB"; };
  return std::all_of(candidate.actors.begin(), candidate.actors.end(), is_company) &&
         std::all_of(candidate.recipients.begin(), candidate.recipients.end(), is_inside);
}

}  // namespace

void discount_own_business(const Scene& scene, std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    if (!is_own_business(scene, candidate)) continue;
    candidate.score *= kBusiness;
    candidate.because.push_back("rule:a company's own business");
  }
}

}  // namespace dateline
