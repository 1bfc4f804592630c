#include "store/reports.h"

#include <algorithm>

#include "store/blobs.h"
#include "store/identity.h"

namespace dateline::store {

Reports::Reports(const Connection& connection)
    : blobs_(connection.prepare("SELECT reading, coding FROM text WHERE id = ?")),
      first_publication_(
          connection.prepare("SELECT " + std::string(kPublicationColumns) + " WHERE p.text = ? ORDER BY p.id LIMIT 1")),
      by_hash_(connection.prepare("SELECT id FROM text WHERE hash = ? ORDER BY id")),
      reading_(connection.prepare("SELECT reading FROM text WHERE id = ?")) {}

Report Reports::as_read(std::int64_t text) {
  Report report;
  load(text, report, false);
  return report;
}

Report Reports::coded(std::int64_t text) {
  Report report;
  load(text, report, true);
  return report;
}

std::shared_ptr<const Report> Reports::shared(std::int64_t text) {
  constexpr std::size_t kRemembered = 64;
  const auto known = std::find_if(recent_.begin(), recent_.end(), [&](const auto& x) { return x.first == text; });
  if (known != recent_.end()) return known->second;
  if (recent_.size() == kRemembered) recent_.erase(recent_.begin());
  recent_.emplace_back(text, std::make_shared<const Report>(coded(text)));
  return recent_.back().second;
}

void Reports::load(std::int64_t text, Report& report, bool with_coding) {
  {
    Rows rows = blobs_.rows(text);
    if (!rows.next()) throw Error(ErrorCode::bad_store, "the store is damaged (a text is missing)");
    unpack_reading(rows->blob(0), report);
    if (with_coding) unpack_coding(rows->blob(1), report);
  }
  describe(text, report);
}

void Reports::describe(std::int64_t text, Report& report) {
  Rows rows = first_publication_.rows(text);
  if (!rows.next()) throw Error(ErrorCode::bad_store, "the store is damaged (a text without publication)");
  read_publication(*rows, 0, report);
}

std::optional<std::int64_t> Reports::find(std::string_view text) {
  const std::string wanted = normalised(text);
  const auto candidates = integers(by_hash_.rows(hash_of(wanted)));
  const auto same = [&](std::int64_t id) { return is_text(id, text, wanted); };
  const auto known = std::find_if(candidates.begin(), candidates.end(), same);
  return known == candidates.end() ? std::nullopt : std::optional(*known);
}

bool Reports::is_text(std::int64_t id, std::string_view text, std::string_view wanted) try {
  Rows rows = reading_.rows(id);
  if (!rows.next()) return false;
  Report candidate;
  unpack_reading(rows->blob(0), candidate);
  return candidate.text == text || normalised(candidate.text) == wanted;
} catch (const Error&) {
  return false;  // a damaged text is none: adding the report again heals the store
}

const Event& event_in(const Report& report, std::size_t position) {
  if (position < report.events.size()) return report.events[position];
  throw Error(ErrorCode::bad_store, "the store is damaged (a record that its report does not have)");
}

void read_publication(const Statement& row, int first, Report& report) {
  report.id = row.text(first);
  report.id_origin = static_cast<IdOrigin>(row.integer(first + 1));
  report.url = row.text(first + 2);
  report.title = row.text(first + 3);
  report.publisher = row.text(first + 4);
  report.published = row.is_null(first + 5) ? std::nullopt : day_of(row.integer(first + 5));
}

}  // namespace dateline::store
