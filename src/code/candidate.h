// Candidates: words that may tell an event, each with the type that the
// codebook's senses, its nearest examples and the event head agree on best.
//
// Score: L is the strength of the best sense of the type in its frame (0.05
// where the codebook has none), P the event head's probability of the type, V
// the share that the nearest examples give it, E the event head's probability of
// any event at all. Without an event head the score is L. With one, logit(score) =
// a logit(L) + b logit(P) + c logit(V) + e logit(E) + d (c is 0 without
// neighbours): each can carry a candidate that the others find possible,
// none can carry one that the others rule out. Records and questions about given
// pairs weigh them apart: the head has learned what is an event at all, which a
// given pair does not ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "code/match.h"
#include "code/participants.h"

namespace dateline {

struct Candidate {
  Frame frame;
  Match match;         ///< trigger at least; `sense` is meaningful if `lexical` > 0
  int type = -1;       ///< index in Codebook::types
  double lexical = 0;  ///< 0: no sense of the codebook
  double head = -1;    ///< event head's probability, -1 without one
  double vote = -1;    ///< share of the nearest examples, -1 without any
  double score = 0;
  // filled while coding
  int act = -1;  ///< type of what is promised, demanded, threatened, refused
  Word act_word = kNone;
  Status status = Status::actual;
  bool purpose = false;  ///< told only as what something is for
  bool ahead = false;    ///< lies in the future, denied or not
  Actors actors, recipients;
  std::vector<Source> sources;
  std::vector<Frame> joined;  ///< of weaker words that tell the same event
  bool dropped = false;
  std::vector<std::string> because;

  Word word() const { return frame.word; }
};

/// The a, b, c, e and d of the formula.
struct Weights {
  double lexical;
  double head;
  double vote;  ///< of the neighbours
  double any;
  double offset;
  double least_head;  ///< where a sense and its frame fit well, P counts as at least this share of L
  double least_rare;  ///< the same for types that the annotated news seldom tells, of which the head knows little
};
inline constexpr Weights kRecordWeights{0.3,   0.9,  0.2, 0.2,
                                        -0.68, 0.05, 0.2};  // chosen on the dev parts of the annotation
inline constexpr Weights kPairWeights{0.5, 0.35, 0.3, 0.25, -0.2, 0.3, 0.7};  // chosen on PLV dev

inline constexpr double kSureHead = 0.9;  ///< what the event head tells so surely stands against the rules of thumb

/// The sense that a candidate rests on, or null.
const CompiledSense* sense_of(const Scene& scene, const Candidate& candidate);

/// Candidates of one word, best first, one a type; those below `least` are left out.
std::vector<Candidate> candidates_of(const Scene& scene, Word word, double least, const Weights& weights);

/// The best candidate of every word of the report that reaches `least`, in text order.
std::vector<Candidate> find_candidates(const Scene& scene, double least, const Weights& weights);

}  // namespace dateline
