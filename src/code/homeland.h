// Where people without a stated country belong. PLOVER codes domestic actors by
// country: gunmen, protesters, victims are of the country of the event, if
// nothing in the text says otherwise.
#pragma once

#include "code/scene.h"

namespace dateline {

/// Gives participants without a country that of the event's place, else of a place of its sentence, else of the other
/// side. International bodies, companies that work everywhere, and whoever is named but unknown keep none.
void settle_countries(const Scene& scene, Event& event);

}  // namespace dateline
