// The slow half of the global turn: the queue, and doing what the policy decides.
#include "gil/global_turn.h"

#include <algorithm>
#include <sched.h>
#include <utility>

namespace gillab::gil {
namespace {

constexpr Nanoseconds kDefaultInterval = 5'000'000;
// Who has asked sleeps at least so long, however short the interval. A deadline that is over before the kernel looks at
// it makes the waiter spin: on busy cores it then keeps the very thread it waits for from running.
constexpr Nanoseconds kShortestSleep = 20'000;
#ifdef GILLAB_HOSTILE
constexpr uint32_t kHostileInstructions = 31;  // a stop at each, a switch after so many: not in step with loops
#endif

}  // namespace

GlobalTurn::GlobalTurn() : policy_(make_policy("cpython", kDefaultInterval)) { set_policy("cpython"); }

// Keeps the mark as long as somebody must be seen by who comes or goes next.
void GlobalTurn::set_holder(Attached* holder) {
  const bool contended = !queue_.empty() || keeper_;
  state_.store(reinterpret_cast<uintptr_t>(holder) | (contended ? kContended : 0), std::memory_order_release);
}

// Under the mutex. A turn that lies open goes to who comes first, newcomer or woken. False: it is held, and its holder
// will take the mutex to give it up.
bool GlobalTurn::take_if_free(Attached& me) {
  if (keeper_ && keeper_ != &me) return false;
  uintptr_t seen = state_.load(std::memory_order_relaxed);
  while ((seen & ~kContended) == 0) {  // fails only against those who take or give a turn that nobody waits for
    if (state_.compare_exchange_weak(seen, word_of(me) | kContended, std::memory_order_acq_rel)) {
      std::erase(queue_, &me);
      set_holder(&me);
      return true;
    }
  }
  while (!(seen & kContended)) {
    if (seen == 0) return take_if_free(me);
    if (state_.compare_exchange_weak(seen, seen | kContended, std::memory_order_acquire)) break;
  }
  return false;
}

void GlobalTurn::attach_slowly(Attached& me) {
  const Nanoseconds arrived = now();
  const Reason came_from = me.came_from.load(std::memory_order_relaxed);
  if (me.figures) me.figures->note_wanted(arrived, came_from);
  std::unique_lock lock(mutex_);
  if (!take_if_free(me)) {
    me.waiter = {came_from, arrived};
    queue_.push_back(&me);
    wait_in_queue(lock, me);
  }
  const Nanoseconds time = now();
  if (std::exchange(last_holder_, &me) != &me) last_switch_ = time;  // taking it back is none: others wait on
  if (me.figures) me.figures->note_got(time);
  me.waited.store(time - arrived, std::memory_order_relaxed);
}

// How many wait before `me`.
size_t GlobalTurn::queue_position(const Attached& me) const {
  return static_cast<size_t>(std::find(queue_.begin(), queue_.end(), &me) - queue_.begin());
}

// When `me` asks for the turn, or looks again whether to.
Nanoseconds GlobalTurn::next_deadline(const Attached& me) const {
  const Attached* current = holder();
  if (!current || keeper_) return kForEver;
  const Holder held{current->came_from.load(std::memory_order_relaxed), last_switch_,
                    current->waited.load(std::memory_order_relaxed)};
  return policy_->asks_at(me.waiter, held, {queue_position(me), queue_.size()});
}

// The turn may come soon, and there is a processor beside the holder's to watch on.
bool GlobalTurn::may_watch(const Attached& me) const {
  return policy_->may_watch(me.waiter) && queue_position(me) + 1 < processors_;
}

// Who has asked watches for the answer. Each switch moves the deadline, so it is computed anew after each sleep. A holder
// that was asked keeps the request until it serves it; asking is repeated because the holder may be another one by then,
// and ever more slowly: a holder that the kernel does not run would else be kept from running by hundreds who ask.
void GlobalTurn::wait_in_queue(std::unique_lock<ShortLock>& lock, Attached& me) {
  while (holder() != &me && !take_if_free(me)) {
    Nanoseconds deadline = next_deadline(me), awake_until = 0;
    if (const Nanoseconds time = now(); time >= deadline) {
      holder()->ask(kSwitch);
      deadline = time + std::max(policy_->interval(), std::clamp(time - last_switch_, kShortestSleep, kDefaultInterval));
      awake_until = time + kWatched;
    } else if (may_watch(me)) {
      awake_until = time + kWatched;
    }
    lock.unlock();
    me.parker.park(deadline, awake_until);
    lock.lock();
  }
}

// Under the mutex, by the holder: hands the turn to whom the policy names, or lets it lie open. Returns who must be
// woken.
Attached* GlobalTurn::give_to_next(Reason why) {
  if (queue_.empty() || keeper_) {
    set_holder(nullptr);
    return nullptr;
  }
  std::vector<const Waiter*> waiters;
  for (const Attached* each : queue_) waiters.push_back(&each->waiter);
  const size_t chosen = policy_->choose(waiters, why, now());
  Attached* next = queue_[chosen == Policy::kOpen ? 0 : chosen];
  if (chosen == Policy::kOpen) {
    set_holder(nullptr);
  } else {
    std::erase(queue_, next);
    set_holder(next);
  }
  return next;
}

void GlobalTurn::detach_slowly(Attached& me, Reason why) {
  if (me.figures) me.figures->note_gave(now(), why);
  // Woken under the lock: who has the turn could else be at its thread's end, and gone, before it is woken.
  std::lock_guard lock(mutex_);
  if (Attached* next = give_to_next(why)) next->parker.unpark();
}

void GlobalTurn::safe_point(Attached& me) {
  if (!(state_.load(std::memory_order_relaxed) & kContended)) return;  // who asked has gone
  me.came_from.store(Reason::Turn, std::memory_order_relaxed);
  detach_slowly(me, Reason::Turn);
  attach_slowly(me);
}

void GlobalTurn::count_out(Attached& me) {
  const bool wanted = state_.load(std::memory_order_relaxed) & kContended;
  if (!wanted && gives_way_.load(std::memory_order_relaxed)) give_way();
  safe_point(me);
}

// Lets a thread come that has no processor. Where other programs keep the processors busy, once may take a slice of each
// of them: giving way never takes more than eight ninths of the time.
void GlobalTurn::give_way() {
  const Nanoseconds before = now();
  if (before < no_way_until_.load(std::memory_order_relaxed)) return;
  sched_yield();
  const Nanoseconds after = now();
  no_way_until_.store(after + (after - before) / 8, std::memory_order_relaxed);
}

bool GlobalTurn::set_policy(std::string_view name) {
  std::lock_guard lock(mutex_);
  std::unique_ptr<Policy> policy = make_policy(name, policy_->interval());
  if (!policy) return false;
  policy_ = std::move(policy);
  policy_name_ = name;
  count_instructions();
  return true;
}

void GlobalTurn::count_instructions() {
#ifdef GILLAB_HOSTILE
  instructions_.store(kHostileInstructions);
#else
  instructions_.store(policy_->instructions());
#endif
  gives_way_.store(policy_->gives_way());
}

void GlobalTurn::set_interval(Nanoseconds interval) {
  std::lock_guard lock(mutex_);
  policy_ = make_policy(policy_name_, interval);
  count_instructions();
}

void GlobalTurn::close(Attached& keeper) {
  std::lock_guard lock(mutex_);
  keeper_ = &keeper;
  set_holder(&keeper);
}

void GlobalTurn::reset(Attached& me) {
  mutex_.reset();  // a thread that the child has not may have held it
  queue_.clear();
  keeper_ = nullptr;
  set_holder(&me);
}

}  // namespace gillab::gil
