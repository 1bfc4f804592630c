// CAMEO codes of records: rules in a file of their own beside the codebook.
#pragma once

#include <dateline/codebook.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Reads the rules. Throws Error(bad_codebook) that names file and line.
std::vector<CameoRule> read_cameo(std::string_view text, const std::string& file);

/// The code of a record whose `cameo` holds what its sense, mode or type gives: that code or a deeper one.
std::string cameo_code(const Codebook& codebook, const Event& event);

}  // namespace dateline
