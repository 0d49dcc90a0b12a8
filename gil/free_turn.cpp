// Stopping the world, and what a thread does meanwhile.
#include "gil/free_turn.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <sched.h>

#include "gil/object_lock.h"
#include "gil/slots.h"
#include "gil/spread_count.h"

namespace gillab::gil {

constinit thread_local Attached* attached_here = nullptr;
constinit std::atomic<bool> several_threads{false};

namespace {
std::atomic<uint32_t> thread_count{0};  // changes under the mutex of a turn
}

void FreeTurn::begin(Attached& me) {
  attached_here = &me;
  const bool fresh = take_slot(me);
  bool ends_solitude;
  {
    std::lock_guard lock(mutex_);
    me.slots = &slots_;
    if (me.slot != kNoSlot) {
      threads_by_slot_[me.slot] = &me;
      if (fresh) {  // nobody can have a section open in an object of it
        me.biased = me.slot;
        slots_.biased[me.slot].store(true);
      }
    }
    me.presence.store(stopper_.load() ? kHeld : kAway);
    threads_.push_back(&me);
    ends_solitude = thread_count.fetch_add(1) > 0 && !several_threads.load();
  }
  if (ends_solitude) end_solitude(me);
}

// The first thread may be in the middle of what needs no lock as long as it is alone.
void FreeTurn::end_solitude(Attached& me) {
  attach(me);
  stop_world(me);
  several_threads.store(true);
  start_world(me);
  detach(me, Reason::Start);
}

// REQUIRES: it has no section open.
void FreeTurn::retire(Attached& me) {
  std::lock_guard lock(mutex_);
  me.biased = kNoBias;
  if (me.slot == kNoSlot) return;
  threads_by_slot_[me.slot] = nullptr;
  slots_.biased[me.slot].store(false);
}

void FreeTurn::end(Attached& me) {
  retire(me);
  return_slot(me);
  attached_here = nullptr;
  std::lock_guard lock(mutex_);
  std::erase(threads_, &me);
  if (thread_count.fetch_sub(1) != 2) return;
  several_threads.store(false);
  if (!threads_.empty()) ask_for_gathering(*threads_.front());
}

// REQUIRES: it has no section open.
void FreeTurn::give_bias_up(Attached& me) {
  me.biased = kNoBias;
  slots_.wanted[me.slot].store(false, std::memory_order_relaxed);
  slots_.biased[me.slot].store(false, std::memory_order_release);
  unbiased_.fetch_add(1, std::memory_order_release);
  wake(unbiased_, INT32_MAX);
}

// A thread that is away is in no section, and does not come back in the middle of this. False: it is here.
bool FreeTurn::end_bias_of_absent(Attached& other) {
  uint32_t expected = kAway;
  const bool was_away = other.presence.compare_exchange_strong(expected, kHeld, std::memory_order_acquire);
  if (!was_away && expected != kHeld) return false;
  other.biased = kNoBias;
  slots_.biased[other.slot].store(false, std::memory_order_release);
  if (was_away) {
    other.presence.store(kAway, std::memory_order_release);
    wake(other.presence, 1);
  }
  return true;
}

void FreeTurn::end_bias(Attached& me, uint8_t slot) {
  constexpr Nanoseconds kLookAgain = 100'000;  // for a thread that has gone away meanwhile
  while (slots_.biased[slot].load(std::memory_order_acquire)) {
    const uint32_t seen = unbiased_.load(std::memory_order_acquire);
    {
      std::lock_guard lock(mutex_);
      Attached* other = threads_by_slot_[slot];
      if (!other || end_bias_of_absent(*other)) return;
      slots_.wanted[slot].store(true, std::memory_order_relaxed);
      other->ask(kStop);
    }
    tell_stopper();  // it may be waiting for the world to stop
    if (is_bias_wanted(me)) give_bias_up(me);
    wait_while(unbiased_, seen, now() + kLookAgain);
  }
}

void FreeTurn::attach_slowly(Attached& me) {
  const Nanoseconds arrived = now();
  if (me.figures) me.figures->note_wanted(arrived, me.came_from.load(std::memory_order_relaxed));
  uint32_t expected = kAway;
  while (!me.presence.compare_exchange_strong(expected, kHere, std::memory_order_acquire)) {
    if (expected == kBorrowed) sched_yield();
    if (expected == kHeld) wait_while(me.presence, kHeld, kForEver);
    expected = kAway;
  }
  if (me.guards) take_objects(me, me.guards);
  const Nanoseconds time = now();
  if (me.figures) me.figures->note_got(time);
  me.waited.store(time - arrived, std::memory_order_relaxed);
}

void FreeTurn::before_detaching(Attached& me, Reason why) {
  if (me.guards) release_objects(me.guards);
  if (me.figures) me.figures->note_gave(now(), why);
}

void FreeTurn::pause(Attached& me) {
  detach(me, Reason::Turn);
  attach(me);
}

void FreeTurn::tell_stopper() {
  told_.fetch_add(1, std::memory_order_release);
  wake(told_, 1);
}

namespace {

bool hold(Attached& thread) {
  uint32_t expected;
  do {
    expected = kAway;
    if (thread.presence.compare_exchange_strong(expected, kHeld)) return true;
    if (expected == kBorrowed) sched_yield();
  } while (expected == kBorrowed);
  return expected == kHeld;
}

}  // namespace

// False: somebody is still here.
bool FreeTurn::hold_all_but(const Attached& me) {
  std::lock_guard lock(mutex_);
  bool all = true;
  for (Attached* each : threads_) {
    if (each == &me || hold(*each)) continue;
    each->ask(kStop);
    all = false;
  }
  return all;
}

void FreeTurn::stop_world(Attached& me) {
  if (stopper_.load() == &me) {
    ++times_stopped_;
    return;
  }
  const Attached* nobody = nullptr;
  while (!stopper_.compare_exchange_strong(nobody, &me)) {
    pause(me);
    nobody = nullptr;
  }
  times_stopped_ = 1;
  if (me.guards) release_objects(me.guards);
  for (uint32_t seen = told_.load(std::memory_order_acquire); !hold_all_but(me); seen = told_.load()) {
    if (is_bias_wanted(me)) give_bias_up(me);
    wait_while(told_, seen, kForEver);
  }
}

void FreeTurn::start_world(Attached& me) {
  if (--times_stopped_ > 0) return;
  {
    std::lock_guard lock(mutex_);
    stopper_.store(nullptr);
    for (Attached* each : threads_) {
      uint32_t expected = kHeld;
      if (each->presence.compare_exchange_strong(expected, kAway)) wake(each->presence, 1);
    }
  }
  if (me.guards) take_objects(me, me.guards);
}

uint64_t FreeTurn::begin_grace(Attached& me) {
  const uint64_t period = period_.fetch_add(1, std::memory_order_seq_cst) + 1;
  is_grace_over(me, period);  // asks
  return period;
}

bool FreeTurn::is_grace_over(Attached& me, uint64_t period) {
  std::lock_guard lock(mutex_);
  bool over = true;
  for (Attached* each : threads_) {
    if (each == &me || each->presence.load() != kHere || each->passed.load() >= period) continue;
    each->ask(kQuiesce);
    over = false;
  }
  return over;
}

void FreeTurn::reset(Attached& me) {
  mutex_.reset();
  threads_.assign(1, &me);
  for (Attached*& each : threads_by_slot_) {
    if (each != &me) each = nullptr;
  }
  for (uint32_t slot = 0; slot < 256; ++slot) {
    if (slot != me.biased) slots_.biased[slot].store(false);
  }
  stopper_.store(nullptr);
  thread_count.store(1);
  several_threads.store(false);
  reset_slots(me);
  reset_spreading();
}

}  // namespace gillab::gil
