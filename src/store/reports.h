// Texts and publications out of the file: reports as they were read and coded.
#pragma once

#include <dateline/store.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/sqlite.h"

namespace dateline::store {

class Reports {
 public:
  explicit Reports(const Connection& connection);

  /// The text with what its first publication says of it. Throws Error(bad_store) if there is none.
  Report as_read(std::int64_t text);
  Report coded(std::int64_t text);
  /// The same, shared by neighbouring records: the last few are remembered. forget() when the file may have changed.
  std::shared_ptr<const Report> shared(std::int64_t text);
  void forget() { recent_.clear(); }

  /// The text that is the same as this one but for what normalising takes off.
  std::optional<std::int64_t> find(std::string_view text);

 private:
  void load(std::int64_t text, Report& report, bool with_coding);
  bool is_text(std::int64_t id, std::string_view text, std::string_view wanted);
  void describe(std::int64_t text, Report& report);

  Statement blobs_, first_publication_, by_hash_, reading_;
  std::vector<std::pair<std::int64_t, std::shared_ptr<const Report>>> recent_;
};

/// The event that a record at this position stands for. Throws Error(bad_store) if the report has no such one.
const Event& event_in(const Report& report, std::size_t position);

/// Columns of a publication, from `first` on: report, origin, url, title, publisher's name, published.
inline constexpr std::string_view kPublicationColumns =
    "p.report, p.origin, p.url, p.title, l.name, p.published FROM publication p LEFT JOIN label l ON l.id = "
    "p.publisher";
void read_publication(const Statement& row, int first, Report& report);

}  // namespace dateline::store
