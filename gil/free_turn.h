// The turn of the layers in which every thread has one: all that are attached run, until somebody stops the world.
#pragma once

#include <atomic>
#include <string_view>
#include <vector>

#include "gil/layer.h"
#include "gil/object_lock.h"
#include "gil/script_lock.h"

namespace gillab::gil {

// Thread safety: all. A thread is kAway (detached), kHere (attached), kHeld (away, and not to come back before the world
// goes on) or kBorrowed (away, and another thread counts in its place for a moment: slots.h). It goes from kHere to kAway
// and back by itself, from kAway to kHeld and back by who stops the world.
class FreeTurn {
 public:
  void begin(Attached& me);
  void retire(Attached& me);
  void end(Attached& me);

  void attach(Attached& me) {
    uint32_t expected = kAway;
    if (me.figures || me.guards || !me.presence.compare_exchange_strong(expected, kHere, std::memory_order_seq_cst)) [[unlikely]] {
      attach_slowly(me);
    }
  }
  void detach(Attached& me, Reason why) {
    me.came_from.store(why, std::memory_order_relaxed);
    if (me.guards || me.figures) [[unlikely]] before_detaching(me, why);
    me.presence.store(kAway, std::memory_order_seq_cst);
    if (stopper_.load(std::memory_order_seq_cst)) [[unlikely]] tell_stopper();
  }
  void safe_point(Attached& me) {
    if (is_bias_wanted(me)) [[unlikely]] give_bias_up(me);
    const Attached* stopper = stopper_.load(std::memory_order_acquire);
    if (stopper && stopper != &me) pause(me);
  }
  void count_out(Attached& me) { safe_point(me); }

  // Nobody has a bias towards the slot's objects from then on. REQUIRES: `me` has no section open.
  void end_bias(Attached& me, uint8_t slot);

  void stop_world(Attached& me);
  void start_world(Attached& me);

  bool runs_alone() const { return !several_threads.load(std::memory_order_relaxed); }
  uint64_t begin_grace(Attached& me);
  bool is_grace_over(Attached& me, uint64_t period);
  void pass_grace(Attached& me) { me.passed.store(period_.load(std::memory_order_seq_cst), std::memory_order_seq_cst); }

  // Ways of passing a turn on: there is none here.
  bool set_policy(std::string_view) { return true; }
  void set_interval(Nanoseconds) {}
#ifdef GILLAB_HOSTILE
  uint32_t instructions_per_turn() const { return 31; }
#else
  uint32_t instructions_per_turn() const { return 0; }
#endif

  void close(Attached& keeper) { stop_world(keeper); }  // the others wait until the process ends
  void reset(Attached& me);  // after fork() in the child: `me` is the only thread there is

 private:
  void end_solitude(Attached& me);
  void attach_slowly(Attached& me);
  void before_detaching(Attached& me, Reason why);
  void pause(Attached& me);
  bool is_bias_wanted(const Attached& me) const { return slots_.wanted[me.slot].load(std::memory_order_relaxed); }
  void give_bias_up(Attached& me);
  bool end_bias_of_absent(Attached& other);
  void tell_stopper();
  bool hold_all_but(const Attached& me);

  std::atomic<const Attached*> stopper_{nullptr};  // who stops the world
  uint32_t times_stopped_ = 0;                     // by it: only the last start lets the others go on
  std::atomic<uint32_t> told_{0};                  // changes when a thread goes away while the world is being stopped
  std::atomic<uint64_t> period_{0};                // the last grace period
  ShortLock mutex_;                                // guards those below
  std::vector<Attached*> threads_;
  Attached* threads_by_slot_[kMostSlots + 1] = {};
  Slots slots_{this};
  std::atomic<uint32_t> unbiased_{0};              // changes when a bias ends
};

}  // namespace gillab::gil
