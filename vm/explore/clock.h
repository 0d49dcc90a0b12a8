// The real time, for budgets: the script's own is virtual.
#pragma once

#include <ctime>

namespace gillab::explore {

inline double seconds_now() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

}  // namespace gillab::explore
