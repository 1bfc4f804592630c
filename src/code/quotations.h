// Stretches of direct speech, by their quotation marks.
#pragma once

#include <dateline/report.h>

#include <vector>

namespace dateline {

/// The quotations of a report, marks included, in text order. A quotation that a paragraph leaves open ends with the
/// paragraph. Straight and curly double marks and doubled single ones open and close; an apostrophe never does.
std::vector<Span> find_quotations(const Report& report);

}  // namespace dateline
