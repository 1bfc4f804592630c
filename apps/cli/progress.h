// Progress of long work on standard error: only on a terminal, at most ten
// times a second.
#pragma once

#include <chrono>
#include <cstddef>

namespace dateline::cli {

class Progress {
 public:
  /// `total` bytes of input are expected; 0 if unknown.
  explicit Progress(std::size_t total);
  ~Progress();

  void update(std::size_t bytes, std::size_t reports, std::size_t words, std::size_t records);
  /// Where only records are counted.
  void update(std::size_t records);

 private:
  bool is_due();

  std::size_t total_;
  bool visible_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace dateline::cli
