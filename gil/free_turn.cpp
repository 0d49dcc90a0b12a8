// Stopping the world, and what a thread does meanwhile.
#include "gil/free_turn.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "gil/object_lock.h"

namespace gillab::gil {

constinit thread_local Attached* attached_here = nullptr;

// A new one while there are any: nobody can have a section open in an object of it.
uint8_t FreeTurn::free_slot() const {
  uint8_t found = kNoSlot;
  for (uint8_t slot = kMostSlots; slot >= 1; --slot) {
    if (!threads_by_slot_[slot] && (found == kNoSlot || !used_slots_[slot] || used_slots_[found])) found = slot;
  }
  return found;
}

void FreeTurn::begin(Attached& me) {
  attached_here = &me;
  std::lock_guard lock(mutex_);
  me.slots = &slots_;
  me.slot = free_slot();
  if (me.slot != kNoSlot) {
    threads_by_slot_[me.slot] = &me;
    if (!std::exchange(used_slots_[me.slot], true)) {
      me.biased = me.slot;
      slots_.biased[me.slot].store(true);
    }
  }
  me.presence.store(stopper_.load() ? kHeld : kAway);
  threads_.push_back(&me);
}

void FreeTurn::end(Attached& me) {
  std::lock_guard lock(mutex_);
  if (me.slot != kNoSlot) {
    threads_by_slot_[me.slot] = nullptr;
    slots_.biased[me.slot].store(false);
  }
  std::erase(threads_, &me);
  attached_here = nullptr;
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
    wait_while(me.presence, kHeld, kForEver);
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

// False: somebody is still here.
bool FreeTurn::hold_all_but(const Attached& me) {
  std::lock_guard lock(mutex_);
  bool all = true;
  for (Attached* each : threads_) {
    uint32_t expected = kAway;
    if (each == &me || each->presence.compare_exchange_strong(expected, kHeld) || expected == kHeld) continue;
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
}

}  // namespace gillab::gil
