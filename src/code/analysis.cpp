#include "code/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "code/arguments.h"
#include "code/claimants.h"
#include "code/roles.h"
#include "code/rules.h"
#include "code/status.h"

namespace dateline {
namespace {

constexpr double kWeakest = 0.10;  ///< kept for acts and pairs
constexpr double kPurpose = 0.45;  ///< what something is for has not happened by itself

constexpr float kSureStatus = 0.5F;  ///< of the status head, where no rule speaks

constexpr std::chrono::days kNews{14};  ///< what is dated within so many days before the report is news

/// "who was detained on Monday": a date of these days.
bool is_dated_as_news(const Scene& scene, const Candidate& candidate) {
  const auto& published = scene.report().published;
  if (!published) return false;
  const auto is_news = [&](Word c) {
    const TimeMention* time = scene.time(c);
    return time && time->date.precision != DatePrecision::unknown &&
           std::chrono::sys_days(time->date.start) + kNews >= std::chrono::sys_days(*published);
  };
  const auto& own = scene.tree().children(candidate.word());
  return std::any_of(own.begin(), own.end(), is_news);
}

/// Background that no word marks ("police freed hostages taken at the festival"): the status head knows it from real
/// news.
void ask_status_head(const Scene& scene, Candidate& candidate) {
  const EventScores* scores = scene.scores(candidate.word());
  if (!scores || scores->status.empty() || candidate.status != Status::actual) return;
  const float historical = scores->status[static_cast<std::size_t>(Status::historical)];
  if (historical < kSureStatus || is_dated_as_news(scene, candidate)) return;
  candidate.status = Status::historical;
  candidate.because.push_back("head:historical");
}

void find_fate(const Scene& scene, Candidate& candidate) {
  const StatusFinding finding = find_status(scene, candidate.frame);
  candidate.status = finding.status;
  candidate.ahead = finding.ahead;
  candidate.purpose = finding.purpose;
  const CompiledSense* sense = sense_of(scene, candidate);
  if (sense && sense->sense->status && candidate.status == Status::actual) candidate.status = *sense->sense->status;
  if (finding.purpose) candidate.score *= kPurpose;
  if (!finding.rule.empty()) candidate.because.push_back("status:" + finding.rule);
  if (finding.rule.empty()) ask_status_head(scene, candidate);
}

void explain(const Scene& scene, Candidate& candidate) {
  const std::string& type = scene.lexicon().codebook().types[candidate.type].name;
  if (const CompiledSense* sense = sense_of(scene, candidate)) {
    candidate.because.push_back(fmt::format("sense:{}.{} {:.2f}", type, sense->sense->id, candidate.lexical));
  }
  if (candidate.head >= 0) candidate.because.push_back(fmt::format("head:{} {:.2f}", type, candidate.head));
}

}  // namespace

std::vector<Candidate> analyse(const Scene& scene, const Weights& weights) {
  std::vector<Candidate> candidates = find_candidates(scene, kWeakest, weights);
  for (Candidate& candidate : candidates) {
    explain(scene, candidate);
    candidate.sources = find_sources(scene, candidate.frame.clause);
    reconcile_sources(scene, candidate);
    fill_participants(scene, candidate);
    apply_help(scene, candidate);
    apply_inquiry(scene, candidate);
    apply_joint(scene, candidate);
    find_fate(scene, candidate);
  }
  discount_carriers(scene, candidates);
  discount_accidents(scene, candidates);
  discount_own_claims(scene, candidates);
  apply_obligation(scene, candidates);
  find_acts(scene, candidates, candidates);
  for (Candidate& candidate : candidates) apply_order(scene, candidate);
  for (Candidate& candidate : candidates)
    complete_participants(scene, candidate, candidate_at(candidates, candidate.act_word));
  apply_charges(scene, candidates);
  apply_perpetrators(scene, candidates);
  for (Candidate& candidate : candidates) apply_future(scene, candidate);
  discount_own_business(scene, candidates);
  return candidates;
}

}  // namespace dateline
