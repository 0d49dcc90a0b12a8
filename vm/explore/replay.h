// One schedule run again, step by step, as its id says.
#pragma once

#include <string>
#include <vector>

#include "vm/explore/place.h"
#include "vm/explore/runner.h"
#include "vm/explore/schedule_id.h"
#include "vm/explore/search.h"

namespace gillab::explore {

// A shared operation of a schedule, as it happened.
struct Event {
  uint32_t thread;
  uint32_t number;            // of the thread's shared operations, from 1
  Location where;
  std::string what;           // "write global `count`"
  std::string value;          // read or written, where it is known
  Kind kind = Kind::None;
  bool preempts = false;      // another thread could have gone on
  Variable variable;          // the first it touches
  bool ends_thread = false;
  bool overwritten = false;   // a write whose value nobody read before the next write to the same place
  std::vector<std::pair<std::string, std::string>> shared;  // shared globals and their values afterwards
};

struct Replayed {
  std::vector<Event> events;
  Outcome outcome;
  std::string output;
  std::string errors;
  Halt halt = Halt::Finished;
  std::string problem;        // where the id stopped fitting; empty: it was followed to its end
  uint32_t preemptions = 0;
  uint32_t length = 0;        // operations
};

// From the checkpoint, with the shared variables known. `detailed`: the events are written down.
Replayed replay(Halt halt, const ScheduleId& id, bool detailed);

std::string as_columns(const Replayed& run, uint32_t threads);                              // replay_columns.cpp
std::string as_trace(const Replayed& run, const std::string& script, uint32_t threads);    // replay_trace.cpp

}  // namespace gillab::explore
