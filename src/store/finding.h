// Reading records, reports, publications and stories.
#pragma once

#include <dateline/store.h>

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "store/reports.h"
#include "store/sqlite.h"

namespace dateline::store {

void each_record(const Connection& connection, Reports& reports, const StoreQuery& query,
                 const std::function<bool(const StoredRecord&)>& take);
void each_report(const Connection& connection, Reports& reports, const std::function<bool(const Report&)>& take);
std::vector<StoredRecord> records_with_id(const Connection& connection, Reports& reports, std::string_view id);
std::vector<Publication> publications_of(const Connection& connection, std::int64_t record);
std::vector<Report> versions_of(const Connection& connection, Reports& reports, std::int64_t record);

std::vector<Report> stale_reports(const Connection& connection, Reports& reports, std::string_view coder,
                                  std::size_t limit);
std::size_t stale_count(const Connection& connection, std::string_view coder);

std::optional<Story> story_with_id(const Connection& connection, std::string_view id);
std::vector<Story> stories(const Connection& connection, const StoryQuery& query);
std::vector<StoredRecord> records_of_story(const Connection& connection, Reports& reports, std::string_view story);

}  // namespace dateline::store
