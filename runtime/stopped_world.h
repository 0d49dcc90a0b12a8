// A region in which no other thread runs, for changes that are rare and touch what all of them use: classes, tables made
// once. Every other thread stands between two instructions, waits in a Blocking region or has called Python code from
// C++: where a switch could happen in the layer `gil`. There it costs nothing, for nobody else runs anyway.
#pragma once

#include "runtime/interpreter.h"

namespace gillab {

// To stop the world is a safe point: others may have run, and stopped it themselves, before the region begins. The
// sections this thread is in are given up until its end. No Python code may run inside, so nothing may lose its last
// reference there: what is replaced is kept, and dropped after.
class [[nodiscard]] StoppedWorld {
 public:
  explicit StoppedWorld(Thread& thread) : thread_(thread) {
    if constexpr (gil::Layer::kConcurrent) thread_.interpreter->turn.stop_world(thread_.attached);
  }
  ~StoppedWorld() {
    if constexpr (gil::Layer::kConcurrent) thread_.interpreter->turn.start_world(thread_.attached);
  }
  StoppedWorld(const StoppedWorld&) = delete;

 private:
  gil::Layer::Suspension suspended_;
  Thread& thread_;
};

}  // namespace gillab
