// The turn of the layer `controlled`: fibers on one thread of the system, of which one runs at a time. Who runs is the
// scheduler's decision (machine.h), made between two instructions; there is nothing to take or to give up.
#pragma once

#include <string_view>

#include "gil/layer.h"
#include "gil/script_lock.h"

namespace gillab::gil {

class ControlledTurn : public OneAtATime {
 public:
  void begin(Attached& me) { attached_here = &me; }
  void end(Attached&) { attached_here = nullptr; }
  void attach(Attached& me) { me.waited.store(0, std::memory_order_relaxed); }
  void detach(Attached& me, Reason why) { me.came_from.store(why, std::memory_order_relaxed); }
  void safe_point(Attached&) {}
  void count_out(Attached&) {}
  bool set_policy(std::string_view) { return true; }
  void set_interval(Nanoseconds) {}
  uint32_t instructions_per_turn() const { return 0; }
  void close(Attached&) {}
  void reset(Attached&) {}
};

}  // namespace gillab::gil
