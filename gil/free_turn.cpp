// Stopping the world, and what a thread does meanwhile.
#include "gil/free_turn.h"

#include <algorithm>
#include <mutex>

#include "gil/object_lock.h"

namespace gillab::gil {

constinit thread_local Attached* attached_here = nullptr;

void FreeTurn::begin(Attached& me) {
  attached_here = &me;
  std::lock_guard lock(mutex_);
  me.slot = kNoSlot;
  for (uint8_t slot = 1; slot <= kMostSlots; ++slot) {
    if (slots_[slot]) continue;
    slots_[slot] = true;
    me.slot = slot;
    break;
  }
  me.presence.store(stopper_.load() ? kHeld : kAway);
  threads_.push_back(&me);
}

void FreeTurn::end(Attached& me) {
  std::lock_guard lock(mutex_);
  if (me.slot != kNoSlot) slots_[me.slot] = false;
  std::erase(threads_, &me);
  attached_here = nullptr;
}

void FreeTurn::attach_slowly(Attached& me) {
  const Nanoseconds arrived = now();
  if (me.figures) me.figures->note_wanted(arrived, me.came_from.load(std::memory_order_relaxed));
  uint32_t expected = kAway;
  while (!me.presence.compare_exchange_strong(expected, kHere, std::memory_order_acquire)) {
    wait_while(me.presence, kHeld, kForEver);
    expected = kAway;
  }
  if (me.guards) take_objects(me.guards);
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
  if (me.guards) take_objects(me.guards);
}

void FreeTurn::reset(Attached& me) {
  mutex_.reset();
  threads_.assign(1, &me);
  stopper_.store(nullptr);
}

}  // namespace gillab::gil
