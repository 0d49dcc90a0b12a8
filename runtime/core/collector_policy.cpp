// When cycles are collected, of which generation, and who is told. How they are found: collector.cpp.
#include <algorithm>
#include <cinttypes>
#include <cstdio>

#include "runtime/collector.h"
#include "runtime/dict.h"
#include "runtime/errors.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/operations.h"
#include "runtime/sizes.h"
#include "runtime/str.h"

namespace gillab {

namespace {

// scripts/bench/search_tree.py chose to wait for as many as lived after the last collection, over a quarter of them.
constexpr int64_t kFirstThreshold = usual_or_smallest(20000, 500);
constexpr int64_t kLeastThreshold = usual_or_smallest(10000, 500);

struct Population {
  int64_t of[4] = {};  // containers, by generation
  int64_t all() const { return of[0] + of[1] + of[2] + of[3]; }
};

Population count_containers(Thread& thread) {
  Population population;
  auto visit = [](Object* object, void* context) {
    if (is_container(object)) ++static_cast<Population*>(context)->of[generation_of(object)];
  };
  for_each_object(*thread.interpreter, visit, &population);
  return population;
}

// gc.callbacks get ("start" or "stop", {"generation": 2, "collected": n, "uncollectable": 0}).
bool tell_callbacks(Thread& thread, const char* phase, int generation, int64_t collected) {
  Object* callbacks = thread.interpreter->collector.callbacks;
  if (!callbacks || static_cast<List*>(callbacks)->length.get() == 0) return true;
  Ref info = make_dict(thread);
  Ref name = make_str(thread, phase);
  if (!info || !name) return false;
  const std::pair<const char*, int64_t> facts[] = {
      {"generation", generation}, {"collected", collected}, {"uncollectable", 0}};
  for (const auto& [key, number] : facts) {
    if (!dict_set_name(thread, info.as<Dict>(), intern(thread, std::string_view(key)), make_int(thread, number)))
      return false;
  }
  Ref all = tuple_from(thread, Value::object(callbacks));
  for (uint64_t i = 0; all && i < all.as<Tuple>()->length; ++i) {
    if (!call(thread, all.as<Tuple>()->items[i], name.get(), info.get()))
      write_unraisable(thread, all.as<Tuple>()->items[i]);
  }
  return static_cast<bool>(all);
}

void show_start(Thread& thread, int generation) {
  const Population now = count_containers(thread);
  std::fprintf(stderr,
               "gc: collecting generation %d...\ngc: objects in each generation: %" PRId64 " %" PRId64 " %" PRId64
               "\ngc: objects in permanent generation: %" PRId64 "\n",
               generation, now.of[0], now.of[1], now.of[2], now.of[kPermanent]);
}

void show_end(Thread& thread, int64_t found, int64_t started) {
  const double seconds = static_cast<double>(thread.interpreter->world->monotonic_nanoseconds() - started) / 1e9;
  std::fprintf(stderr, "gc: done, %" PRId64 " unreachable, 0 uncollectable, %.4fs elapsed\n", found, seconds);
}

int64_t collect_and_show(Thread& thread, int generation) {
  if (!(thread.interpreter->collector.debug & kShowStatistics)) return collect_cycles(thread, generation);
  const int64_t started = thread.interpreter->world->monotonic_nanoseconds();
  show_start(thread, generation);
  int64_t found = collect_cycles(thread, generation);
  show_end(thread, found, started);
  return found;
}

void note_collection(Thread& thread, int generation, int64_t found) {
  CollectorState& state = thread.interpreter->collector;
  ++state.collections[generation];
  state.collected[generation] += found;
  if (generation < kOldest) ++state.younger[generation + 1];
  for (int i = 1; i <= generation; ++i) state.younger[i] = 0;
  thread.containers_since_collect = 0;
  if (!state.adapts || generation < kOldest) return;
  state.adapted_threshold = std::max(kLeastThreshold, state.survivors / usual_or_smallest(1, 8));
  apply_collector_settings(*thread.interpreter);
}

int due_generation(const CollectorState& state) {
  if (state.adapts || state.younger[2] > state.thresholds[2]) return 2;
  return state.younger[1] > state.thresholds[1] ? 1 : 0;
}

}  // namespace

bool is_collectable_now(Thread& thread) {
  const Interpreter* interpreter = thread.interpreter;
  return interpreter->collector.enabled && !interpreter->collector.running && !interpreter->collector.telling &&
         !interpreter->finalizing && thread.destroy_depth == 0;
}

int64_t collector_threshold(const CollectorState& state) {
  if (!state.enabled) return INT64_MAX;
  if (state.adapts) return state.adapted_threshold ? state.adapted_threshold : kFirstThreshold;
  return state.thresholds[0] > 0 ? state.thresholds[0] : INT64_MAX;
}

void apply_collector_settings(Interpreter& interpreter) {
  std::lock_guard lock(interpreter.threads_mutex);
  for (Thread* thread : interpreter.threads) thread->collect_threshold = collector_threshold(interpreter.collector);
}

int64_t collect_and_tell(Thread& thread, int generation) {
  CollectorState& state = thread.interpreter->collector;
  if (state.running || state.telling.exchange(true)) return 0;
  if (!tell_callbacks(thread, "start", generation, 0)) clear_exception(thread);
  int64_t found = collect_and_show(thread, generation);
  note_collection(thread, generation, found);
  if (!tell_callbacks(thread, "stop", generation, found)) clear_exception(thread);
  state.telling = false;
  return found;
}

void collect_when_due(Thread& thread) {
  if (thread.containers_since_collect <= thread.collect_threshold) return;
  collect_and_tell(thread, due_generation(thread.interpreter->collector));
}

}  // namespace gillab
