// What a record is about, whatever its type: the codebook's contexts.
#pragma once

#include <string>
#include <vector>

#include "code/scene.h"

namespace dateline {

/// Fills Codebook::context_phrases.
void index_contexts(Codebook& codebook);

/// Names of the likeliest contexts of a record that has its type, mode and participants; at most three, likeliest
/// first.
std::vector<std::string> find_contexts(const Scene& scene, const Event& event);

/// The codes that follow from all the rest: contexts, then CAMEO.
void add_codes(const Scene& scene, Event& event);

}  // namespace dateline
