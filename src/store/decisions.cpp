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

/// Where a record stands: what decisions refer to.
struct Anchor {
  std::int64_t text = 0;
  std::int64_t trigger = 0;
  std::int64_t code = 0;
};

Anchor anchor_of(const Connection& connection, Tables& tables, std::string_view id) {
  const RecordRow row = require_rows(connection, id).front();
  return {row.text, event_in(*tables.reports.shared(row.text), row.position).trigger.begin, code_of(id)};
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

bool is_same(const Anchor& a, const Anchor& b) { return a.text == b.text && a.trigger == b.trigger; }

/// Rows of the records at an anchor.
std::vector<std::int64_t> rows_at(const Connection& connection, Tables& tables, const Anchor& anchor) {
  Statement statement = connection.prepare("SELECT id, position FROM record WHERE text = ? ORDER BY id");
  const auto report = tables.reports.shared(anchor.text);
  Rows rows = statement.rows(anchor.text);
  std::vector<std::int64_t> out;
  while (rows.next()) {
    const RecordRow row{rows->integer(0), anchor.text, static_cast<std::size_t>(rows->integer(1))};
    if (event_in(*report, row.position).trigger.begin == anchor.trigger) out.push_back(row.row);
  }
  return out;
}

/// Was this decided, and nothing since that might contradict it? Then saying it again changes nothing.
bool stands(const Connection& connection, bool join, const Anchor& first, const Anchor& second) {
  Statement statement = connection.prepare(
      "SELECT 1 FROM story_decision d WHERE joins = ? AND first_text = ? AND first_trigger = ? AND second_text = ? AND "
      "second_trigger = ? AND NOT EXISTS (SELECT 1 FROM story_decision o WHERE o.id > d.id AND o.joins <> d.joins)");
  return statement.first(join, first.text, first.trigger, second.text, second.trigger).has_value();
}

/// A later decision on the same two takes the place of the earlier one, also in the order of decisions.
void note(const Connection& connection, Tables& tables, bool join, Anchor first, Anchor second) {
  if (is_same(first, second)) throw Error(ErrorCode::usage, "a record cannot be decided about with itself");
  if (std::pair(second.text, second.trigger) < std::pair(first.text, first.trigger)) std::swap(first, second);
  if (stands(connection, join, first, second)) return;
  connection
      .prepare(
          "INSERT OR REPLACE INTO story_decision (joins, first_text, first_trigger, first_code, second_text, "
          "second_trigger, second_code) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .run(join, first.text, first.trigger, first.code, second.text, second.trigger, second.code);
  for (const Anchor& anchor : {first, second})
    for (const std::int64_t row : rows_at(connection, tables, anchor)) tables.linker.note_decided(row);
}

/// Each with the next, which says of all of them that they are one.
void join_all(const Connection& connection, Tables& tables, const std::vector<Anchor>& anchors) {
  for (std::size_t i = 1; i < anchors.size(); ++i)
    if (!is_same(anchors[i - 1], anchors[i])) note(connection, tables, true, anchors[i - 1], anchors[i]);
}

std::vector<Anchor> anchors_in(const Connection& connection, Tables& tables, std::int64_t story) {
  Statement statement = connection.prepare(
      "SELECT r.id, r.text, r.position, r.code FROM story_member m JOIN record r ON r.id = m.record WHERE m.story = ? "
      "ORDER BY r.text, r.position");
  Rows rows = statement.rows(story);
  std::vector<Anchor> out;
  while (rows.next()) {
    const RecordRow row{rows->integer(0), rows->integer(1), static_cast<std::size_t>(rows->integer(2))};
    const Event& event = event_in(*tables.reports.shared(row.text), row.position);
    out.push_back({row.text, event.trigger.begin, rows->integer(3)});
  }
  return out;
}

/// The story that holds all of these.
std::int64_t story_of_all(const Connection& connection, const std::vector<std::int64_t>& rows) {
  Statement statement = connection.prepare("SELECT story FROM story_member WHERE record = ?");
  std::optional<std::int64_t> story;
  for (const std::int64_t row : rows) {
    const auto its = statement.first(row);
    if (!its) throw Error(ErrorCode::usage, "a record that was marked wrong is in no story");
    if (story && *story != *its) throw Error(ErrorCode::usage, "these records are in several stories already");
    story = its;
  }
  if (!story) throw Error(ErrorCode::usage, "which records are another story?");
  return *story;
}

/// Those of a story, or of one record.
std::vector<Anchor> anchors_named(const Connection& connection, Tables& tables, std::string_view id) {
  if (is_record_id(id)) return {anchor_of(connection, tables, id)};
  const auto story = story_row(id);
  auto anchors = story ? anchors_in(connection, tables, *story) : std::vector<Anchor>{};
  if (anchors.empty()) throw Error(ErrorCode::unknown_record, "there is no story " + std::string(id));
  return anchors;
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
    const Event& event = event_in(*report, row.position);
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
    const std::uint32_t trigger = event_in(*report, row.position).trigger.begin;
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
  note(connection, tables, decision.join, anchor_of(connection, tables, decision.first),
       anchor_of(connection, tables, decision.second));
}

void split(const Connection& connection, Tables& tables, std::span<const std::string> records) {
  std::vector<Anchor> apart;
  std::vector<std::int64_t> rows;
  for (const std::string& record : records) {
    apart.push_back(anchor_of(connection, tables, record));
    rows.push_back(require_rows(connection, record).front().row);
  }
  const std::int64_t story = story_of_all(connection, rows);
  std::vector<Anchor> rest;
  for (const Anchor& anchor : anchors_in(connection, tables, story)) {
    if (std::none_of(apart.begin(), apart.end(), [&](const Anchor& x) { return is_same(x, anchor); }))
      rest.push_back(anchor);
  }
  if (rest.empty()) throw Error(ErrorCode::usage, "these records are the whole story: there is nothing to split from");
  join_all(connection, tables, apart);
  for (const Anchor& one : apart)
    for (const Anchor& other : rest) note(connection, tables, false, one, other);
}

void join(const Connection& connection, Tables& tables, std::string_view first, std::string_view second) {
  std::vector<Anchor> anchors = anchors_named(connection, tables, first);
  const std::vector<Anchor> others = anchors_named(connection, tables, second);
  anchors.insert(anchors.end(), others.begin(), others.end());
  join_all(connection, tables, anchors);
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
