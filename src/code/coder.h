// The code stage: events of a parsed and resolved report.
//
// Steps, in order: candidates (words whose sense and the event head's opinion
// make a type likely), what promises and demands are about, participants,
// status, claimants, PLOVER's rules on the future, joining of words that tell
// one event, then place, dates, counts, mode and confidence. Every choice
// leaves a line in because[].
#pragma once

#include <dateline/codebook.h>
#include <dateline/evidence.h>
#include <dateline/report.h>

#include <string>
#include <vector>

#include "code/lexicon.h"

namespace dateline {

class Knowledge;

/// Immutable; safe to share between threads. The same report gives the same events, wherever and whenever.
class Coder {
 public:
  /// Codebook and knowledge must outlive the coder.
  Coder(const Codebook& codebook, const Knowledge& knowledge, Evidence evidence = {});
  /// Without knowledge of the world: countries of bare places keep their place's name. For tests.
  explicit Coder(const Codebook& codebook);

  /// Fills report.events, report.cited and report.attributions. The report must be parsed; whatever mentions it has are
  /// used.
  void code(Report& report) const;

  /// The type held for what `source` does to `target`, spans of the coded report's text; never empty.
  std::string type_between(const Report& coded, Span source, Span target) const;

 private:
  Lexicon lexicon_;
  const Knowledge* knowledge_ = nullptr;
  Evidence evidence_;
};

}  // namespace dateline
