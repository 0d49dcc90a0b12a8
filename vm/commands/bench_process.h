// Runs one program to its end and says what it took. Knows nothing of suites.
#pragma once

#include <string>
#include <vector>

namespace gillab::driver {

using Words = std::vector<std::string>;  // a program and its arguments

struct Measured {
  double cpu_seconds = 0;  // user and system
  double wall_seconds = 0;
  double peak_bytes = 0;   // of resident memory
  int exit_code = 0;       // 128 + N when signal N ended it
  bool took_too_long = false;  // and was killed, with what it had started
  std::string output;      // stdout
  std::string errors;      // stderr
  std::string report;      // what it wrote to the descriptor that GILLAB_REPORT names

  std::string last_error() const;  // the last line of stderr
};

// The program is looked up in PATH, its input is empty. `timeout` in seconds; 0: none. False: it could not be started,
// `problem` says why.
bool measure_process(const Words& command, double timeout, bool wants_report, Measured* measured, std::string* problem);

// Cuts a command line at its blanks; quotes of both kinds hold words together. Empty: a quote is not closed.
Words split_command(const std::string& text);
std::string join_command(const Words& words);

// Is there such a program, as a path or in PATH?
bool have_program(const std::string& name);

}  // namespace gillab::driver
