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

/// Codes every example of `codebook` with `engine`, which must have been made with the same codebook; no example is
/// its own neighbour. The outcomes point into `codebook`.
std::vector<ExampleOutcome> run_examples(const Engine& engine, const Codebook& codebook);

/// What came of indexing a codebook's examples.
struct IndexOutcome {
  std::size_t examples = 0;  ///< in the index
  std::size_t left_out = 0;  ///< those whose trigger the model does not take for a word that can be one
};

/// Writes the index by which the coder finds the examples nearest to a word (docs/formats/neighbours.md). `output`
/// empty: beside the codebook. Throws Error(file_unwritable), and what Engine throws.
IndexOutcome index_examples(const EngineOptions& options, std::filesystem::path output = {});

}  // namespace dateline
