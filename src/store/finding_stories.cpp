// A story is given out with the first of its records that is found. That it was must be known until the last of them is
// passed, and no longer: records come by day, so only the stories of one time are remembered.
#include "store/finding_stories.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "store/finding.h"

namespace dateline::store {
namespace {

/// Stories that the walk through the records has met and may meet again.
class OpenStories {
 public:
  explicit OpenStories(bool oldest_first) : sign_(oldest_first ? 1 : -1) {}

  /// The walk is at this row: stories of which it has passed the last record are forgotten.
  void pass(std::int64_t row) {
    while (!ends_.empty() && ends_.begin()->first < sign_ * row) {
      met_.erase(ends_.begin()->second);
      ends_.erase(ends_.begin());
    }
  }

  bool has(const std::string& story) const { return met_.contains(story); }

  void meet(const std::string& story, std::span<const StoredRecord> members) {
    std::int64_t end = sign_ * members.front().key;
    for (const StoredRecord& member : members) end = std::max(end, sign_ * member.key);
    met_.insert(story);
    ends_.emplace(end, story);
  }

 private:
  std::int64_t sign_;
  std::set<std::string> met_;
  std::set<std::pair<std::int64_t, std::string>> ends_;
};

}  // namespace

void each_story(const Connection& connection, Reports& reports, const StoreQuery& query,
                const std::function<bool(std::span<const StoredRecord>)>& take) {
  StoreQuery all = query;
  all.limit = 0;
  OpenStories open(query.oldest_first);
  std::size_t taken = 0;
  each_record(connection, reports, all, [&](const StoredRecord& record) {
    open.pass(record.key);
    if (!record.story.empty() && open.has(record.story)) return true;
    if (query.limit > 0 && taken++ == query.limit) return false;
    if (record.story.empty()) return take({&record, 1});
    auto members = records_of_story(connection, reports, record.story);
    open.meet(record.story, members);
    if (!query.with_rejected) std::erase_if(members, [](const StoredRecord& member) { return member.rejected; });
    return take(members);
  });
}

}  // namespace dateline::store
