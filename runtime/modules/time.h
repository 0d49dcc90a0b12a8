// The module time in its files: time.cpp (clocks, sleep), time_calendar.cpp (struct_time and its functions).
#pragma once

#include "runtime/native.h"

namespace gillab {

bool add_calendar_functions(Thread& thread, Module* module);

}  // namespace gillab
