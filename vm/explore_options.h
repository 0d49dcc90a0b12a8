// What `explore`, `replay`, `races` and `step` accept on the command line: read by the driver, which refuses what is
// wrong, by the engine `controlled`, which obeys, and by the help texts. Standard library only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vm/options.h"

namespace gillab::vm {

enum class ExploreCommand : unsigned char { Explore, Replay, Races, Step };

struct ExploreOptions {
  ExploreCommand command = ExploreCommand::Explore;
  const char* script = nullptr;
  std::vector<char*> arguments;      // sys.argv[1:]
  std::string model = "gil";         // --model gil|object|none
  std::string switches = "any";      // --switch any|loop|micro
  std::string show;                  // --show EXPR|stdout; empty: the script's `#: show`, else stdout as it is printed
  int preemptions = -1;              // --preemptions; -1: no bound
  uint64_t most_states = 1'000'000;  // --max-states
  double seconds = 60;               // --time
  unsigned jobs = 1;                 // --jobs
  unsigned shard = 0, shards = 1;    // --shard I/N (I from 1)
  uint64_t seed = 1;                 // --seed
  std::string fail_on;               // --fail-on LIST
  std::string json;                  // --json FILE
  std::string html;                  // --html FILE
  std::vector<std::string> merge;    // --merge FILES
  std::string schedule;              // replay: the id
  bool columns = false;              // replay --columns
  bool steps = false;                // replay --step
  bool best_effort = false;          // replay --best-effort
  std::string trace;                 // replay --trace FILE
  std::string schedules;             // races --schedules N|all
  std::string goal;                  // step --goal EXPR
  bool quiet = false;                // no progress
  std::string problem;               // why the command line is refused; empty when it is fine
};

const std::vector<OptionRow>& explore_option_rows(ExploreCommand command);

// `arguments` are those after the command's name. They must outlive the result.
ExploreOptions parse_explore_options(ExploreCommand command, int count, char** arguments);

}  // namespace gillab::vm
