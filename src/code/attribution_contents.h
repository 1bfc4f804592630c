// Where a cue's content stands: the rules of attributions.h on the tree.
#pragma once

#include <vector>

#include "code/scene.h"

namespace dateline {

/// Words of the content, in pieces; empty if the cue has none.
using Contents = std::vector<TokenRange>;

Contents content_of_verb(const Scene& scene, Word verb);
Contents content_of_adjective(const Scene& scene, Word adjective);
Contents content_of_noun(const Scene& scene, Word noun);
/// The clause that an adjunct ("according to X", "as X said") stands in, without it.
Contents content_beside(const Scene& scene, Word adjunct);

}  // namespace dateline
