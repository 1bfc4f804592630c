#include "output_file.h"

#include <dateline/error.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

/// The file behind links; pipes and devices are what they are.
fs::path target_of(const std::string& path) {
  std::error_code failure;
  const fs::path target = fs::weakly_canonical(path, failure);
  return failure ? fs::path(path) : target;
}

bool is_replaceable(const fs::path& path) {
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  return !fs::exists(status) || fs::is_regular_file(status);
}

}  // namespace

OutputFile::OutputFile(const std::string& path) {
  if (path.empty() || path == "-") return;
  path_ = target_of(path);
  written_ = path_;
  if (is_replaceable(path_)) written_ += ".part";
  file_ = std::fopen(written_.c_str(), "wb");
  if (file_ == nullptr) fail();
}

OutputFile::~OutputFile() {
  if (is_standard() || file_ == nullptr) return;
  std::fclose(file_);
  std::error_code none;
  if (written_ != path_) fs::remove(written_, none);
}

void OutputFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail();
}

void OutputFile::finish() {
  if (std::fflush(file_) != 0) fail();
  if (is_standard()) return;
  if (std::fclose(std::exchange(file_, nullptr)) != 0) fail();
  if (written_ != path_ && std::rename(written_.c_str(), path_.c_str()) != 0) fail();
}

void OutputFile::fail() const {
  const std::string why = std::strerror(errno);
  if (is_standard()) throw Error(ErrorCode::file_unwritable, "standard output cannot be written (" + why + ")");
  throw Error(ErrorCode::file_unwritable, "cannot be written (" + why + ")", path_.string());
}

}  // namespace dateline::cli
