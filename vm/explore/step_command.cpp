// gillab step, and replay --step: reads keys, draws what they lead to.
#include <cstdio>

#include "vm/explore/command.h"
#include "vm/explore/step_session.h"

namespace gillab::explore {
namespace {

bool obey(int key, StepSession& session) {
  switch (key) {
    case Terminal::kEnd:
    case 'q': return false;
    case 'u': session.undo(); break;
    case 'r': session.run_to_end(); break;
    case 'e': session.toggle_instructions(); break;
    case 'h': session.hint(); break;
    case ' ': session.follow(); break;
    default:
      if (key >= '0' && key <= '9') session.step(static_cast<uint32_t>(key - '0'));
      if (key >= 'A' && key <= 'Z') session.step(static_cast<uint32_t>(key - 'A') + 10);
  }
  return true;
}

}  // namespace

int step_through(Exploration& all, Halt halt, const ScheduleId* schedule) {
  Terminal terminal;
  if (!terminal.is_usable()) return refuse("stepping needs a terminal");
  StepSession session(all, halt, schedule);
  do {
    terminal.draw(lay_out(session.view(), terminal.size()));
  } while (obey(terminal.read_key(), session));
  return 0;
}

int step_command(int count, char** arguments, EngineMain engine) {
  Exploration all;
  all.options = vm::parse_explore_options(vm::ExploreCommand::Step, count, arguments);
  if (!all.options.problem.empty()) return refuse(all.options.problem);
  Halt halt;
  if (const int code = begin(all, engine, &halt)) return code;
  begin_checkpoint();
  find_shared(halt);
  return step_through(all, halt, nullptr);
}

}  // namespace gillab::explore
