// The rows of records and all that they are found by: participants, places, words and codes.
#pragma once

#include <dateline/report.h>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "store/linking.h"
#include "store/names.h"
#include "store/sqlite.h"
#include "store/terms.h"

namespace dateline::store {

/// Writes within the caller's transaction. The index of words is written by flush(), in the order of rows, which is
/// what it is fast at; after a rollback call forget().
class RecordTable {
 public:
  RecordTable(const Connection& connection, Names& names, Linker& linker);

  /// Rows for all events of a report that has none.
  void insert(std::int64_t text, const Report& report);
  /// Takes out the rows of a report; `report` as it was inserted.
  void remove(std::int64_t text, const Report& report);
  /// From the events of `before` to those of `after`; events that are the same in both keep their rows.
  void replace(std::int64_t text, const Report& before, const Report& after);
  /// Notes whether the records of a text are rejected, after its marks have changed.
  void settle_marks(std::int64_t text, const Report& report);

  /// Rows of the text's records; a damaged report may have none.
  bool has_rows(std::int64_t text) { return last_position_.first(text).has_value(); }

  void flush();
  void forget();
  std::size_t pending() const { return pending_.size(); }

 private:
  /// What becomes of one row of the index: out with the old words, in with the new.
  struct Change {
    std::optional<Terms> before, after;
  };
  struct Row {
    std::int64_t id = 0;
    std::size_t position = 0;
    std::optional<std::int64_t> place;
    bool rejected = false;
  };

  std::vector<Row> rows_of(std::int64_t text);
  std::int64_t free_row(const Report& report, const Event& event);
  void insert(std::int64_t text, const Report& report, std::size_t position);
  void remove(std::int64_t text, const Row& row, const Report& report);
  void reject(std::int64_t text, const Row& row, const Report& report, bool rejected);
  void add_participants(std::int64_t record, const Event& event);
  void take_out(std::int64_t row, Terms terms);

  Names& names_;
  Linker& linker_;
  Statement rows_, last_position_, last_, insert_, delete_, participant_, hide_positions_, move_, marks_, reject_,
      is_rejected_, index_, unindex_;
  std::map<std::int64_t, Change> pending_;
};

}  // namespace dateline::store
