// The fields of a record as short texts: what a person's decision was about, and what coding again has changed.
#pragma once

#include <dateline/event.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::store {

/// Fields on which a decision can be made, "record" first.
std::span<const std::string_view> fields();
bool is_field(std::string_view name);

/// What the event says in that field; of "record": its type. Empty if it says nothing there.
std::string field_text(const Event& event, std::string_view field);

/// Fields in which the two differ, confidence and reasons included, in the words of the record format.
std::vector<std::string> differences(const Event& before, const Event& after);

}  // namespace dateline::store
