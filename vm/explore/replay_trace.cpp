// A schedule as a Chrome trace, for Perfetto: a track for each thread, on it the stretches the thread ran without a break,
// and in each its shared operations. A step lasts a millisecond: the time is the schedule's, not the machine's.
#include <nlohmann/json.hpp>

#include "vm/explore/replay.h"

namespace gillab::explore {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kProcess = 1;
constexpr size_t kStep = 1000;  // microseconds

Json slice(const std::string& name, uint32_t thread, size_t from, size_t steps) {
  return {{"name", name}, {"ph", "X"}, {"pid", kProcess}, {"tid", thread}, {"ts", from * kStep}, {"dur", steps * kStep}};
}

Json named(const char* what, uint32_t thread, const std::string& name) {
  return {{"name", what}, {"ph", "M"}, {"pid", kProcess}, {"tid", thread}, {"args", {{"name", name}}}};
}

Json operation(const Event& event, size_t at) {
  Json made = slice(event.what + (event.value.empty() ? "" : " " + event.value), event.thread, at, 1);
  Json shared = Json::object();
  for (const auto& [name, value] : event.shared) shared[name] = value;
  made["args"] = {{"line", event.where.line}, {"function", event.where.function}, {"instruction", event.where.opcode},
                  {"operation", event.number}, {"overwritten", event.overwritten}, {"shared", shared}};
  return made;
}

// From the thread that is interrupted to the one that goes on.
void add_preemption(Json& events, const Event& before, const Event& next, size_t at) {
  events.push_back({{"name", "preemption"}, {"ph", "i"}, {"s", "t"}, {"pid", kProcess}, {"tid", before.thread}, {"ts", at * kStep}});
  for (const char* phase : {"s", "f"}) {
    const bool starts = phase[0] == 's';
    Json arrow = {{"name", "preemption"}, {"cat", "turn"}, {"ph", phase}, {"id", at}, {"pid", kProcess},
                  {"tid", starts ? before.thread : next.thread}, {"ts", starts ? at * kStep - 1 : at * kStep}};
    if (!starts) arrow["bp"] = "e";
    events.push_back(std::move(arrow));
  }
}

}  // namespace

std::string as_trace(const Replayed& run, const std::string& script, uint32_t threads) {
  Json events = Json::array();
  events.push_back({{"name", "process_name"}, {"ph", "M"}, {"pid", kProcess}, {"args", {{"name", script}}}});
  for (uint32_t i = 0; i <= threads; ++i) events.push_back(named("thread_name", i, thread_name(i)));
  for (size_t at = 0; at < run.events.size();) {
    size_t end = at + 1;
    while (end < run.events.size() && run.events[end].thread == run.events[at].thread) ++end;
    if (at > 0 && run.events[at].preempts) add_preemption(events, run.events[at - 1], run.events[at], at);
    events.push_back(slice("runs", run.events[at].thread, at, end - at));
    for (; at < end; ++at) events.push_back(operation(run.events[at], at));
  }
  Json trace = {{"traceEvents", std::move(events)}, {"displayTimeUnit", "ms"}};
  return trace.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gillab::explore
