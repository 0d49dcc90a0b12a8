#include "vm/explore/main.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "gil/schedule/arena.h"
#include "vm/explore/command.h"
#include "vm/explore/runner.h"
#include "vm/explore/session.h"

namespace gillab::explore {
namespace {

void* run_program(void* given) {
  auto& program = *static_cast<EngineProgram*>(given);
  program.exit_code = program.engine(program.count, program.arguments);
  return nullptr;
}

int run_once(EngineProgram& program) {
  const Halt halt = run_in_turns(run_program, &program);
  if (halt == Halt::Refused) return say_refused();
  if (halt == Halt::Stuck) std::fputs("gillab: deadlock: no thread can go on\n", stderr);
  return halt == Halt::Finished ? program.exit_code : 3;
}

}  // namespace

Halt start_program(EngineProgram& program) { return start(run_program, &program); }

int say_refused() { return refuse(session().refusal); }

int controlled_main(int count, char** arguments, EngineMain engine) {
  tzset();  // libc keeps what it finds, so it must find it outside
  std::setvbuf(stdout, static_cast<char*>(std::malloc(BUFSIZ)), _IOFBF, BUFSIZ);  // not static: that goes back with the state
  gil::schedule::start_machine();
  start_session();
  const std::string_view command = count > 1 ? arguments[1] : "run";
  if (command == "explore") return explore_command(count - 2, arguments + 2, engine);
  if (command == "replay") return replay_command(count - 2, arguments + 2, engine);
  if (command == "step") return step_command(count - 2, arguments + 2, engine);
  if (command == "races") return races_command(count - 2, arguments + 2, engine);
  EngineProgram program{count, arguments, engine, 7};
  const int code = run_once(program);
  std::fflush(stdout);
  std::_Exit(code);  // what libc would run at exit belongs to fibers
}

}  // namespace gillab::explore
