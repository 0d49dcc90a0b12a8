// Runs a script again and again, each time with another of its requests for memory failing.
#pragma once

#include <string>

#include "tests/runner/process.h"

namespace gillab::tests {

// What went wrong, in sentences for a person: a crash, a leak, another error than MemoryError, a hang. Empty when
// nothing did. REQUIRES: the engine is of the hostile build, the only one whose requests can be made to fail.
// `success`: the exit code where all goes well.
std::string run_out_of_memory(const ProcessRequest& request, int success);
// The same for the requests from the engine's start to the script's: the engine refuses to start, or the script runs.
std::string start_out_of_memory(const ProcessRequest& request);

}  // namespace gillab::tests
