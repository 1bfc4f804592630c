// What people decided: marks on fields of records, and which records tell of one event. A decision belongs to a text
// and the place of the trigger in it, and a mark also to the value that was judged; so it holds again for whatever
// record says the same after coding again.
#pragma once

#include <dateline/store.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/sqlite.h"
#include "store/tables.h"

namespace dateline::store {

/// A current record's row.
struct RecordRow {
  std::int64_t row = 0;
  std::int64_t text = 0;
  std::size_t position = 0;
};
std::vector<RecordRow> rows_with_id(const Connection& connection, std::string_view id);

void mark(const Connection& connection, Tables& tables, const Mark& mark);
bool unmark(const Connection& connection, Tables& tables, std::string_view record, std::string_view field);
std::vector<Mark> marks(const Connection& connection, Tables& tables);
std::vector<Mark> marks_on(const Connection& connection, Tables& tables, const StoredRecord& record);
/// How many of the text's marks hold for the report as it is coded, and how many do not.
std::pair<std::size_t, std::size_t> marks_that_hold(const Connection& connection, std::int64_t text,
                                                    const Report& report);

void decide(const Connection& connection, Tables& tables, const StoryDecision& decision);
void split(const Connection& connection, Tables& tables, std::span<const std::string> records);
void join(const Connection& connection, Tables& tables, std::string_view first, std::string_view second);
std::vector<StoryDecision> story_decisions(const Connection& connection, Tables& tables);

}  // namespace dateline::store
