#include <dateline/error.h>

#include <array>
#include <utility>

namespace dateline {
namespace {

constexpr std::array kRows = {
    ErrorRow{ErrorCode::usage, "usage", "Run the command with -h to see what it takes.", 2},
    ErrorRow{ErrorCode::file_not_found, "file_not_found", "Check the path; a folder is read with all its reports.", 3},
    ErrorRow{ErrorCode::file_unreadable, "file_unreadable", "Check the file's permissions and the disk.", 3},
    ErrorRow{ErrorCode::file_unwritable, "file_unwritable", "Check the folder's permissions and the free space.", 3},
    ErrorRow{ErrorCode::bad_encoding, "bad_encoding", "Convert the file to UTF-8.", 4},
    ErrorRow{ErrorCode::bad_json, "bad_json", "Repair the named line; the others were read.", 4},
    ErrorRow{ErrorCode::bad_report, "bad_report", "Give the report a text; docs/formats/input.md has the fields.", 4},
    ErrorRow{ErrorCode::bad_date, "bad_date", "Write the date as YYYY-MM-DD.", 4},
    ErrorRow{ErrorCode::too_large, "too_large", "Split the report, or raise --max-bytes.", 4},
    ErrorRow{ErrorCode::bad_model, "bad_model", "Restore the model file of this version, or name one with --model.", 5},
    ErrorRow{ErrorCode::bad_knowledge, "bad_knowledge", "Restore or recompile the knowledge tables.", 5},
    ErrorRow{ErrorCode::bad_codebook, "bad_codebook", "Mend the codebook at the named line.", 5},
    ErrorRow{ErrorCode::bad_neighbours, "bad_neighbours", "Make the index anew with dateline codebook index.", 5},
    ErrorRow{ErrorCode::bad_store, "bad_store", "If it is a store, see what `dateline check` says of it.", 6},
    ErrorRow{ErrorCode::store_busy, "store_busy", "Try again when the other program is done.", 6},
    ErrorRow{ErrorCode::unknown_record, "unknown_record", "`dateline find` shows the ids of records.", 1},
    ErrorRow{ErrorCode::bad_gold, "bad_gold", "Mend the gold file; docs/formats/gold.md has the fields.", 4},
    ErrorRow{ErrorCode::internal, "internal", "This is a bug of Dateline: please report it with the input.", 70},
};

std::string place_before(const std::string& message, const std::string& file, std::size_t line) {
  if (file.empty()) return message;
  std::string out = file;
  if (line != 0) out.append(1, ':').append(std::to_string(line));
  return out.append(": ").append(message);
}

}  // namespace

const ErrorRow& describe(ErrorCode code) noexcept {
  for (const ErrorRow& row : kRows) {
    if (row.code == code) return row;
  }
  return kRows.back();
}

Error::Error(ErrorCode code, const std::string& message, std::string file, std::size_t line)
    : std::runtime_error(place_before(message, file, line)), code_(code), file_(std::move(file)), line_(line) {}

}  // namespace dateline
