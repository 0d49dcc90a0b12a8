// The global turn under a virtual clock: threads that compute and do I/O for given times, and a policy that decides.
// What GlobalTurn does with mutexes and futexes is done here by a queue of events, so a bound can be checked exactly.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "gil/turns/policy.h"

namespace gillab::gil {

struct SimulatedThread {
  Nanoseconds computes;  // before it gives the turn up by itself; kForEver: never
  Nanoseconds away = 0;  // in I/O after that
  Reason why = Reason::Io;

  Nanoseconds held = 0;
  Nanoseconds longest_wait = 0;
  uint64_t turns = 0;
  uint64_t forced = 0;

  Waiter waiter{};
  Nanoseconds left = 0;       // of its computing
  Nanoseconds back_at = 0;    // from I/O
  enum { Away, Waiting, Holding } state = Away;
};

class Simulation {
 public:
  Simulation(const Policy& policy, std::vector<SimulatedThread> threads)
      : threads(std::move(threads)), policy_(policy) {}

  void run(Nanoseconds until) {
    while (time < until) {
      for (size_t i = 0; i < threads.size(); ++i) arrive_if_due(i);
      if (!holder_) take_open();
      const Nanoseconds next = std::min(next_event(), until);
      if (holder_) advance_holder(next - time);
      time = next;
      if (holder_) act_on_holder();
    }
  }

  std::vector<SimulatedThread> threads;
  Nanoseconds time = 0;
  std::vector<size_t> order;  // who got the turn, in order

 private:
  static constexpr Nanoseconds kWakeUp = 5'000;  // from a wake-up to running, where the turn lies open

  void arrive_if_due(size_t i) {
    SimulatedThread& each = threads[i];
    if (each.state != SimulatedThread::Away || each.back_at > time) return;
    each.waiter = {turns_of_all_ == 0 ? Reason::Start : each.waiter.came_from, time};
    each.state = SimulatedThread::Waiting;
    queue_.push_back(i);
    if (!holder_) grant(queue_.size() - 1);  // free or open: a newcomer takes it
  }

  void take_open() {
    if (!queue_.empty() && time >= open_until_) grant(0);
  }

  void grant(size_t position) {
    const size_t i = queue_[position];
    queue_.erase(queue_.begin() + static_cast<ptrdiff_t>(position));
    SimulatedThread& each = threads[i];
    const Nanoseconds waited = time - each.waiter.since;
    each.longest_wait = std::max(each.longest_wait, waited);
    if (each.left <= 0) each.left = each.computes;
    each.state = SimulatedThread::Holding;
    ++each.turns;
    ++turns_of_all_;
    if (order.empty() || order.back() != i) last_switch_ = time;
    holding_ = {each.waiter.came_from, last_switch_, waited};
    holder_ = i;
    order.push_back(i);
  }

  std::optional<Nanoseconds> deadline_of(size_t position) const {
    const Waiter& waiter = threads[queue_[position]].waiter;
    const Nanoseconds deadline = policy_.asks_at(waiter, holding_, {position, queue_.size()});
    return deadline == kForEver ? std::nullopt : std::optional(deadline);
  }

  Nanoseconds next_event() const {
    Nanoseconds next = kForEver;
    for (const SimulatedThread& each : threads) {
      if (each.state == SimulatedThread::Away) next = std::min(next, std::max(each.back_at, time));
    }
    if (!holder_) return queue_.empty() ? next : std::min(next, std::max(open_until_, time));
    const SimulatedThread& running = threads[*holder_];
    if (running.computes != kForEver) next = std::min(next, time + running.left);
    for (size_t i = 0; i < queue_.size(); ++i) {
      if (auto deadline = deadline_of(i)) next = std::min(next, std::max(*deadline, time));
    }
    return next;
  }

  void advance_holder(Nanoseconds passed) {
    threads[*holder_].held += passed;
    threads[*holder_].left -= passed;
  }

  void act_on_holder() {
    SimulatedThread& running = threads[*holder_];
    if (running.computes != kForEver && running.left <= 0) return give_up(running.why);
    for (size_t i = 0; i < queue_.size(); ++i) {
      if (auto deadline = deadline_of(i); deadline && *deadline <= time) return give_up(Reason::Turn);
    }
  }

  void give_up(Reason why) {
    const size_t i = *holder_;
    SimulatedThread& giver = threads[i];
    holder_.reset();
    giver.waiter.came_from = why;
    giver.forced += why == Reason::Turn;
    std::vector<const Waiter*> waiters;
    for (size_t each : queue_) waiters.push_back(&threads[each].waiter);
    const size_t chosen = queue_.empty() ? Policy::kOpen : policy_.choose(waiters, why, time);
    giver.state = SimulatedThread::Away;
    giver.back_at = why == Reason::Turn ? time : time + giver.away;
    open_until_ = time + kWakeUp;
    if (chosen != Policy::kOpen) grant(chosen);
  }

  const Policy& policy_;
  std::vector<size_t> queue_;
  std::optional<size_t> holder_;
  Holder holding_;
  Nanoseconds last_switch_ = 0;
  Nanoseconds open_until_ = 0;
  uint64_t turns_of_all_ = 0;
};

inline SimulatedThread spinner() { return {kForEver}; }
inline SimulatedThread serving(Nanoseconds computes, Nanoseconds away) { return {computes, away}; }

// 1: all had the same; 1/n: one had everything.
inline double jain_index(const std::vector<SimulatedThread>& threads) {
  double sum = 0, squares = 0;
  for (const SimulatedThread& each : threads) {
    sum += static_cast<double>(each.held);
    squares += static_cast<double>(each.held) * static_cast<double>(each.held);
  }
  return squares == 0 ? 1 : sum * sum / (static_cast<double>(threads.size()) * squares);
}

}  // namespace gillab::gil
