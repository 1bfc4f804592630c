// Small worlds resolved with the project's own tables.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "resolve/resolver.h"
#include "small_world.h"

namespace dateline {

/// The small world of `lines`, published on 2025-06-18, with all that the resolver adds.
Report resolved(const char* lines);

/// "Seoul" to "South Korea/KOR/GOV"; several actors joined by "+". Of equal texts the last one counts.
std::map<std::string, std::string> actors_of(const Report& report);

}  // namespace dateline
