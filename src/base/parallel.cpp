#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace dateline {
namespace {

/// Keeps the exception of the lowest index.
class FirstFailure {
 public:
  void note(std::size_t index) {
    const std::lock_guard lock(mutex_);
    if (error_ == nullptr || index < index_) {
      error_ = std::current_exception();
      index_ = index;
    }
  }
  void rethrow() const {
    if (error_ != nullptr) std::rethrow_exception(error_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr error_;
  std::size_t index_ = 0;
};

}  // namespace

unsigned thread_count(unsigned wanted) {
  return std::max(1U, wanted != 0 ? wanted : std::thread::hardware_concurrency());
}

void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t, unsigned)>& work) {
  std::atomic<std::size_t> next{0};
  FirstFailure failure;
  const auto run = [&](unsigned worker) {
    for (std::size_t index = next++; index < count; index = next++) {
      try {
        work(index, worker);
      } catch (...) {
        failure.note(index);
      }
    }
  };
  const auto helpers =
      static_cast<unsigned>(std::min<std::size_t>(std::max(1U, threads), std::max<std::size_t>(count, 1))) - 1;
  std::vector<std::jthread> pool;
  for (unsigned worker = 1; worker <= helpers; ++worker) pool.emplace_back(run, worker);
  run(0);
  pool.clear();
  failure.rethrow();
}

}  // namespace dateline
