// What threads did with the turn: --stats, and gillab.stats() in a script.
#pragma once

#include <string>
#include <vector>

#include "runtime/interpreter.h"

namespace gillab {

// The threads that have ended and those that live. REQUIRES: the caller has the turn.
std::vector<EndedThread> thread_figures(Thread& thread);
std::string stats_as_text(Thread& thread);
std::string stats_as_json(Thread& thread);

}  // namespace gillab
