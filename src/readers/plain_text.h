// The layout of a report's text: which parts are told by whom, and which are
// no part of the telling (date and photo lines, speaker labels, sign-offs).
#pragma once

#include <dateline/report.h>

namespace dateline {

/// Fills segments, paragraphs and, where the text says them and they are still empty, published, publisher
/// and speakers. `report.text` must be valid UTF-8. With `transcript` any "Name:" at a line's start is a
/// speaker; otherwise the text must look like a broadcast transcript for that.
void lay_out(Report& report, bool transcript = false);

}  // namespace dateline
