// Figures of the turn as a table and as JSON. The counting itself is gil/figures.h.
#include "vm/stats.h"

#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "runtime/stopped_world.h"
#include "runtime/threads.h"
#include "vm/contention_report.h"

namespace gillab {
namespace {

using Json = nlohmann::ordered_json;
using gil::Reason;

double seconds(gil::Nanoseconds time) { return static_cast<double>(time) / 1e9; }
uint64_t released(const gil::Figures& figures, Reason why) { return figures.released[static_cast<size_t>(why)]; }
double away(const gil::Figures& figures, Reason why) { return seconds(figures.away[static_cast<size_t>(why)]); }

EndedThread figures_of(const Thread& thread, gil::Nanoseconds time, bool running) {
  EndedThread result{thread.id, *thread.own_figures, thread.instructions, thread.objects_allocated, thread.objects_freed};
  if (running) result.figures.held = thread.own_figures->held_until(time);
  return result;
}

void add_to(EndedThread* sum, const EndedThread& part) {
  gil::Figures& to = sum->figures;
  const gil::Figures& from = part.figures;
  to.turns += from.turns;
  to.held += from.held;
  to.waited += from.waited;
  to.longest_wait = std::max(to.longest_wait, from.longest_wait);
  for (size_t i = 0; i < gil::kReasonCount; ++i) {
    to.released[i] += from.released[i];
    to.away[i] += from.away[i];
  }
  sum->instructions += part.instructions;
  sum->objects_allocated += part.objects_allocated;
  sum->objects_freed += part.objects_freed;
}

EndedThread sum_of(const std::vector<EndedThread>& threads) {
  EndedThread sum{};
  for (const EndedThread& each : threads) add_to(&sum, each);
  return sum;
}

double elapsed(const Interpreter& interpreter) { return seconds(gil::now() - interpreter.figures_since); }

// A switch is a turn that went to another thread; the first turn of each is none.
double switches_a_second(const Interpreter& interpreter, const EndedThread& sum, size_t threads) {
  const double switches = static_cast<double>(sum.figures.turns) - static_cast<double>(threads);
  return std::max(switches, 0.0) / std::max(elapsed(interpreter), 1e-9);
}

std::string line_of(const std::string& name, const EndedThread& row) {
  const gil::Figures& f = row.figures;
  char line[240];
  std::snprintf(line, sizeof line,
                "%-8s %9llu %8llu %8llu %8llu %8llu %8llu  %9.6f %9.6f %9.6f %9.6f %13llu %11llu %11llu\n", name.c_str(),
                static_cast<unsigned long long>(f.turns), static_cast<unsigned long long>(released(f, Reason::Turn)),
                static_cast<unsigned long long>(released(f, Reason::Io)),
                static_cast<unsigned long long>(released(f, Reason::Sleep)),
                static_cast<unsigned long long>(released(f, Reason::Lock)),
                static_cast<unsigned long long>(released(f, Reason::Native)), seconds(f.held), seconds(f.waited),
                away(f, Reason::Io), seconds(f.longest_wait), static_cast<unsigned long long>(row.instructions),
                static_cast<unsigned long long>(row.objects_allocated),
                static_cast<unsigned long long>(row.objects_freed));
  return line;
}

Json json_of(const EndedThread& row) {
  const gil::Figures& f = row.figures;
  Json voluntary;
  for (Reason why : {Reason::Io, Reason::Sleep, Reason::Lock, Reason::Native, Reason::End}) {
    static constexpr const char* kKeys[] = {"turn", "io", "sleep", "lock", "native", "end"};
    voluntary[kKeys[static_cast<size_t>(why)]] = released(f, why);
  }
  return {{"turns", f.turns},
          {"forced_releases", released(f, Reason::Turn)},
          {"voluntary_releases", voluntary},
          {"held", seconds(f.held)},
          {"waited", seconds(f.waited)},
          {"longest_wait", seconds(f.longest_wait)},
          {"in_io", away(f, Reason::Io)},
          {"asleep", away(f, Reason::Sleep)},
          {"in_locks", away(f, Reason::Lock)},
          {"in_native", away(f, Reason::Native)},
          {"instructions", row.instructions},
          {"objects_allocated", row.objects_allocated},
          {"objects_freed", row.objects_freed}};
}

Json json_of(const std::vector<ContendedObject>& objects) {
  Json rows = Json::array();
  for (const ContendedObject& each : objects) {
    rows.push_back({{"type", each.type},
                    {"name", each.name},
                    {"made_at", each.made_at},
                    {"waits", each.waits},
                    {"waited", each.waited},
                    {"foreign_counts", each.foreign}});
  }
  return rows;
}

}  // namespace

std::vector<EndedThread> thread_figures(Thread& thread) {
  StoppedWorld stopped(thread);  // each counts for itself
  std::vector<EndedThread> all = thread.interpreter->ended_threads;
  const gil::Nanoseconds time = gil::now();
  for_each_thread(*thread.interpreter, [&](Thread& each) {
    if (each.own_figures) all.push_back(figures_of(each, time, &each == &thread));
  });
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return all;
}

double seconds_waited(Thread& thread) {
  const gil::Figures sum = sum_of(thread_figures(thread)).figures;
  return seconds(sum.waited) + away(sum, Reason::Lock);
}

std::string stats_as_text(Thread& thread) {
  const std::vector<EndedThread> threads = thread_figures(thread);
  const EndedThread sum = sum_of(threads);
  std::string text =
      "thread       turns   forced      I/O    sleep     lock   native     held s  waited s  in I/O s longest s  instructions"
      "   allocated       freed\n";
  for (const EndedThread& each : threads) text += line_of(std::to_string(each.id), each);
  text += line_of("all", sum);
  char line[120];
  std::snprintf(line, sizeof line, "%.3f s, %.1f switches a second, lock layer %s\n", elapsed(*thread.interpreter),
                switches_a_second(*thread.interpreter, sum, threads.size()), gil::Layer::kName);
  return text + line + contention_as_text(thread);
}

std::string stats_as_json(Thread& thread) {
  const std::vector<EndedThread> threads = thread_figures(thread);
  const EndedThread sum = sum_of(threads);
  Json result = {{"layer", gil::Layer::kName},
                 {"seconds", elapsed(*thread.interpreter)},
                 {"switches_a_second", switches_a_second(*thread.interpreter, sum, threads.size())},
                 {"all", json_of(sum)},
                 {"threads", Json::array()}};
  for (const EndedThread& each : threads) {
    Json row = {{"thread", each.id}};
    row.update(json_of(each));
    result["threads"].push_back(row);
  }
  result["most_waited_for"] = json_of(most_waited_for(thread));
  result["most_counted_by_others"] = json_of(most_counted_by_others(thread));
  return result.dump(2) + "\n";
}

}  // namespace gillab
