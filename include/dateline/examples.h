// A codebook's examples as tests: is each one coded as it is marked?
#pragma once

#include <dateline/codebook.h>
#include <dateline/engine.h>

#include <string>
#include <vector>

namespace dateline {

/// What became of one example or near miss.
struct ExampleOutcome {
  const EventType* type = nullptr;  ///< where it stands in the codebook
  const Example* example = nullptr;
  bool near_miss = false;
  bool type_right = false;    ///< example: a record of the type at the trigger; near miss: none of the type there
  bool status_right = false;  ///< the rest: examples with the right type only
  bool actors_right = false;  ///< every marked actor is among the record's actors, and no other words are
  bool recipients_right = false;
  bool mode_right = false;
  std::string got;  ///< the records of the sentence in one line
};

/// Codes every example of `codebook` with `engine`, which must have been made with the same codebook. The
/// outcomes point into `codebook`.
std::vector<ExampleOutcome> run_examples(const Engine& engine, const Codebook& codebook);

}  // namespace dateline
