// Reading a duration: time.sleep, and the timeouts of locks and queues.
#include "runtime/modules/duration.h"

#include <cmath>

#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/operations.h"

namespace gillab {
namespace {

constexpr int64_t kSecond = 1'000'000'000;
constexpr int64_t kMostSeconds = INT64_MAX / kSecond;

bool read_whole(Thread& thread, Value value, int64_t* nanoseconds) {
  int64_t seconds;
  if (!index_as_int64(thread, value, &seconds)) {
    if (!exception_matches(thread, Error::OverflowError)) return false;
    clear_exception(thread);
    seconds = INT64_MAX;
  }
  if (seconds > kMostSeconds || seconds < -kMostSeconds) {
    return raise(thread, Error::OverflowError, "timestamp too large to convert to C _PyTime_t");
  }
  *nanoseconds = seconds * kSecond;
  return true;
}

}  // namespace

bool read_duration(Thread& thread, Value value, int64_t* nanoseconds) {
  if (!is_floating(value)) return read_whole(thread, value, nanoseconds);
  const double exact = float_of(value) * 1e9;
  if (std::isnan(exact)) return raise(thread, Error::ValueError, "Invalid value NaN (not a number)");
  const double rounded = exact < 0 ? std::floor(exact) : std::ceil(exact);
  if (std::fabs(rounded) >= 0x1p63) {
    return raise(thread, Error::OverflowError, "timestamp too large to convert to C _PyTime_t");
  }
  *nanoseconds = static_cast<int64_t>(rounded);
  return true;
}

}  // namespace gillab
