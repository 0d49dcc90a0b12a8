// The entrance of the engine `controlled`: what main() does there.
#pragma once

#include <memory>

#include "runtime/thread.h"
#include "runtime/world.h"

namespace gillab::explore {

using EngineMain = int (*)(int count, char** arguments);

// `run` and `dis`: as in any engine, on fibers. `explore`, `replay`: runs of the script as schedules decide.
int controlled_main(int count, char** arguments, EngineMain engine);

// In the main thread, when the script and all threads it waits for have ended. (step.cpp)
void at_end_of_script(Thread& thread);
std::unique_ptr<World> make_world();  // world.cpp

}  // namespace gillab::explore
