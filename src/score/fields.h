// How right a record that answers a gold event is, field by field.
#pragma once

#include <dateline/report.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "score/gold.h"

namespace dateline::score {

/// Right and scored, by name of the field.
using FieldScores = std::map<std::string, std::pair<std::size_t, std::size_t>>;

/// Fields of the event that the record has right, of those that are scored.
void score_fields(const GoldEvent& event, const Report& report, const Event& record, FieldScores& fields);

/// Names agree if they are equal or one is the other and more words: "Kursk", "Kursk Oblast".
bool same_name(std::string_view a, std::string_view b);

/// Value and role agree; without a role the unit, without a value the words.
bool same_count(const GoldCount& gold, const Count& count, const Report& report);

/// Do the triggers share a character?
bool same_trigger(const GoldEvent& event, const Event& record);

template <typename T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace dateline::score
