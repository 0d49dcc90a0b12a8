// gillab explore, replay: the command line is checked here, the engine `controlled` does the work.
#include <cstdio>

#include "vm/commands/engine.h"
#include "vm/explore_options.h"

namespace gillab::driver {
namespace {

using vm::ExploreCommand;

int start(ExploreCommand command, const char* name, int count, char** arguments) {
  const vm::ExploreOptions options = vm::parse_explore_options(command, count, arguments);
  if (!options.problem.empty()) return refuse(name, options.problem);
  if (options.script) {
    const std::string problem = vm::problem_with_script(options.script);
    if (!problem.empty()) return refuse("", problem);
  }
  return become_engine("controlled", name, count, arguments);
}

int step(int count, char** arguments) { return start(ExploreCommand::Step, "step", count, arguments); }
int explore(int count, char** arguments) { return start(ExploreCommand::Explore, "explore", count, arguments); }
int replay(int count, char** arguments) { return start(ExploreCommand::Replay, "replay", count, arguments); }

int races(int count, char** arguments) { return start(ExploreCommand::Races, "races", count, arguments); }

std::string races_details() {
  return "Looks for accesses to one variable that nothing orders, in many schedules of a script: what threads synchronise\n"
         "with (start, join, locks, conditions, events, semaphores, barriers, queues) orders, the global lock does not.\n\n"
         "  DATA RACE                     one of the two writes\n"
         "  UNORDERED ATOMIC OPERATIONS   as two append(): each is one step under a global lock, their order is chance\n"
         "  ATOMICITY                     each access is locked, but a value read in one locked section is used in another\n\n" +
         option_lines(vm::explore_option_rows(ExploreCommand::Races)) +
         "\nLocks that threads take in both orders are named even where nothing hung. The exit code is 0 when all schedules "
         "were\nlooked at and nothing was found, 1 after an uncaught exception, 2 for a wrong command line, 3 for a deadlock, "
         "4 when\nnothing was found in some of the schedules, 6 when a data race was.\n";
}

std::string explore_details() {
  return "Runs a script in every order in which its threads' shared operations can happen, and says how many orders "
         "lead to\neach result. A shared operation reads or writes a variable that at least two threads touch and one "
         "writes, or is\none on a lock, condition, event, semaphore, barrier or queue. Comments in the script say what "
         "is expected:\n\n"
         "  #: show count                             what a result is, unless --show says\n"
         "  #: expect count == 10 : no update lost    also `interesting` and `forbid`\n\n" +
         option_lines(vm::explore_option_rows(ExploreCommand::Explore)) +
         "\nThe exit code is 0 when all was explored and nothing was wrong, 1 after a forbidden result, a failed assert or "
         "another\nuncaught exception, 2 for a wrong command line or script, 3 for a deadlock or livelock, 4 when nothing "
         "was found but not\nall was explored, 6 for a data race where --fail-on names them.\n";
}

std::string replay_details() {
  return "Runs one schedule of a script again: ID is what explore prints in the column REPLAY. It names only where the\n"
         "schedule departs from the rule that a thread runs until it blocks and then the lowest that can goes on:\n"
         "1.1>2 after thread 1's first shared operation thread 2 goes on; 1!3 when thread 1 blocks, thread 3 goes on.\n\n" +
         option_lines(vm::explore_option_rows(ExploreCommand::Replay)) +
         "\nThe exit code is 0, 1 after an uncaught exception or a forbidden result, 2 when the id is not one of this script, "
         "3 for a\ndeadlock, 5 when the schedule cannot be followed.\n";
}

std::string step_details() {
  return "You are the scheduler: each thread of the script has a column, and a digit lets that thread do its next shared\n"
         "operation. 0 is the main thread. e shows the instructions of the lines, u takes a step back, r runs to the end\n"
         "as a scheduler without a clock would, h says which step leads to the goal (without one: to something the script\n"
         "does not call acceptable), q leaves. With a goal it is a game: reach it with as few preemptions as you can.\n\n" +
         option_lines(vm::explore_option_rows(ExploreCommand::Step));
}

}  // namespace

const Command kStepCommand = {"step", "SCRIPT [--goal EXPR]", "be the scheduler of a script's threads", step_details, step};
const Command kExploreCommand = {"explore", "SCRIPT [OPTION...]", "run every schedule of a script's threads",
                                 explore_details, explore};
const Command kReplayCommand = {"replay", "SCRIPT ID [--columns|--step|--trace FILE]", "run one schedule again", replay_details, replay};

const Command kRacesCommand = {"races", "SCRIPT [OPTION...]", "find what threads do without an order", races_details, races};

}  // namespace gillab::driver
