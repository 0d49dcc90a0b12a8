// What threads did with the turn: --stats, and gillab.stats() in a script.
#pragma once

#include <string>
#include <vector>

#include "runtime/interpreter.h"

namespace gillab {

// The threads that have ended and those that live. REQUIRES: the caller has the turn.
std::vector<EndedThread> thread_figures(Thread& thread);
// In all, for the turn and for locks; 0 when no figures are kept.
double seconds_waited(Thread& thread);
std::string stats_as_text(Thread& thread);
std::string stats_as_json(Thread& thread);

}  // namespace gillab
