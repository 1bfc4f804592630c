// The resolve stage: what the words of a parsed report mean. It adds mentions
// with the actors that they stand for, places with coordinates, dates, and
// counts (dateline/report.h), and changes nothing that is there.
#pragma once

#include <dateline/report.h>

#include "knowledge/knowledge.h"

namespace dateline {

/// Immutable: any number of threads may call resolve() at once, each with its own report.
class Resolver {
 public:
  /// `knowledge` must outlive the resolver.
  explicit Resolver(const Knowledge& knowledge) : knowledge_(&knowledge) {}

  /// Replaces mentions, places, times and quantities. The report must be parsed.
  void resolve(Report& report) const;

 private:
  const Knowledge* knowledge_;
};

}  // namespace dateline
