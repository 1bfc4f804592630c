// Runs independent pieces of work on a few threads. Results must not depend on
// which thread does what: each index writes only its own slot.
#pragma once

#include <cstddef>
#include <functional>

namespace dateline {

/// Number of threads to use for a request of `wanted` (0: all of the machine), at least 1.
unsigned thread_count(unsigned wanted);

/// Calls work(index, worker) for every index in [0, count), on `threads` threads (the caller's among them);
/// `worker` is in [0, threads). Rethrows the exception of the lowest failing index after all have stopped.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t, unsigned)>& work);

}  // namespace dateline
