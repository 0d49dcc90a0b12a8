// One exploration of a script: from the command line to what is reported. The parts that print read this.
#pragma once

#include <string>
#include <vector>

#include "vm/claims.h"
#include "vm/explore/schedule_id.h"
#include "vm/explore/search.h"
#include "vm/explore_options.h"

namespace gillab::explore {

struct Exploration {
  vm::ExploreOptions options;
  std::string file;                  // the script's name without its folder
  std::string source;
  std::string digest;                // of bytecode, mode and model: the head of schedule ids
  std::string shown;                 // the expression; "stdout"; empty: stdout as it comes
  std::vector<vm::Claim> claims;
  uint32_t threads = 0;              // started by the script, at most at once

  std::string search;                // "states", "preemption bound" (over states), "depth first", "sample"
  int bound = -1;                    // schedules with at most so many preemptions were all covered; -1: no bound
  std::string floor;                 // "sample": how likely PCT is to hit a mistake of depth 3, at least
  uint64_t states = 0;
  SearchResult result;
  bool complete = false;
  std::vector<std::string> schedules;      // for each outcome
  std::string all_schedules;
  std::vector<uint32_t> preemptions;       // for each outcome, of its cheapest schedule
  std::vector<std::string> replay;         // for each outcome: the id of that
  bool diverged = false;                   // a schedule gave something else when it was run again
  bool livelock = false;
  double seconds = 0;
  size_t counted_with = 0;           // variables that were known to be shared when the schedules were counted
  uint64_t rounds = 1;               // searches begun, each with more shared variables
  bool is_uneven = false;            // of shards: one has counted operations that others did not know of
  std::vector<std::string> races;    // a JSON object each; empty unless they were looked for
  bool has_data_race = false;
  std::vector<uint32_t> lengths;     // for each outcome, of its cheapest schedule: operations
  std::vector<std::string> stories;  // for each outcome, of that schedule, in words; only where shards are put together
  std::string story;                 // of the cheapest outcome that is not meant
  std::vector<bool> merged;          // which shards have been put together; empty: this is a search itself
};

// What is said of an outcome: the words of the column EXPECT.
const char* expectation(const Exploration& all, const Outcome& outcome);
std::string why(const Exploration& all, const Outcome& outcome);
std::vector<const vm::Claim*> unmet(const Exploration& all);  // claims that no outcome met
int exit_code(const Exploration& all);
const char* word_of(SearchEnd end);  // "states", "time", "ran away": what kept a search from its end; empty: nothing did
std::string id_of(const Exploration& all, const Graph& graph, const std::vector<Step>& steps);  // of a way through the graph
bool writes_file(const std::string& path, const std::string& text, std::string* problem);  // whole or not at all

std::string table(const Exploration& all);     // report.cpp
std::string notes(const Exploration& all);     // what stands below it
std::string as_json(const Exploration& all);   // report_json.cpp
// story_choice.cpp: which outcome's cheapest schedule is told.
struct Chosen {
  size_t outcome;
  const char* kind;
};
bool choose_outcome(const Exploration& all, Chosen* chosen);  // false: none is worth it
std::string counted(uint32_t count, const std::string& what);  // "two operations"
std::string story_from(const Exploration& all, const std::vector<std::string>& stories);
// Puts what shards found together. False: a problem.
bool add_json(Exploration* all, const std::string& text, std::string* problem);  // merge.cpp
void finish_merge(Exploration* all);

}  // namespace gillab::explore
