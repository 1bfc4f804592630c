#include "progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace dateline::cli {
namespace {

using Seconds = std::chrono::duration<double>;

std::string clock_text(double seconds) {
  const auto whole = std::lround(seconds);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(std::size_t total)
    : total_(total), visible_(::isatty(STDERR_FILENO) != 0), start_(std::chrono::steady_clock::now()), last_(start_) {}

Progress::~Progress() {
  if (drawn_) fmt::print(stderr, "\r\033[K");
}

bool Progress::is_due() {
  const auto now = std::chrono::steady_clock::now();
  if (!visible_ || now - last_ < std::chrono::milliseconds(100)) return false;
  last_ = now;
  drawn_ = true;
  return true;
}

void Progress::update(std::size_t bytes, std::size_t reports, std::size_t words, std::size_t records) {
  if (!is_due()) return;
  const double elapsed = Seconds(last_ - start_).count();
  std::string ahead;
  if (total_ > 0 && bytes > 0) {
    const double done = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_));
    ahead = fmt::format("{:3.0f} %  {} left  ", 100 * done, clock_text(elapsed * (1 - done) / done));
  }
  fmt::print(stderr, "\r\033[K{}{} reports  {} records  {:.0f} words/s", ahead, reports, records,
             static_cast<double>(words) / elapsed);
  std::fflush(stderr);
}

void Progress::update(std::size_t records) {
  if (!is_due()) return;
  fmt::print(stderr, "\r\033[K{} records  {:.0f} records/s", records,
             static_cast<double>(records) / Seconds(last_ - start_).count());
  std::fflush(stderr);
}

}  // namespace dateline::cli
