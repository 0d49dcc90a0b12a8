// What `run` and `dis` accept on the command line, in one table: read by the driver (which refuses what is wrong), by
// the engine's main (which obeys) and by the help texts. Standard library only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gillab::vm {

enum class Program : unsigned char { Prompt, Script, Code, Module, Input };

struct RunOptions {
  Program program = Program::Prompt;
  const char* source = nullptr;  // the path, the code or the module's name
  int optimize = 0;              // -O: no assert, -OO: no docstrings either
  bool unbuffered = false;       // -u
  bool inspect = false;          // -i: a prompt after the script, or though stdin is no terminal
  std::string letters;           // CPython's options of one letter (-E -s -b ...), as often as they were given
  std::vector<std::string> warnings;  // -W, in order
  std::vector<std::string> settings;  // -X, in order
  bool verify = false;           // -X verify
  std::string_view layer;        // --lock, or what -X gil= says; empty: the default
  std::optional<bool> gil;       // -X gil=
  std::string_view turns;        // --turns; empty: the default
  double switch_interval = 0;    // --switch-interval, seconds; 0: the default
  bool switch_only_at_loops = false;  // --switch-at loop
  enum class Stats : unsigned char { None, Text, Json } stats = Stats::None;
  bool guard = false;            // --guard
  uint64_t memory_limit = 0;     // --memory-limit, bytes; 0: the machine's
  double timeout = 0;            // --timeout, seconds; 0: none
  std::vector<char*> arguments;  // sys.argv[1:]
  std::string problem;           // why the command line is refused; empty when it is fine
};

struct DisOptions {
  const char* script = nullptr;
  bool specialised = false;
  bool json = false;
  std::string problem;
};

struct OptionRow {
  std::string_view name;
  std::string_view value;  // what it takes, for the help; empty: nothing
  std::string_view meaning;
};

const std::vector<OptionRow>& run_option_rows();
const std::vector<OptionRow>& dis_option_rows();

// `arguments` are those after the word run or dis. They must outlive the result.
RunOptions parse_run_options(int count, char** arguments);
DisOptions parse_dis_options(int count, char** arguments);

// The layer that PYTHON_GIL asks for (null: unset), as CPython's: 0 is `object`, 1 is `gil`. Empty: no wish, or a
// problem.
std::string_view layer_of_environment(const char* value, std::string* problem);

// "unknown option '--lokc' (did you mean '--lock'?); allowed are ..."
std::string unknown_option(std::string_view option, const std::vector<OptionRow>& rows);
// The candidate that is a slip of the finger or two away from `word`; empty when none is.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

// Why this path cannot be read as a script ("cannot open ...", "is a directory"); empty when it can be.
std::string problem_with_script(const char* path);

}  // namespace gillab::vm
