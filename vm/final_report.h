// What an engine tells the driver that started it: whether the script's claims hold at its end, and how long it waited.
#pragma once

#include <string_view>

#include "runtime/thread.h"

namespace gillab {

// The descriptor that the environment variable GILLAB_REPORT names; -1: nobody wants a report. The variable is taken
// out, so that what the script starts does not report, too.
int descriptor_for_report();

// Evaluates the claims of `source` in __main__ and writes one line of JSON. The script's threads have ended.
void write_final_report(Thread& thread, int descriptor, std::string_view source);

}  // namespace gillab
