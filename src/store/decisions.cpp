#include "store/decisions.h"

#include <algorithm>

#include "store/fields.h"
#include "store/identity.h"

namespace dateline::store {
namespace {

/// The event at a trigger; of several, one that has the value in that field if there is one.
const Event* event_at(const Report& report, std::int64_t trigger, std::string_view field, std::string_view value) {
  const Event* found = nullptr;
  for (const Event& event : report.events) {
    if (event.trigger.begin != trigger) continue;
    if (field.empty() || field_text(event, field) == value) return &event;
    found = &event;
  }
  return found;
}

std::vector<RecordRow> require_rows(const Connection& connection, std::string_view id) {
  auto rows = rows_with_id(connection, id);
  if (rows.empty()) throw Error(ErrorCode::unknown_record, "there is no record " + std::string(id));
  return rows;
}

const Event& event_of(const Report& report, const RecordRow& row) {
  if (row.position >= report.events.size())
    throw Error(ErrorCode::bad_store, "the store is damaged (a record that its report does not have)");
  return report.events[row.position];
}

/// Where a record stands: what decisions refer to.
struct Anchor {
  std::int64_t text = 0;
  std::int64_t trigger = 0;
  std::int64_t code = 0;
};

Anchor anchor_of(const Connection& connection, Tables& tables, std::string_view id) {
  const RecordRow row = require_rows(connection, id).front();
  return {row.text, event_of(*tables.reports.shared(row.text), row).trigger.begin, code_of(id)};
}

/// The id of the record at an anchor today, or the one that it had.
std::string id_at(Tables& tables, const Anchor& anchor) {
  const auto report = tables.reports.shared(anchor.text);
  for (const Event& event : report->events) {
    if (event.trigger.begin == anchor.trigger && code_of(record_id(*report, event)) == anchor.code)
      return id_of(anchor.code);
  }
  const Event* event = event_at(*report, anchor.trigger, {}, {});
  return event == nullptr ? id_of(anchor.code) : record_id(*report, *event);
}

constexpr std::string_view kMarks = "SELECT text, trigger, field, value, verdict, note, code FROM mark";

Mark mark_of(const Statement& row, const Report& report) {
  Mark out;
  out.field = row.text(2);
  out.value = row.text(3);
  out.verdict = static_cast<Verdict>(row.integer(4));
  out.note = row.text(5);
  out.record = id_of(row.integer(6));
  out.report = report.id;
  const Event* event = event_at(report, row.integer(1), out.field, out.value);
  out.holds = event != nullptr && field_text(*event, out.field) == out.value;
  if (event != nullptr) {
    out.sentence = report.slice(report.sentences[event->sentence].span);
    out.trigger = report.slice(event->trigger);
  }
  return out;
}

}  // namespace

std::vector<RecordRow> rows_with_id(const Connection& connection, std::string_view id) {
  std::vector<RecordRow> out;
  if (!is_record_id(id)) return out;
  Statement statement = connection.prepare("SELECT id, text, position FROM record WHERE code = ? ORDER BY id");
  Rows rows = statement.rows(code_of(id));
  while (rows.next()) out.push_back({rows->integer(0), rows->integer(1), static_cast<std::size_t>(rows->integer(2))});
  return out;
}

void mark(const Connection& connection, Tables& tables, const Mark& mark) {
  if (!is_field(mark.field)) throw Error(ErrorCode::usage, "records have no field \"" + mark.field + "\" to mark");
  Statement note = connection.prepare(
      "INSERT INTO mark (text, trigger, field, value, verdict, note, code) VALUES (?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (text, trigger, field, value) DO UPDATE SET verdict = excluded.verdict, note = excluded.note, "
      "code = excluded.code");
  for (const RecordRow& row : require_rows(connection, mark.record)) {
    const auto report = tables.reports.shared(row.text);
    const Event& event = event_of(*report, row);
    const auto words = mark.note.empty() ? std::nullopt : std::optional(mark.note);
    note.run(row.text, event.trigger.begin, mark.field, field_text(event, mark.field), mark.verdict, words,
             code_of(mark.record));
    tables.records.settle_marks(row.text, *report);
  }
}

bool unmark(const Connection& connection, Tables& tables, std::string_view record, std::string_view field) {
  Statement find = connection.prepare("SELECT 1 FROM mark WHERE text = ? AND trigger = ? AND field = ?");
  Statement erase = connection.prepare("DELETE FROM mark WHERE text = ? AND trigger = ? AND field = ?");
  bool found = false;
  for (const RecordRow& row : require_rows(connection, record)) {
    const auto report = tables.reports.shared(row.text);
    const std::uint32_t trigger = event_of(*report, row).trigger.begin;
    found = find.first(row.text, trigger, field).has_value() || found;
    erase.run(row.text, trigger, field);
    tables.records.settle_marks(row.text, *report);
  }
  return found;
}

std::vector<Mark> marks(const Connection& connection, Tables& tables) {
  Statement statement = connection.prepare(std::string(kMarks) + " ORDER BY id");
  Rows rows = statement.rows();
  std::vector<Mark> out;
  while (rows.next()) out.push_back(mark_of(*rows, *tables.reports.shared(rows->integer(0))));
  return out;
}

std::vector<Mark> marks_on(const Connection& connection, Tables& tables, const StoredRecord& record) {
  Statement statement = connection.prepare(
      std::string(kMarks) + " WHERE text = (SELECT text FROM record WHERE id = ?) AND trigger = ? ORDER BY id");
  Rows rows = statement.rows(record.key, record.event().trigger.begin);
  std::vector<Mark> out;
  while (rows.next()) {
    const Mark mark = mark_of(*rows, *tables.reports.shared(rows->integer(0)));
    if (mark.record == record.id || field_text(record.event(), mark.field) == mark.value) out.push_back(mark);
  }
  return out;
}

std::pair<std::size_t, std::size_t> marks_that_hold(const Connection& connection, std::int64_t text,
                                                    const Report& report) {
  Statement statement = connection.prepare("SELECT trigger, field, value FROM mark WHERE text = ?");
  Rows rows = statement.rows(text);
  std::pair<std::size_t, std::size_t> out;
  while (rows.next()) {
    const Event* event = event_at(report, rows->integer(0), rows->text(1), rows->text(2));
    const bool holds = event != nullptr && field_text(*event, rows->text(1)) == rows->text(2);
    ++(holds ? out.first : out.second);
  }
  return out;
}

void decide(const Connection& connection, Tables& tables, const StoryDecision& decision) {
  Anchor first = anchor_of(connection, tables, decision.first);
  Anchor second = anchor_of(connection, tables, decision.second);
  if (std::pair(second.text, second.trigger) < std::pair(first.text, first.trigger)) std::swap(first, second);
  connection
      .prepare(
          "INSERT INTO story_decision (joins, first_text, first_trigger, first_code, second_text, second_trigger, "
          "second_code) VALUES (?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT (first_text, first_trigger, second_text, second_trigger) DO UPDATE SET joins = excluded.joins")
      .run(decision.join, first.text, first.trigger, first.code, second.text, second.trigger, second.code);
}

std::vector<StoryDecision> story_decisions(const Connection& connection, Tables& tables) {
  Statement statement = connection.prepare(
      "SELECT joins, first_text, first_trigger, first_code, second_text, second_trigger, second_code "
      "FROM story_decision ORDER BY id");
  Rows rows = statement.rows();
  std::vector<StoryDecision> out;
  while (rows.next()) {
    const auto anchor = [&](int at) { return Anchor{rows->integer(at), rows->integer(at + 1), rows->integer(at + 2)}; };
    out.push_back({rows->integer(0) != 0, id_at(tables, anchor(1)), id_at(tables, anchor(4))});
  }
  return out;
}

}  // namespace dateline::store
