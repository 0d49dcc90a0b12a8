// One turn for all threads: the global interpreter lock. Taking a free turn and giving up one that nobody wants is one
// atomic exchange each; everything else happens under a mutex, where a policy (turns/) decides who is next.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "gil/layer.h"
#include "gil/script_lock.h"
#include "gil/turns/policy.h"

namespace gillab::gil {

// Thread safety: all. Invariants: at most one thread is between attach and detach; a thread that waits stands in the
// queue until it has the turn; a wake-up is never lost (Parker keeps it).
class GlobalTurn : public OneAtATime {
 public:
  GlobalTurn();

  // A thread is known while it is attached or waits; while one runs the world is stopped.
  void begin(Attached&) {}
  void end(Attached&) {}

  void attach(Attached& me) {
    uintptr_t expected = 0;
    if (me.figures == nullptr && state_.compare_exchange_strong(expected, word_of(me), std::memory_order_acq_rel)) [[likely]] {
      me.waited.store(0, std::memory_order_relaxed);
    } else {
      attach_slowly(me);
    }
  }

  void detach(Attached& me, Reason why) {
    me.came_from.store(why, std::memory_order_relaxed);
    uintptr_t expected = word_of(me);
    if (me.figures || !state_.compare_exchange_strong(expected, 0, std::memory_order_release)) [[unlikely]] {
      detach_slowly(me, why);
    }
  }

  // What the holder does when it has counted its instructions: passes the turn on, or gives way to a thread that waits
  // for its processor and could not ask for the turn so far.
  void count_out(Attached& me);
  // The holder was asked to pass the turn on, or has counted its instructions: what the policy says is done.
  void safe_point(Attached& me);

  bool set_policy(std::string_view name);  // false: no policy has this name
  void set_interval(Nanoseconds interval);
  // After how many instructions a thread comes to safe_point() unasked; 0: never.
  uint32_t instructions_per_turn() const { return instructions_.load(std::memory_order_relaxed); }

  // From now on only `keeper`, which has the turn, gets it: all others wait until the process ends.
  void close(Attached& keeper);
  // After fork() in the child: `me`, which has the turn, is the only thread there is.
  void reset(Attached& me);

 private:
  void give_way();
  // state_: the holder's address, 0 when there is none, and kContended when who gives up or comes must take the mutex.
  static constexpr uintptr_t kContended = 1;
  static uintptr_t word_of(const Attached& me) { return reinterpret_cast<uintptr_t>(&me); }

  void attach_slowly(Attached& me);
  void detach_slowly(Attached& me, Reason why);
  bool take_if_free(Attached& me);
  void wait_in_queue(std::unique_lock<ShortLock>& lock, Attached& me);
  Nanoseconds next_deadline(const Attached& me) const;
  void count_instructions();
  bool may_watch(const Attached& me) const;
  size_t queue_position(const Attached& me) const;
  Attached* give_to_next(Reason why);
  Attached* holder() const { return reinterpret_cast<Attached*>(state_.load(std::memory_order_acquire) & ~kContended); }
  void set_holder(Attached* holder);

  std::atomic<uintptr_t> state_{0};
  std::atomic<uint32_t> instructions_{0};
  std::atomic<bool> gives_way_{false};
  std::atomic<Nanoseconds> no_way_until_{0};
  ShortLock mutex_;  // guards all below, and state_ while it says kContended
  std::unique_ptr<Policy> policy_;
  std::string policy_name_;
  Attached* keeper_ = nullptr;
  Nanoseconds last_switch_ = 0;
  const Attached* last_holder_ = nullptr;  // compared, never followed
  const size_t processors_ = std::thread::hardware_concurrency();
  std::vector<Attached*> queue_;  // in order of arrival
};

}  // namespace gillab::gil
