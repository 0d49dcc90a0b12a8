// gillab races: what nothing orders, over all schedules or many of them.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "vm/explore/command.h"
#include "vm/explore/findings.h"

namespace gillab::explore {
namespace {

// Without --schedules: all, if that is soon done.
FindingLimits limits_of(const vm::ExploreOptions& options) {
  if (options.schedules.empty()) return {20'000, 3, 200};
  if (options.schedules == "all") return {options.most_states, options.seconds, 20'000};
  return {0, 0, std::strtoull(options.schedules.c_str(), nullptr, 10)};
}

int exit_code(const Findings& found) {
  if (!found.errors.empty()) return 1;
  if (!found.deadlocks.empty()) return 3;
  const bool races = std::any_of(found.races.begin(), found.races.end(), [](const Finding& race) { return race.verdict == Verdict::DataRace; });
  return races ? 6 : found.complete ? 0 : 4;
}

}  // namespace

int races_command(int count, char** arguments, EngineMain engine) {
  Exploration all;
  all.options = vm::parse_explore_options(vm::ExploreCommand::Races, count, arguments);
  if (!all.options.problem.empty()) return refuse(all.options.problem);
  Halt halt;
  if (const int code = begin(all, engine, &halt)) return code;
  begin_checkpoint();
  find_shared(halt);
  const Findings found = find_races(all, halt, limits_of(all.options));
  if (found.refused) return say_refused();
  const std::string text = text_of(found, all);
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
  std::string problem;
  if (!all.options.json.empty() && !writes_file(all.options.json, as_json(found, all), &problem)) return refuse(problem);
  return exit_code(found);
}

}  // namespace gillab::explore
