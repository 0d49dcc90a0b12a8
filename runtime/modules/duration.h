// Durations as scripts give them: seconds, as a float or an int.
#pragma once

#include "runtime/native.h"

namespace gillab {

// In nanoseconds, rounded away from zero. False: an error is set, CPython's.
bool read_duration(Thread& thread, Value seconds, int64_t* nanoseconds);

}  // namespace gillab
