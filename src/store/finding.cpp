#include "store/finding.h"

#include <optional>
#include <set>
#include <string>
#include <unordered_set>

#include "store/identity.h"
#include "store/query.h"

namespace dateline::store {
namespace {

// What a StoredRecord is made of, and the place for a second look.
constexpr std::string_view kColumns = "r.id, r.text, r.position, r.code, r.rejected, r.place, m.story";
constexpr std::string_view kStory = " LEFT JOIN story_member m ON m.record = r.id ";

StoredRecord record_of(const Statement& row, Reports& reports) {
  StoredRecord out;
  out.key = row.integer(0);
  out.id = id_of(row.integer(3));
  out.index = static_cast<std::size_t>(row.integer(2));
  out.rejected = row.integer(4) != 0;
  if (!row.is_null(6)) out.story = story_id(row.integer(6));
  out.report = reports.shared(row.integer(1));
  event_in(*out.report, out.index);  // is there
  return out;
}

std::vector<StoredRecord> all_of(Rows rows, Reports& reports) {
  std::vector<StoredRecord> out;
  while (rows.next()) out.push_back(record_of(*rows, reports));
  return out;
}

std::string sql_of(const Plan& plan, bool oldest_first) {
  const std::string order = oldest_first ? "" : " DESC";
  const std::string columns(kColumns);
  const std::string story(kStory);
  if (plan.words.empty())
    return "SELECT " + columns + " FROM record r" + story + "WHERE r.id BETWEEN ?1 AND ?2 ORDER BY r.id" + order;
  return "SELECT " + columns + " FROM record_words w CROSS JOIN record r ON r.id = w.rowid" + story +
         "WHERE record_words MATCH ?3 AND w.rowid BETWEEN ?1 AND ?2 ORDER BY w.rowid" + order;
}

bool passes(const Statement& row, const Plan& plan, const StoreQuery& query) {
  if (row.integer(4) != 0 && !query.with_rejected) return false;
  return !plan.places || plan.places->contains(row.is_null(5) ? -1 : row.integer(5));
}

std::int64_t text_of(const Connection& connection, std::int64_t record) {
  return connection.prepare("SELECT text FROM record WHERE id = ?").first(record).value_or(0);
}

/// Rows of kColumns for which the question holds, until `take` returns false.
template <typename Take>
void each_row(const Connection& connection, const StoreQuery& query, Take take) {
  const Plan plan = plan_of(query, connection);
  if (plan.first > plan.last) return;
  Statement statement = connection.prepare(sql_of(plan, query.oldest_first));
  Rows rows =
      plan.words.empty() ? statement.rows(plan.first, plan.last) : statement.rows(plan.first, plan.last, plan.words);
  while (rows.next()) {
    if (passes(*rows, plan, query) && !take(*rows)) return;
  }
}

constexpr std::string_view kStoryColumns =
    "SELECT id, title, first, last, (SELECT count(*) FROM story_member m WHERE m.story = story.id) FROM story ";

Story story_of(const Statement& row) {
  Story out;
  out.id = story_id(row.integer(0));
  out.title = row.text(1);
  if (!row.is_null(2)) out.first = day_of(row.integer(2));
  if (!row.is_null(3)) out.last = day_of(row.integer(3));
  out.records = static_cast<std::size_t>(row.integer(4));
  return out;
}

}  // namespace

void each_record(const Connection& connection, Reports& reports, const StoreQuery& query,
                 const std::function<bool(const StoredRecord&)>& take) {
  std::size_t taken = 0;
  each_row(connection, query, [&](const Statement& row) {
    if (query.limit > 0 && taken == query.limit) return false;
    ++taken;
    return take(record_of(row, reports));
  });
}

void each_report(const Connection& connection, Reports& reports, const std::function<bool(const Report&)>& take) {
  Statement statement = connection.prepare("SELECT id FROM text WHERE current = 1 ORDER BY id");
  Rows rows = statement.rows();
  while (rows.next() && take(reports.coded(rows->integer(0)))) continue;
}

std::vector<StoredRecord> records_with_id(const Connection& connection, Reports& reports, std::string_view id) {
  if (!is_record_id(id)) return {};
  Statement statement = connection.prepare("SELECT " + std::string(kColumns) + " FROM record r" + std::string(kStory) +
                                           "WHERE r.code = ? ORDER BY r.id");
  return all_of(statement.rows(code_of(id)), reports);
}

std::vector<Publication> publications_of(const Connection& connection, std::int64_t record) {
  Statement statement = connection.prepare("SELECT p.replaced_by, " + std::string(kPublicationColumns) +
                                           " WHERE p.text = ? ORDER BY p.id");
  Rows rows = statement.rows(text_of(connection, record));
  std::vector<Publication> out;
  while (rows.next()) {
    Report report;
    read_publication(*rows, 1, report);
    out.push_back({report.id, report.url, report.title, report.publisher, report.published, !rows->is_null(0)});
  }
  return out;
}

std::vector<Report> versions_of(const Connection& connection, Reports& reports, std::int64_t record) {
  Statement statement = connection.prepare(
      "SELECT DISTINCT other.text FROM publication mine JOIN publication other ON other.identity = mine.identity "
      "WHERE mine.text = ?1 AND other.text <> ?1 ORDER BY other.text");
  std::vector<Report> out;
  for (const std::int64_t text : integers(statement.rows(text_of(connection, record))))
    out.push_back(reports.coded(text));
  return out;
}

std::vector<Report> stale_reports(const Connection& connection, Reports& reports, std::string_view coder,
                                  std::size_t limit) {
  Statement others = connection.prepare("SELECT id FROM coder WHERE fingerprint <> ? ORDER BY id");
  Statement texts = connection.prepare("SELECT id FROM text WHERE coder = ? AND current = 1 ORDER BY id LIMIT ?");
  std::vector<Report> out;
  for (const std::int64_t other : integers(others.rows(coder))) {
    for (const std::int64_t text : integers(texts.rows(other, limit - out.size())))
      out.push_back(reports.as_read(text));
  }
  return out;
}

std::size_t stale_count(const Connection& connection, std::string_view coder) {
  Statement statement = connection.prepare(
      "SELECT count(*) FROM text WHERE current = 1 AND coder IN (SELECT id FROM coder WHERE fingerprint <> ?)");
  return static_cast<std::size_t>(statement.first(coder).value_or(0));
}

std::optional<Story> story_with_id(const Connection& connection, std::string_view id) {
  const auto row = story_row(id);
  if (!row) return std::nullopt;
  Statement statement = connection.prepare(std::string(kStoryColumns) + "WHERE id = ?");
  Rows rows = statement.rows(*row);
  return rows.next() ? std::optional(story_of(*rows)) : std::nullopt;
}

std::vector<Story> stories(const Connection& connection, const StoryQuery& query) {
  Statement by_id = connection.prepare(std::string(kStoryColumns) + "WHERE id = ?");
  std::vector<Story> out;
  std::unordered_set<std::int64_t> seen;
  StoreQuery records = query.records;
  records.since = query.since;
  records.until = query.until;
  records.limit = 0;
  each_row(connection, records, [&](const Statement& record) {
    if (record.is_null(6) || !seen.insert(record.integer(6)).second) return true;
    Rows rows = by_id.rows(record.integer(6));
    if (rows.next()) out.push_back(story_of(*rows));
    return query.limit == 0 || out.size() < query.limit;
  });
  return out;
}

std::vector<StoredRecord> records_of_story(const Connection& connection, Reports& reports, std::string_view story) {
  Statement statement = connection.prepare("SELECT " + std::string(kColumns) + " FROM record r" +
                                           " JOIN story_member m ON m.record = r.id WHERE m.story = ? ORDER BY r.id");
  return all_of(statement.rows(story_row(story)), reports);
}

}  // namespace dateline::store
