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
         option_lines(vm::dis_option_rows()) +
         "\nWith --specialised the script is run, output and all, and the listing follows: the words the loop runs, "
         "as\n"
         "they have rewritten themselves. An operand is a variable, a constant, _ for the top of the stack, or -> a\n"
         "variable that is stored; jumps name words of the listing. The script gets no arguments.\n";
}

}  // namespace

const Command kDisCommand = {"dis", "SCRIPT [--specialised] [--json]", "show the bytecode of a script", details, dis};

}  // namespace gillab::driver
