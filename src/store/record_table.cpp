#include "store/record_table.h"

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "store/blobs.h"
#include "store/identity.h"

namespace dateline::store {
namespace {

enum class Role : std::uint8_t { actor, recipient, claimant };

std::int64_t per_mille(double confidence) {
  return std::isfinite(confidence) ? std::lround(1000 * std::fmin(1, std::fmax(0, confidence))) : 0;
}

std::string whole(const Report& report, const Event& event) { return record_id(report, event) + bytes_of(event); }

}  // namespace

RecordTable::RecordTable(const Connection& connection, Names& names, Linker& linker)
    : names_(names),
      linker_(linker),
      rows_(connection.prepare("SELECT id, position, place, rejected FROM record WHERE text = ? ORDER BY position")),
      last_position_(connection.prepare("SELECT max(position) FROM record WHERE text = ?")),
      last_(connection.prepare("SELECT max(id) FROM record WHERE id BETWEEN ? AND ?")),
      insert_(connection.prepare("INSERT INTO record (id, text, position, code, type, status, place, confidence) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      delete_(connection.prepare("DELETE FROM record WHERE id = ?")),
      participant_(connection.prepare("INSERT INTO participant VALUES (?, ?, ?, ?)")),
      hide_positions_(connection.prepare("UPDATE record SET position = -1 - position WHERE text = ?")),
      move_(connection.prepare("UPDATE record SET position = ? WHERE id = ?")),
      marks_(connection.prepare("SELECT trigger, value FROM mark WHERE text = ? AND field = 'record' AND verdict = 0")),
      reject_(connection.prepare("UPDATE record SET rejected = ?2 WHERE id = ?1")),
      is_rejected_(connection.prepare("SELECT EXISTS (SELECT 1 FROM record WHERE text = ? AND rejected = 1)")),
      index_(connection.prepare("INSERT INTO record_words (rowid, sentence, title, actor, recipient, claimant, place, "
                                "codes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      unindex_(connection.prepare("INSERT INTO record_words (record_words, rowid, sentence, title, actor, recipient, "
                                  "claimant, place, codes) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?)")) {}

void RecordTable::insert(std::int64_t text, const Report& report) {
  for (std::size_t i = 0; i < report.events.size(); ++i) insert(text, report, i);
  settle_marks(text, report);
}

void RecordTable::remove(std::int64_t text, const Report& report) {
  for (const Row& row : rows_of(text)) remove(text, row, report);
}

void RecordTable::replace(std::int64_t text, const Report& before, const Report& after) {
  std::multimap<std::string, Row> old;
  for (const Row& row : rows_of(text)) old.emplace(whole(before, event_in(before, row.position)), row);
  hide_positions_.run(text);
  std::vector<std::size_t> fresh;
  for (std::size_t i = 0; i < after.events.size(); ++i) {
    const auto same = old.find(whole(after, after.events[i]));
    if (same == old.end()) {
      fresh.push_back(i);
      continue;
    }
    move_.run(i, same->second.id);
    linker_.note_moved(same->second.id);
    old.erase(same);
  }
  for (const auto& [id, row] : old) remove(text, row, before);
  for (const std::size_t i : fresh) insert(text, after, i);
  settle_marks(text, after);
}

std::vector<RecordTable::Row> RecordTable::rows_of(std::int64_t text) {
  std::vector<Row> out;
  Rows rows = rows_.rows(text);
  while (rows.next()) {
    Row row{rows->integer(0), static_cast<std::size_t>(rows->integer(1)), std::nullopt, rows->integer(3) != 0};
    if (!rows->is_null(2)) row.place = rows->integer(2);
    out.push_back(row);
  }
  return out;
}

/// Always from the table, never remembered: the same reports in the same order then get the same rows, however they
/// are divided into transactions.
std::int64_t RecordTable::free_row(const Report& report, const Event& event) {
  const auto day = day_of(report, event);
  const auto last = last_.first(first_row(day), last_row(day));
  if (!last) return first_row(day);
  if (*last == last_row(day)) throw Error(ErrorCode::too_large, "the store has too many records of one day");
  return *last + 1;
}

void RecordTable::insert(std::int64_t text, const Report& report, std::size_t position) {
  const Event& event = report.events[position];
  const std::int64_t row = free_row(report, event);
  const auto place = event.place ? std::optional(names_.place(*event.place)) : std::nullopt;
  const auto type = names_.label(event.type.empty() ? "?" : event.type);
  insert_.run(row, text, position, code_of(record_id(report, event)), type, event.status, place,
              per_mille(event.confidence));
  add_participants(row, event);
  pending_[row].after = terms_of(report, event, place);
  linker_.note_added(row);
}

void RecordTable::remove(std::int64_t text, const Row& row, const Report& report) {
  linker_.note_removed(row.id, report, row.position, text);
  take_out(row.id, terms_of(report, event_in(report, row.position), row.place));
  delete_.run(row.id);
}

void RecordTable::add_participants(std::int64_t record, const Event& event) {
  const auto add = [&](Role role, std::size_t position, const Actor& actor) {
    participant_.run(record, role, position, names_.actor(actor));
  };
  for (std::size_t i = 0; i < event.actors.size(); ++i) add(Role::actor, i, event.actors[i]);
  for (std::size_t i = 0; i < event.recipients.size(); ++i) add(Role::recipient, i, event.recipients[i]);
  for (std::size_t i = 0; i < event.sources.size(); ++i) add(Role::claimant, i, event.sources[i].actor);
}

void RecordTable::take_out(std::int64_t row, Terms terms) {
  Change& change = pending_[row];
  if (!change.after) {
    change.before = std::move(terms);
    return;
  }
  change.after.reset();  // it was never written
  if (!change.before) pending_.erase(row);
}

void RecordTable::settle_marks(std::int64_t text, const Report& report) {
  std::set<std::pair<std::int64_t, std::string>> wrong;
  {
    Rows rows = marks_.rows(text);
    while (rows.next()) wrong.emplace(rows->integer(0), std::string(rows->text(1)));
  }
  if (wrong.empty() && is_rejected_.first(text).value_or(0) == 0) return;
  for (const Row& row : rows_of(text)) {
    const Event& event = event_in(report, row.position);
    const bool rejected = wrong.contains({event.trigger.begin, event.type});
    if (rejected != row.rejected) reject(text, row, report, rejected);
  }
}

/// What is wrong as a whole tells no story.
void RecordTable::reject(std::int64_t text, const Row& row, const Report& report, bool rejected) {
  reject_.run(row.id, rejected);
  rejected ? linker_.note_removed(row.id, report, row.position, text) : linker_.note_added(row.id);
}

void RecordTable::flush() {
  for (const auto& [row, change] : pending_) {
    if (change.before)
      std::apply([&, id = row](const auto&... columns) { unindex_.run(id, columns...); }, *change.before);
    if (change.after) std::apply([&, id = row](const auto&... columns) { index_.run(id, columns...); }, *change.after);
  }
  pending_.clear();
}

void RecordTable::forget() { pending_.clear(); }

}  // namespace dateline::store
