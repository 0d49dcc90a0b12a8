// gillab run: refuses what is wrong, then becomes the engine of the lock layer asked for.
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>
#include <vector>

#include "vm/commands/engine.h"
#include "vm/driver/installation.h"
#include "vm/options.h"

namespace gillab::driver {
namespace {

int run(int count, char** arguments) {
  vm::RunOptions options = vm::parse_run_options(count, arguments);
  std::string problem = options.problem;
  const bool names_nothing = options.program == vm::Program::Prompt && isatty(STDIN_FILENO) != 0;
  if (problem.empty() && names_nothing) problem = "which script? give its path, - for stdin, -c CODE or -m MODULE";
  if (!problem.empty()) return refuse("run", problem);
  if (options.program == vm::Program::Script) problem = vm::problem_with_script(options.source);
  if (!problem.empty()) return refuse("", problem);
  return become_engine(options.layer, "run", count, arguments);
}

std::string details() {
  return "Runs a Python 3.11 script: a file, - for stdin, the text after -c, or a module by its name. What follows\n"
         "belongs to the script and is its sys.argv.\n\n" +
         option_lines(vm::run_option_rows()) +
         "\nThe exit code is the script's: 0, 1 after an uncaught exception, what sys.exit was given, 130 after "
         "Ctrl-C,\n"
         "128 + N when signal N ended the engine, and 2 when the command line is wrong.\n";
}

}  // namespace

std::string missing_layer(const std::string& layer) {
  std::vector<std::string> layers = installation().layers();
  if (layers.empty()) return "there is no engine in " + installation().engines;
  std::vector<std::string_view> names(layers.begin(), layers.end());
  std::string text = "unknown lock layer '" + layer + "'";
  std::string_view meant = vm::nearest(layer, names);
  if (!meant.empty()) text.append(" (did you mean '").append(meant).append("'?)");
  text += "; there are ";
  for (const std::string& name : layers) text += (&name == &layers[0] ? "" : ", ") + name;
  return text;
}

int become_engine(std::string_view layer, const char* command, int count, char** arguments) {
  std::string name(layer.empty() ? "gil" : layer);
  std::string path = installation().engine_path(name);
  const bool is_plain_name = name.find('/') == name.npos;
  std::vector<char*> words = {path.data(), const_cast<char*>(command)};
  words.insert(words.end(), arguments, arguments + count);
  words.push_back(nullptr);
  if (is_plain_name) execv(path.c_str(), words.data());
  return refuse(command, errno == ENOENT || !is_plain_name ? missing_layer(name) : path + ": " + std::strerror(errno));
}

std::string option_lines(const std::vector<vm::OptionRow>& rows) {
  std::string text;
  for (const vm::OptionRow& row : rows) {
    std::string line = "  " + std::string(row.name) + (row.value.empty() ? "" : " ") + std::string(row.value);
    line.resize(std::max<size_t>(line.size() + 1, 20), ' ');
    text += line + std::string(row.meaning) + "\n";
  }
  return text;
}

const Command kRunCommand = {"run", "[OPTION...] SCRIPT|-|-c CODE|-m MODULE [ARGUMENT...]", "run a script", details,
                             run};

}  // namespace gillab::driver
