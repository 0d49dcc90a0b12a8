// --timeout: ends the engine when its time is over, whatever the script does.
#pragma once

namespace gillab {

inline constexpr int kTimeoutExit = 124;
// REQUIRES: called by the main thread
void start_watchdog(double seconds);

}  // namespace gillab
