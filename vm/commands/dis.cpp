// gillab dis: the engine disassembles, here the command line is checked.
#include "vm/commands/engine.h"

namespace gillab::driver {
namespace {

int dis(int count, char** arguments) {
  vm::DisOptions options = vm::parse_dis_options(count, arguments);
  std::string problem = options.problem;
  if (!problem.empty()) return refuse("dis", problem);
  if (std::string_view(options.script) != "-") problem = vm::problem_with_script(options.script);
  if (!problem.empty()) return refuse("", problem);
  return become_engine("gil", "dis", count, arguments);
}

std::string details() {
  return "Shows the bytecode of a script (- for stdin) and of everything defined in it, as Python's own dis does.\n\n" +
         option_lines(vm::dis_option_rows());
}

}  // namespace

const Command kDisCommand = {"dis", "SCRIPT [--specialised] [--json]", "show the bytecode of a script", details, dis};

}  // namespace gillab::driver
