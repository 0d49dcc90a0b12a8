// gillab run: refuses what is wrong, then becomes the engine of the lock layer asked for.
#include <cstdlib>
#include <string>
#include <unistd.h>

#include "vm/commands/engine.h"
#include "vm/options.h"

namespace gillab::driver {
namespace {

int run(int count, char** arguments) {
  vm::RunOptions options = vm::parse_run_options(count, arguments);
  std::string problem = options.problem;
  if (!problem.empty()) return refuse("run", problem);
  if (options.program == vm::Program::Script) problem = vm::problem_with_script(options.source);
  if (!problem.empty()) return refuse("", problem);
  std::string_view layer = options.layer;
  if (layer.empty()) layer = vm::layer_of_environment(std::getenv("PYTHON_GIL"), &problem);
  if (!problem.empty()) return refuse("", problem);
  return become_engine(layer, "run", count, arguments);
}

std::string details() {
  return "Runs a Python 3.11 script: a file, - for stdin, the text after -c, or a module by its name. What follows\n"
         "belongs to the script and is its sys.argv. Without a script, in a terminal: a prompt.\n\n" +
         option_lines(vm::run_option_rows()) +
         "\nThe exit code is the script's: 0, 1 after an uncaught exception, what sys.exit was given, 130 after "
         "Ctrl-C,\n"
         "128 + N when signal N ended the engine, and 2 when the command line is wrong.\n";
}

}  // namespace

const Command kRunCommand = {"run", "[OPTION...] [SCRIPT|-|-c CODE|-m MODULE [ARGUMENT...]]", "run a script", details,
                             run};

}  // namespace gillab::driver
