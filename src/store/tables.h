// All that writes to the tables of an open store, made once.
#pragma once

#include "store/adding.h"
#include "store/linking.h"
#include "store/names.h"
#include "store/record_table.h"
#include "store/reports.h"
#include "store/sqlite.h"

namespace dateline::store {

struct Tables {
  explicit Tables(const Connection& connection)
      : names(connection),
        reports(connection),
        linker(connection, reports),
        records(connection, names, linker),
        adding(connection, names, reports, records) {}

  /// After a rollback, or when others may have written.
  void forget() {
    names.forget();
    reports.forget();
    linker.forget();
    records.forget();
  }

  /// Writes what waits for the end of a transaction.
  void settle() {
    linker.settle();
    records.flush();
  }

  Names names;
  Reports reports;
  Linker linker;
  RecordTable records;
  Adding adding;
};

}  // namespace dateline::store
