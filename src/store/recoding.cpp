#include "store/recoding.h"

#include <algorithm>
#include <map>

#include "store/blobs.h"
#include "store/decisions.h"
#include "store/fields.h"

namespace dateline::store {
namespace {

/// Says what became of each record: the same, changed at the same trigger, removed or added.
class Comparison {
 public:
  Comparison(const Report& before, const Report& after, RecodeOutcome& outcome)
      : before_(before), after_(after), outcome_(outcome) {
    for (const Event& event : before.events) old_.push_back(&event);
    for (const Event& event : after.events) fresh_.push_back(&event);
  }

  void run() {
    pair_up([](const Event& a, const Event& b) { return bytes_of(a) == bytes_of(b); }, false);
    pair_up([](const Event& a, const Event& b) { return a.trigger.begin == b.trigger.begin && a.type == b.type; },
            true);
    pair_up([](const Event& a, const Event& b) { return a.trigger.begin == b.trigger.begin; }, true);
    for (const Event* event : old_) note(RecordChange::Kind::removed, event, nullptr);
    for (const Event* event : fresh_) note(RecordChange::Kind::added, nullptr, event);
  }

 private:
  template <typename Same>
  void pair_up(Same same, bool changed) {
    std::erase_if(old_, [&](const Event* old) {
      const auto match = std::find_if(fresh_.begin(), fresh_.end(), [&](const Event* x) { return same(*old, *x); });
      if (match == fresh_.end()) return false;
      if (changed)
        note(RecordChange::Kind::changed, old, *match);
      else
        ++outcome_.unchanged;
      fresh_.erase(match);
      return true;
    });
  }

  void note(RecordChange::Kind kind, const Event* before, const Event* after) {
    RecordChange& change = outcome_.changes.emplace_back();
    change.kind = kind;
    change.report = after_.id;
    if (before != nullptr) change.before = record_id(before_, *before);
    if (after != nullptr) change.after = record_id(after_, *after);
    if (before != nullptr && after != nullptr) change.fields = differences(*before, *after);
  }

  const Report& before_;
  const Report& after_;
  RecodeOutcome& outcome_;
  std::vector<const Event*> old_, fresh_;
};

/// What the store has of the report, with what was coded now.
Report with_coding_of(const Report& coded, Report as_read) {
  if (coded.text != as_read.text) throw Error(ErrorCode::usage, "report " + coded.id + " is not as the store has it");
  as_read.sentences = coded.sentences;
  as_read.events = coded.events;
  return as_read;
}

}  // namespace

void recode(const Connection& connection, Tables& tables, const Report& report, std::int64_t coder,
            RecodeOutcome& outcome) {
  const auto text = tables.reports.find(report.text);
  if (!text) throw Error(ErrorCode::usage, "report " + report.id + " is not in the store");
  const Report before = tables.reports.coded(*text);
  const Report after = with_coding_of(report, tables.reports.as_read(*text));
  Comparison(before, after, outcome).run();
  ++outcome.reports;
  const auto [hold, open] = marks_that_hold(connection, *text, after);
  outcome.marks_kept += hold;
  outcome.marks_open += open;
  connection.prepare("UPDATE text SET coder = ?2, coding = ?3 WHERE id = ?1")
      .run(*text, coder, Blob{pack_coding(after)});
  const bool current = connection.prepare("SELECT current FROM text WHERE id = ?").first(*text).value_or(0) != 0;
  if (current) tables.records.replace(*text, before, after);
}

}  // namespace dateline::store
