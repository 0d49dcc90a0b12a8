// gillab replay: one schedule again, with the script's output, or in columns.
#include <cstdio>

#include "gil/schedule/pages.h"
#include "vm/explore/command.h"
#include "vm/explore/replay.h"
#include "vm/explore/step_session.h"

namespace gillab::explore {
namespace {

void print(const std::string& text, std::FILE* where) { std::fwrite(text.data(), 1, text.size(), where); }

constexpr int kDiverged = 5;

int exit_code_of(const Exploration& all, const Replayed& run) {
  if (!run.problem.empty() && !all.options.best_effort) return kDiverged;
  if (run.halt == Halt::Stuck || run.halt == Halt::RanAway) return 3;
  const std::string_view said = expectation(all, run.outcome);
  return said == "Forbidden" || said == "Error" ? 1 : 0;
}

std::string summary(const Exploration& all, const Replayed& run) {
  std::string text = run.outcome.end == End::Stuck ? "deadlock: " + run.outcome.stuck
                     : !all.shown.empty() && all.shown != "stdout" ? all.shown + " = " + run.outcome.result : std::string();
  const std::string said = expectation(all, run.outcome);
  if (said != "-" && run.outcome.end != End::Stuck) text += (text.empty() ? "" : "  ") + said + ": " + why(all, run.outcome);
  return text.empty() ? text : text + "\n";
}

}  // namespace

int replay_command(int count, char** arguments, EngineMain engine) {
  Exploration all;
  all.options = vm::parse_explore_options(vm::ExploreCommand::Replay, count, arguments);
  if (!all.options.problem.empty()) return refuse(all.options.problem);
  std::string problem;
  const std::optional<ScheduleId> id = read_schedule_id(all.options.schedule, &problem);
  if (!id) return refuse(problem);
  Halt halt;
  if (const int code = begin(all, engine, &halt)) return code;
  if (id->digest != all.digest && !all.options.best_effort) {
    return refuse("schedule " + all.options.schedule + " is of another script, model or --switch (here they begin with @" +
                  all.digest + ":); --best-effort follows it as far as it fits");
  }
  begin_checkpoint();
  find_shared(halt);
  if (all.options.steps) return step_through(all, halt, &*id);
  const Replayed run = replay(settle_from(halt), *id, all.options.columns || !all.options.trace.empty());
  if (run.halt == Halt::Refused) return say_refused();
  const uint32_t threads = gil::schedule::machine().fiber_count - 1;
  if (!all.options.trace.empty() && !writes_file(all.options.trace, as_trace(run, all.file, threads), &problem)) return refuse(problem);
  if (all.options.columns) {
    print(all.file + "  " + all.options.schedule + "  " + std::to_string(run.preemptions) +
              (run.preemptions == 1 ? " preemption\n" : " preemptions\n"), stdout);
    print(as_columns(run, threads), stdout);
  } else {
    print(run.output, stdout);
  }
  std::fflush(stdout);
  print(run.errors, stderr);
  if (!run.problem.empty()) std::fprintf(stderr, "gillab: %s\n", run.problem.c_str());
  print(summary(all, run), stdout);
  std::fflush(stdout);
  return exit_code_of(all, run);
}

}  // namespace gillab::explore
