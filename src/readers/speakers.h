// Speakers of a broadcast transcript.
#pragma once

#include <dateline/report.h>

#include <vector>

namespace dateline {

/// Cuts `body` into one segment a speaker's turn: labels such as "Anchor:" or "JANE DOE:" stand between
/// them, hand-overs ("Jane Doe reports.") and sign-offs ("Jane Doe, Radio One News.") are left out and name the
/// reporter and, if it is still empty, report.publisher. One segment without role if the text is no transcript.
/// With `any_name` a line's start "Name Name:" is a label too.
std::vector<Segment> speaker_segments(Report& report, Span body, bool any_name);

}  // namespace dateline
