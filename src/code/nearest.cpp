#include "code/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

// Chosen with the weights of candidate.h.
constexpr double kWidth = 0.05;   ///< a neighbour that is so much farther weighs less by a factor e
constexpr double kSilent = 0.85;  ///< whoever votes for nothing weighs as much as one neighbour so near

constexpr float kWorthNaming = 0.7F;  ///< of examples of different types one pair in 200 is so near

double weight_of(double similarity) { return std::exp((similarity - 1) / kWidth); }

/// The type that a neighbour tells, or -1.
int told_by(const Scene& scene, const Neighbour& neighbour) {
  const auto& examples = scene.lexicon().examples();
  return neighbour.example < examples.size() ? examples[neighbour.example].tells : -1;
}

const Neighbour* nearest_of(const Scene& scene, const Event& event) {
  const EventScores* scores = scene.scores(event.token);
  if (!scores) return nullptr;
  const int type = scene.lexicon().type(event.type);
  for (const Neighbour& n : scores->neighbours) {
    if (n.similarity >= kWorthNaming && told_by(scene, n) == type) return &n;
  }
  return nullptr;
}

}  // namespace

Vote::Vote(const Scene& scene, Word word) {
  const EventScores* scores = scene.scores(word);
  if (!scores || scores->neighbours.empty()) return;
  shares_.assign(scene.lexicon().codebook().types.size(), 0);
  double total = weight_of(kSilent);
  for (const Neighbour& n : scores->neighbours) {
    const double weight = weight_of(n.similarity);
    const int tells = told_by(scene, n);
    if (tells >= 0) shares_[static_cast<std::size_t>(tells)] += weight;
    total += weight;
  }
  for (double& share : shares_) share /= total;
}

std::vector<CitedExample> cite_examples(const Scene& scene, std::vector<Event>& events) {
  std::vector<CitedExample> cited;
  for (Event& event : events) {
    const Neighbour* nearest = nearest_of(scene, event);
    if (!nearest) continue;
    const ListedExample& listed = scene.lexicon().examples()[nearest->example];
    const std::string name = name_of(listed, scene.lexicon().codebook());
    event.because.push_back(fmt::format("example:{} {:.2f}", name, nearest->similarity));
    const auto is_it = [&](const CitedExample& c) { return c.name == name; };
    if (std::none_of(cited.begin(), cited.end(), is_it)) cited.push_back({name, listed.example->text});
  }
  return cited;
}

}  // namespace dateline
