// The clock of everything that waits or is measured in the lock layers. Not the scripts' time: that is World's.
#pragma once

#include <cstdint>
#include <ctime>
#include <limits>

namespace gillab::gil {

using Nanoseconds = int64_t;
inline constexpr Nanoseconds kForEver = std::numeric_limits<Nanoseconds>::max();

inline Nanoseconds now() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * Nanoseconds{1'000'000'000} + time.tv_nsec;
}

}  // namespace gillab::gil
