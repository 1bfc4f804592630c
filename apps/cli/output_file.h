// Where an export goes: standard output, or a file that appears when it is whole.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace dateline::cli {

class OutputFile {
 public:
  /// Standard output if `path` is empty or "-". A regular file is written beside its place, as PATH.part, and takes it
  /// in finish(); what stood there before stays until then. Throws Error(file_unwritable), as do all of these.
  explicit OutputFile(const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view text);
  /// To be called when everything is written.
  void finish();

 private:
  [[noreturn]] void fail() const;
  bool is_standard() const { return path_.empty(); }

  std::filesystem::path path_, written_;  ///< the wanted file, and the one that is written
  std::FILE* file_ = stdout;
};

}  // namespace dateline::cli
