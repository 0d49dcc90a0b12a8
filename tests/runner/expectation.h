// What a test script says of itself in its comments, and whether a run of it kept to that.
// The format is described in tests/README.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/runner/process.h"

namespace gillab::tests {

struct Expectation {
  std::vector<std::string> output;        // the lines of stdout, all of them
  std::vector<std::string> errors;        // lines of stderr, in this order, others may stand between
  std::optional<std::string> last_error;  // the last line of stderr
  std::optional<int> line;                // of the innermost frame in the traceback
  std::optional<int> exit_code;
  std::optional<std::string> golden_file;  // stdout is this file's content (beside the script)
  std::optional<double> timeout_seconds;
  std::vector<std::string> arguments;
  std::string input;
  bool only_gillab = false;
  bool nothing_expected = false;
  bool fails_allocations = false;   // where the build can, repeated with each request for memory failing once
  bool fails_at_start = false;      // the same with the requests from the engine's start to the script's
  std::vector<std::string> mistakes;  // in the comments themselves: the test is refused

  int wanted_exit_code() const { return exit_code ? *exit_code : last_error ? 1 : 0; }
};

// A script with threads: where nothing is protected its outcome is open.
bool starts_threads(std::string_view script);

Expectation read_expectation(std::string_view script);

// What differs, in sentences for a person; empty when the run was as expected.
std::string judge(const Expectation& expectation, const ProcessResult& result, const std::string& script_path);

std::vector<std::string> split_lines(std::string_view text);
std::string read_file(const std::string& path);

}  // namespace gillab::tests
