#include "vm/explore/races.h"

#include <algorithm>

namespace gillab::explore {
namespace {

using gil::schedule::machine;
using gil::schedule::Status;

// Slots and the whole they are part of are one thing here: an access of the whole meets all slots.
bool same_place(const Variable& a, const Variable& b) {
  if (a.object != b.object) return false;
  return a.place == b.place || a.place == kWhole || b.place == kWhole;
}

}  // namespace

void RaceDetector::join(Clock& clock, const Clock& other) {
  for (uint32_t i = 0; i < kThreads; ++i) clock[i] = std::max(clock[i], other[i]);
}

void RaceDetector::begin_run() {
  clocks_.clear();
  objects_.clear();
  waited_.clear();
  held_.clear();
  sections_.clear();
  variables_.clear();
  of_this_run_.clear();
  note_new_threads();
}

void RaceDetector::end_run(const std::string& replay) {
  for (size_t i : of_this_run_) {
    ++reports_[i].runs;
    if (reports_[i].replay.empty()) reports_[i].replay = replay;
  }
}

// A thread begins with all that its maker knew.
void RaceDetector::note_new_threads() {
  for (auto i = static_cast<uint32_t>(clocks_.size()); i < machine().fiber_count; ++i) {
    Clock clock{};
    const uint32_t maker = i ? record_of(i).maker : 0;
    if (i && maker < clocks_.size()) clock = clocks_[maker];
    clock[i] = 1;
    clocks_.push_back(clock);
    waited_.push_back(0);
    held_.emplace_back();
    sections_.push_back(0);
  }
}

void RaceDetector::before(Choice choice) {
  note_new_threads();
  const uint32_t thread = choice.thread;
  const ThreadRecord& record = record_of(thread);
  Clock& clock = clocks_[thread];
  for (uint32_t i = 0; i < machine().fiber_count; ++i) {  // join() gives what the other did before it ended
    if ((record.joined >> (i % 64) & 1) && machine().fibers[i].status == Status::Ended) join(clock, clocks_[i]);
  }
  if (waited_[thread]) join(clock, objects_[std::exchange(waited_[thread], 0)]);
  pending_ = machine().fibers[thread].status == Status::Operation ? record.pending : Operation{};
  if (pending_.kind == Kind::None) return;
  access_ = Access{};
  access_.thread = thread;
  access_.where = location_of_thread(*record.thread);
  access_.what = describe(*record.thread, pending_);
  access_.is_call = access_.where.opcode == "CALL";
  access_.started = record.made_at;
  access_.section = held_[thread].empty() ? 0 : sections_[thread];
  for (const Held& lock : held_[thread]) access_.held += (access_.held.empty() ? "" : ", ") + lock.name;
  if (access_.held.empty()) access_.held = "none";
}

void RaceDetector::after(Choice choice) {
  const uint32_t thread = choice.thread;
  if (pending_.kind == Kind::None) return;
  access_.clock = clocks_[thread][thread];
  if (pending_.is_sync) {
    note_sync(thread, pending_);
  } else {
    for (uint32_t i = 0; i < pending_.touch_count; ++i) {
      access_.writes = pending_.touches[i].writes;
      note_access(thread, pending_.touches[i], access_);
    }
  }
  ++clocks_[thread][thread];
  note_new_threads();
}

void RaceDetector::note_sync(uint32_t thread, const Operation& operation) {
  const uint64_t object = operation.target.bits();
  Clock& mine = clocks_[thread];
  Clock& its = objects_[object];
  std::vector<Held>& held = held_[thread];
  if (operation.kind != Kind::Release) join(mine, its);
  if (operation.kind != Kind::Acquire) join(its, mine);
  if (operation.kind == Kind::Wait) waited_[thread] = object;
  if (operation.kind == Kind::Acquire) {
    const std::string name = name_of_lock(*record_of(thread).thread, operation.target);
    for (const Held& outer : held) {
      if (outer.lock == object) continue;
      const LockOrder order{outer.name, name, thread, outer.line, access_.where.line};
      const bool known = std::any_of(orders_.begin(), orders_.end(), [&](const LockOrder& each) {
        return each.first == order.first && each.second == order.second && each.thread == thread;
      });
      if (!known) orders_.push_back(order);
    }
    held.push_back({object, name, access_.where.line});
    ++sections_[thread];
  }
  if (operation.kind == Kind::Release || operation.kind == Kind::Wait) {
    std::erase_if(held, [&](const Held& each) { return each.lock == object; });
  }
}

void RaceDetector::note_access(uint32_t thread, const Touch& touch, const Access& access) {
  for (auto& [variable, watched] : variables_) {
    if (!same_place(variable, touch.variable)) continue;
    for (const Access& other : watched.writes) {
      if (other.thread == thread || is_before(other, thread)) continue;
      report(other.is_call && access.is_call ? Verdict::UnorderedAtomic : Verdict::DataRace, touch, other, access);
    }
    if (!touch.writes) continue;
    for (const Access& other : watched.reads) {
      if (other.thread == thread || is_before(other, thread)) continue;
      report(other.is_call && access.is_call ? Verdict::UnorderedAtomic : Verdict::DataRace, touch, other, access);
    }
  }
  Watched& here = variables_[touch.variable];
  if (touch.writes && access.section != 0) {
    // Read in one locked section, written in another, and somebody else wrote in between: each step was locked, the whole
    // was not.
    for (const Access& read : here.reads) {
      const bool stale = read.thread == thread && read.section != 0 && read.section != access.section;
      if (stale && here.written && here.last_write.thread != thread && here.last_write.section != 0 &&
          read.order < here.last_write.order && is_before(here.last_write, thread)) {
        report(Verdict::Atomicity, touch, here.last_write, access);
      }
    }
  }
  std::vector<Access>& list = touch.writes ? here.writes : here.reads;
  std::erase_if(list, [&](const Access& each) { return each.thread == thread; });
  list.push_back(access);
  list.back().order = ++order_;
  if (touch.writes) {
    here.last_write = list.back();
    here.written = true;
  }
}

void RaceDetector::report(Verdict verdict, const Touch& touch, const Access& first, const Access& second) {
  const std::string name = name_of_variable(*record_of(0).thread, touch.variable);
  for (size_t i = 0; i < reports_.size(); ++i) {
    const RaceReport& each = reports_[i];
    const auto lines = std::minmax(each.first.where.line, each.second.where.line);
    if (each.verdict != verdict || each.variable != name || lines != std::minmax(first.where.line, second.where.line)) continue;
    if (std::find(of_this_run_.begin(), of_this_run_.end(), i) == of_this_run_.end()) of_this_run_.push_back(i);
    return;
  }
  of_this_run_.push_back(reports_.size());
  reports_.push_back({verdict, name, first, second, 0, ""});
}

std::vector<std::pair<LockOrder, LockOrder>> RaceDetector::inversions() const {
  std::vector<std::pair<LockOrder, LockOrder>> found;
  for (size_t i = 0; i < orders_.size(); ++i) {
    for (size_t k = i + 1; k < orders_.size(); ++k) {
      if (orders_[i].first == orders_[k].second && orders_[i].second == orders_[k].first && orders_[i].thread != orders_[k].thread) {
        found.emplace_back(orders_[i], orders_[k]);
      }
    }
  }
  return found;
}

}  // namespace gillab::explore
