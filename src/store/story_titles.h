// A short title for a story, made from the fields of its fullest record.
#pragma once

#include <dateline/report.h>

#include <string>
#include <string_view>

namespace dateline::store {

/// "PRK → RUS: 6,000 personnel pledged for Kursk, 4 June 2025".
std::string story_title(const Report& report, const Event& event);

/// A plain word for what happened: "kidnapping". Types of other codebooks are their own names in small letters.
std::string plain_word(std::string_view type, std::string_view mode);

/// "6,000 troops", "40 to 50 houses", "at least 20 people".
std::string figure_text(const Count& count);

}  // namespace dateline::store
