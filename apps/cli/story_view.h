// Stories for people and programs.
#pragma once

#include <dateline/store.h>

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace dateline::cli {

/// A few lines: title, when, how many sources, who confirms, who denies, which figures.
std::string story_table(const StoryAccount& account);
/// Every claim with the sentences that make it.
std::string claims_table(const StoryAccount& account);

/// The same as one line of JSON; `with_claims`: each claim with its records.
std::string story_json(const StoryAccount& account, bool with_claims);

/// In one line, for `show`: "s12  title  (3 records, 2 sources)".
std::string story_line(const StoryAccount& account);

}  // namespace dateline::cli
