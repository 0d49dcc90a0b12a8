// Runs one child process: its input given, its output and errors collected, its time and memory limited.
// Knows nothing of tests.
#pragma once

#include <string>
#include <vector>

namespace gillab::tests {

struct ProcessRequest {
  std::vector<std::string> command;      // command[0] is looked up in PATH
  std::vector<std::string> environment;  // NAME=VALUE, put over the runner's own
  std::string directory;                 // where to run; empty: here
  std::string input;
  double timeout_seconds = 10;
  size_t memory_bytes = 0;          // of address space; 0: no limit
  bool errors_with_output = false;  // stderr goes where stdout goes
};

struct ProcessResult {
  std::string output;
  std::string errors;
  int exit_code = 0;       // 128 + N when a signal N ended it, as a shell says
  bool timed_out = false;  // and was killed, with all it had started
};

// Thread safety: may be called by several threads at once.
ProcessResult run_process(const ProcessRequest& request);

}  // namespace gillab::tests
