// Whom the event itself makes a criminal (PLOVER's sector CRM): people of whom
// the report tells nothing else than that they were convicted, arrested or
// killed somebody.
#pragma once

#include "code/scene.h"

namespace dateline {

/// Turns CVL and unknown sectors of such people into CRM. Crowds and groups with a role of their own keep theirs.
void name_culprits(const Scene& scene, Event& event);

}  // namespace dateline
