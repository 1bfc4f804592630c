// Errors of Dateline: one table gives each error a code, a sentence that says
// what to do next, and the exit status of the command line.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dateline {

/// Every way in which Dateline can fail. `describe` has the row of each.
enum class ErrorCode {
  usage,            ///< the command line or an argument is wrong
  file_not_found,   ///< a named file or folder does not exist
  file_unreadable,  ///< it exists and cannot be read
  file_unwritable,  ///< an output cannot be written
  bad_encoding,     ///< text is not UTF-8 and could not be repaired
  bad_json,         ///< a line of JSON is broken
  bad_report,       ///< a report lacks its text, or a field has the wrong type
  bad_date,         ///< a date cannot be read
  too_large,        ///< a report is larger than the limit
  bad_model,        ///< the model file is missing, damaged or of another version
  bad_knowledge,    ///< the knowledge tables are missing, damaged or of another version
  bad_codebook,     ///< the codebook does not parse or contradicts itself
  bad_neighbours,   ///< the index of the codebook's examples is damaged or of another version
  bad_store,        ///< a store is damaged, another program's or a newer Dateline's file
  store_busy,       ///< another program writes to the store
  unknown_record,   ///< the store has no record of that id
  bad_gold,         ///< a gold file of `score` cannot be read
  internal,         ///< a bug of Dateline
};

/// What a user is told of an error code.
struct ErrorRow {
  ErrorCode code;
  std::string_view name;  ///< stable word for machines: "bad_model"
  std::string_view next;  ///< what to do next, a full sentence
  int exit_status;        ///< exit status of the command line
};

/// The row of `code`. Never fails.
const ErrorRow& describe(ErrorCode code) noexcept;

/// The one exception type that Dateline throws. `what()` is
/// "file:line: message" as far as file and line are known (line 0: unknown).
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string file = {}, std::size_t line = 0);

  ErrorCode code() const noexcept { return code_; }
  const std::string& file() const noexcept { return file_; }
  std::size_t line() const noexcept { return line_; }

 private:
  ErrorCode code_;
  std::string file_;
  std::size_t line_;
};

}  // namespace dateline
