// The codebook's examples as one list. Their numbers in it are those of Report::example and Neighbour::example.
#pragma once

#include <dateline/codebook.h>
#include <dateline/report.h>

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

struct ListedExample {
  const EventType* type = nullptr;  ///< where it stands
  const Example* example = nullptr;
  bool near_miss = false;
  int tells = -1;  ///< index of the type that its trigger tells; -1: no event
};

/// Type by type, a type's examples before its near misses. The list points into the codebook.
std::vector<ListedExample> list_examples(const Codebook& codebook);

/// CRC-32 of what an index depends on: texts, triggers and types. Senses, modes and words about types may change.
std::uint32_t checksum_of(const std::vector<ListedExample>& examples);

/// "ASSAULT#1234": the type that it tells (`none`: no event) and its line in the codebook.
std::string name_of(const ListedExample& listed, const Codebook& codebook);

/// The text as a report.
Report report_of(const Example& example);

}  // namespace dateline
