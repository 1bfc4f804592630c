// How reports come in: one text once, with all its publications, newer versions in the place of older ones.
#pragma once

#include <dateline/store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/names.h"
#include "store/record_table.h"
#include "store/reports.h"
#include "store/sqlite.h"

namespace dateline::store {

/// Works within the caller's transaction.
class Adding {
 public:
  Adding(const Connection& connection, Names& names, Reports& reports, RecordTable& records);

  void add(const Report& report, std::string_view coder, AddOutcome& outcome);

 private:
  /// A publication of the same report.
  struct Earlier {
    std::int64_t id = 0;
    std::int64_t text = 0;
    bool replaced = false;
    std::optional<std::chrono::year_month_day> published;
  };

  std::vector<Earlier> earlier_of(const std::string& key);
  bool is_known(const Report& report, std::int64_t text, const std::vector<Earlier>& earlier, bool has_key);
  std::int64_t make_text(const Report& report, std::string_view coder);
  std::int64_t make_publication(const Report& report, std::int64_t text, const std::string& key);
  /// Lets one of the two take the place of the other. True if there was another.
  bool order_versions(const Report& report, std::int64_t publication, const std::vector<Earlier>& earlier);
  /// A text is current while one of its publications is; then, and only then, its records are found.
  void settle(std::int64_t text);

  const Connection& connection_;
  Names& names_;
  Reports& reports_;
  RecordTable& records_;
  Statement same_report_, from_publisher_, make_text_, make_publication_, replace_, is_current_, is_alive_,
      set_current_;
};

}  // namespace dateline::store
