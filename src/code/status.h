// Did it happen? The status of an event from the words around its predicate and
// above it: tense, modals, negation, conditions, verbs that carry their
// complement into the future (intend), leave it open (fear) or deny it (prevent),
// and dates long before the report's.
//
// Where several hold, the one that takes most away wins: negated, hypothetical,
// future, historical, actual. Past tenses under a past verb of saying are
// shifted by English grammar and say nothing ("said it would send" is future,
// "said it had attacked" is not background).
#pragma once

#include <string>

#include "code/frame.h"

namespace dateline {

struct StatusFinding {
  Status status = Status::actual;
  std::string rule;        ///< what decided, for because[]: "modal:may"
  bool ahead = false;      ///< lies in the future, whatever else holds ("will not lift": negated and ahead)
  bool purpose = false;    ///< an infinitive of purpose: told only as what something is for
  Word intention = kNone;  ///< the verb or noun that carries it into the future, if any
};

StatusFinding find_status(const Scene& scene, const Frame& frame);

}  // namespace dateline
