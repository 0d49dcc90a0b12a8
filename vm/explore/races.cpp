#include "vm/explore/races.h"

#include <algorithm>
#include <utility>

#include "vm/explore/value_text.h"

namespace gillab::explore {
namespace {

using gil::schedule::machine;
using gil::schedule::Status;

// Slots and the whole they are part of are one thing here: an access of the whole meets all slots.
bool same_place(uint64_t a, uint64_t b) { return a == b || a == kWhole || b == kWhole; }

uint64_t mixed(uint64_t a, uint64_t b) { return (a ^ b * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93 + (a >> 31); }

std::string change(bool writes, const std::string& before, const std::string& after) {
  if (!writes) return before.empty() ? "" : "-> " + before;
  return before.empty() && after.empty() ? "" : before + " -> " + after;
}

}  // namespace

void RaceDetector::join(Clock& clock, const Clock& other) {
  for (uint32_t i = 0; i < machine().fiber_count; ++i) clock[i] = std::max(clock[i], other[i]);
}

void RaceDetector::begin_run() {
  now_ = Known();
  kept_.clear();
  of_this_run_.clear();
  note_new_threads();
}

void RaceDetector::end_run(const std::string& replay) {
  for (uint32_t i : of_this_run_) {
    ++reports_[i].runs;
    if (reports_[i].replay.empty()) reports_[i].replay = replay;
  }
}

// A thread begins with all that its maker knew, also of threads whose end it had waited for.
void RaceDetector::note_new_threads() {
  for (auto i = static_cast<uint32_t>(now_.threads.size()); i < machine().fiber_count; ++i) {
    ThreadKnown fresh;
    const uint32_t maker = i ? record_of(i).maker : 0;
    if (i && maker < now_.threads.size()) {
      fresh.clock = now_.threads[maker].clock;
      fresh.strict = now_.threads[maker].strict;
    }
    for (uint32_t k = 0; k < i; ++k) {
      if (!record_of(i).made_after.has(k)) continue;
      join(fresh.clock, now_.threads[k].clock);
      join(fresh.strict, now_.threads[k].strict);
    }
    fresh.clock[i] = fresh.strict[i] = 1;
    now_.threads.push_back(std::move(fresh));
  }
}

// Its stack, and the locks it holds.
uint32_t RaceDetector::site_of(uint32_t thread) {
  const ThreadRecord& record = record_of(thread);
  std::vector<uint64_t> key = {thread};
  for_each_frame_of_script(*record.thread, [&](const Frame& frame) {
    key.push_back(reinterpret_cast<uint64_t>(frame.code));
    key.push_back(static_cast<uint64_t>(frame.pc - frame.body->words.data()));
  });
  for (const Held& lock : now_.threads[thread].held) key.push_back(lock.lock);
  const auto [known, fresh] = numbers_of_sites_.try_emplace(std::move(key), static_cast<uint32_t>(sites_.size()));
  if (!fresh) return known->second;
  Site site;
  site.thread = thread;
  for_each_frame_of_script(*record.thread, [&](const Frame& frame) { site.stack.push_back(location_of_frame(frame)); });
  site.is_call = !site.stack.empty() && site.stack.front().opcode == "CALL";
  const std::string& opcode = site.stack.empty() ? std::string() : site.stack.front().opcode;
  site.is_one_step = opcode == "CALL" || opcode == "STORE_SUBSCR" || opcode == "DELETE_SUBSCR";
  site.started = record.made_at;
  for (const Held& lock : now_.threads[thread].held) {
    site.held += (site.held.empty() ? "" : ", ") + name_of_lock(*record.thread, Value::from_bits(lock.lock));
  }
  if (site.held.empty()) site.held = "none";
  sites_.push_back(std::move(site));
  return known->second;
}

void RaceDetector::before(Choice choice) {
  of_this_step_.clear();
  note_new_threads();
  const uint32_t thread = choice.thread;
  const ThreadRecord& record = record_of(thread);
  ThreadKnown& mine = now_.threads[thread];
  for (uint32_t i = 0; i < machine().fiber_count; ++i) {  // join() gives what the other did before it ended
    if (!record.joined.has(i) || machine().fibers[i].status != Status::Ended) continue;
    join(mine.clock, now_.threads[i].clock);
    join(mine.strict, now_.threads[i].strict);
  }
  if (mine.waited) join(mine.clock, now_.objects[std::exchange(mine.waited, 0)]);
  pending_ = machine().fibers[thread].status == Status::Operation ? record.pending : Operation{};
  if (pending_.kind == Kind::None) return;
  line_ = line_of_thread(*record.thread);
  values_.clear();
  if (pending_.is_sync) return;
  site_ = site_of(thread);
  for (uint32_t i = 0; i < pending_.touch_count; ++i) {
    values_.push_back(value_of_variable(*record.thread, pending_.touches[i].variable));
  }
}

void RaceDetector::after(Choice choice) {
  const uint32_t thread = choice.thread;
  if (pending_.kind == Kind::None) return;
  if (pending_.is_sync) {
    note_sync(thread, pending_);
  } else {
    Access access;
    access.thread = thread;
    access.site = site_;
    access.clock = now_.threads[thread].clock[thread];
    access.section = now_.threads[thread].held.empty() ? 0 : now_.threads[thread].sections;
    for (uint32_t i = 0; i < pending_.touch_count; ++i) {
      const Touch& touch = pending_.touches[i];
      access.writes = touch.writes;
      access.value = change(touch.writes, values_[i], touch.writes ? value_of_variable(*record_of(0).thread, touch.variable) : "");
      note_access(thread, touch, access);
    }
  }
  ++now_.threads[thread].clock[thread];
  ++now_.threads[thread].strict[thread];
  note_new_threads();
}

void RaceDetector::note_sync(uint32_t thread, const Operation& operation) {
  const uint64_t object = operation.target.bits();
  ThreadKnown& me = now_.threads[thread];
  synchronised_.add(thread);
  Clock& its = now_.objects[object];
  if (operation.kind != Kind::Release) join(me.clock, its);
  if (operation.kind != Kind::Acquire) join(its, me.clock);
  if (operation.kind == Kind::Wait) me.waited = object;
  if (operation.kind == Kind::Acquire || operation.kind == Kind::TryAcquire) note_acquisition(thread, operation);
  const uint64_t given = operation.kind == Kind::Wait ? operation.gives.bits() : object;
  if (operation.kind != Kind::Release && operation.kind != Kind::Wait) return;
  if (given != object) join(now_.objects[given], me.clock);
  std::erase_if(me.held, [&](const Held& each) { return each.lock == given; });
}

void RaceDetector::note_acquisition(uint32_t thread, const Operation& operation) {
  const uint64_t object = operation.target.bits();
  const Holder* holder = holder_of(operation.target);
  if (!holder || holder->thread != thread) return;  // it gave up, or did not get it
  ThreadKnown& me = now_.threads[thread];
  const ThreadRecord& record = record_of(thread);
  for (const Held& outer : me.held) {
    if (outer.lock == object || operation.kind == Kind::TryAcquire || operation.timed) continue;
    LockOrder order{outer.lock, object, "", "", {}, thread, outer.line, line_};
    for (const Held& gate : me.held) {
      if (gate.lock != outer.lock) order.gates.push_back(gate.lock);
    }
    const auto known = std::find_if(orders_.begin(), orders_.end(), [&](const LockOrder& each) {
      return each.first == order.first && each.second == order.second && each.thread == thread && each.gates == order.gates;
    });
    note_taken(thread, static_cast<uint32_t>(known - orders_.begin()));
    if (known != orders_.end()) continue;
    order.first_name = name_of_lock(*record.thread, Value::from_bits(outer.lock));
    order.second_name = name_of_lock(*record.thread, operation.target);
    orders_.push_back(std::move(order));
  }
  const bool again = std::any_of(me.held.begin(), me.held.end(), [&](const Held& each) { return each.lock == object; });
  if (again) return;
  me.held.push_back({object, line_});
  ++me.sections;
}

// Which orders, taken before by others, nothing but locks keeps apart from this one.
void RaceDetector::note_taken(uint32_t me, uint32_t order) {
  const Clock& strict = now_.threads[me].strict;
  bool known = false;
  for (Taken& each : now_.taken) {
    if (each.order == order) {
      each.clock = strict[me];
      known = true;
      continue;
    }
    const uint32_t other = orders_[each.order].thread;
    const std::pair<uint32_t, uint32_t> pair(std::min(each.order, order), std::max(each.order, order));
    if (other == me || each.clock <= strict[other]) continue;
    if (std::find(at_once_.begin(), at_once_.end(), pair) == at_once_.end()) at_once_.push_back(pair);
  }
  if (!known) now_.taken.push_back({order, strict[me]});
}

void RaceDetector::compare(const Watched& watched, const Touch& touch, const Access& access) {
  const uint64_t place = touch.variable.place == kWhole ? watched.place : touch.variable.place;  // the narrower of the two
  const auto unordered = [&](const Access& other) {
    if (other.thread == access.thread || is_before(other, access.thread)) return;
    const Site &first = sites_[other.site], &second = sites_[access.site];
    const bool atomic = (first.is_call && second.is_call) || (place == kStructure && first.is_one_step && second.is_one_step);
    report(atomic ? Verdict::UnorderedAtomic : Verdict::DataRace, {{touch.variable.object, place}, touch.writes}, other, access);
  };
  for (const Access& other : watched.writes) unordered(other);
  if (!touch.writes) return;
  for (const Access& other : watched.reads) unordered(other);
}

// Read in one locked section, written in another, and somebody else wrote in between: each step was locked, the whole
// was not.
void RaceDetector::look_for_stale_read(const Watched& here, const Touch& touch, const Access& access) {
  if (!touch.writes || access.section == 0 || !here.written) return;
  const Access& other = here.last_write;
  if (other.thread == access.thread || other.section == 0 || !is_before(other, access.thread)) return;
  for (const Access& read : here.reads) {
    const bool stale = read.thread == access.thread && read.section != 0 && read.section != access.section;
    if (stale && read.order < other.order) report(Verdict::Atomicity, touch, other, access);
  }
}

void RaceDetector::note_access(uint32_t thread, const Touch& touch, const Access& access) {
  std::vector<Watched>& places = now_.variables[touch.variable.object];
  Watched* here = nullptr;
  for (Watched& watched : places) {
    if (same_place(watched.place, touch.variable.place)) compare(watched, touch, access);
    if (watched.place == touch.variable.place) here = &watched;
  }
  if (!here) {
    places.push_back({touch.variable.place, {}, {}, {}, false});
    here = &places.back();
  }
  look_for_stale_read(*here, touch, access);
  std::vector<Access>& list = touch.writes ? here->writes : here->reads;
  std::erase_if(list, [&](const Access& each) { return each.thread == thread; });
  list.push_back(access);
  list.back().order = ++now_.order;
  if (!touch.writes) return;
  here->last_write = list.back();
  here->written = true;
}

void RaceDetector::found(uint32_t number) {
  for (std::vector<uint32_t>* list : {&of_this_run_, &of_this_step_}) {
    if (std::find(list->begin(), list->end(), number) == list->end()) list->push_back(number);
  }
}

// One report for a variable and a pair of lines.
void RaceDetector::report(Verdict verdict, const Touch& touch, const Access& first, const Access& second) {
  const auto lines = std::minmax({sites_[first.site].line(), sites_[second.site].line()});
  const std::array<uint64_t, 5> key = {static_cast<uint64_t>(verdict), touch.variable.object, touch.variable.place,
                                       static_cast<uint64_t>(lines.first), static_cast<uint64_t>(lines.second)};
  const auto [known, fresh] = numbers_of_reports_.try_emplace(key, static_cast<uint32_t>(reports_.size()));
  if (!fresh) return found(known->second);
  const std::string name = name_of_variable(*record_of(0).thread, touch.variable);
  for (uint32_t i = 0; i < reports_.size(); ++i) {  // objects made anew in each schedule have one name
    const RaceReport& each = reports_[i];
    if (each.verdict != verdict || each.variable != name) continue;
    if (std::minmax({sites_[each.first.site].line(), sites_[each.second.site].line()}) == lines) known->second = i;
  }
  if (known->second == reports_.size()) reports_.push_back({verdict, name, first, second, 0, ""});
  found(known->second);
}

// Which threads know of the moment of another, by its clock: all that later comparisons will ask.
uint64_t RaceDetector::relations(uint32_t thread, uint32_t clock) const {
  uint64_t bits = 1;
  for (const ThreadKnown& each : now_.threads) bits = bits << 1 | (clock <= each.clock[thread]);
  uint64_t sum = bits;
  for (const auto& [object, each] : now_.objects) sum = mixed(sum, object << 1 | (clock <= each[thread]));
  return sum;
}

uint64_t RaceDetector::digest() {
  uint64_t sum = 1;
  const auto add = [&](uint64_t word) { sum = mixed(sum, word); };
  const auto add_access = [&](const Access& access) {
    const uint32_t sections = now_.threads[access.thread].sections;
    const uint64_t section = access.section == 0 ? 0 : access.section == sections ? 1 : 2;
    add(uint64_t{access.site} << 8 | section << 4 | uint64_t{access.writes});
    add(relations(access.thread, access.clock));
  };
  for (const ThreadKnown& each : now_.threads) {
    add(each.waited);
    for (const Held& held : each.held) add(held.lock * 64 + static_cast<uint64_t>(held.line));
    for (uint32_t i = 0; i < now_.threads.size(); ++i) add(each.strict[i] >= now_.threads[i].strict[i]);
  }
  for (const auto& [object, places] : now_.variables) {
    for (const Watched& watched : places) {
      uint64_t unordered = mixed(object, watched.place);
      const uint64_t so_far = std::exchange(sum, 0);
      for (const std::vector<Access>* list : {&watched.writes, &watched.reads}) {
        for (const Access& access : *list) {
          sum = access.thread + 1;
          add_access(access);
          if (watched.written) add(access.order < watched.last_write.order);
          unordered += sum;  // whose came first does not matter
        }
      }
      sum = mixed(so_far, unordered);
      if (watched.written) add(watched.last_write.thread);
    }
  }
  for (const Taken& each : now_.taken) add(each.order);
  return sum;
}

std::vector<std::vector<LockOrder>> RaceDetector::inversions() const {
  std::vector<std::vector<LockOrder>> cycles;
  std::vector<uint32_t> path;
  const auto fits = [&](uint32_t next) {
    return std::all_of(path.begin(), path.end(), [&](uint32_t each) {
      const std::pair<uint32_t, uint32_t> pair(std::min(each, next), std::max(each, next));
      const auto& gates = orders_[next].gates;
      const bool gated = std::any_of(gates.begin(), gates.end(), [&](uint64_t gate) {
        return std::find(orders_[each].gates.begin(), orders_[each].gates.end(), gate) != orders_[each].gates.end();
      });
      return !gated && orders_[each].first != orders_[next].first &&
             std::find(at_once_.begin(), at_once_.end(), pair) != at_once_.end();
    });
  };
  const auto extend = [&](const auto& again) -> void {
    if (path.size() > 1 && orders_[path.back()].second == orders_[path.front()].first) {
      std::vector<LockOrder> cycle;
      for (uint32_t each : path) cycle.push_back(orders_[each]);
      cycles.push_back(std::move(cycle));
      return;
    }
    for (uint32_t next = path.front() + 1; next < orders_.size(); ++next) {
      if (orders_[next].first != orders_[path.back()].second || !fits(next)) continue;
      path.push_back(next);
      again(again);
      path.pop_back();
    }
  };
  for (uint32_t first = 0; first < orders_.size(); ++first) {
    path = {first};
    extend(extend);
  }
  return cycles;
}

}  // namespace gillab::explore
