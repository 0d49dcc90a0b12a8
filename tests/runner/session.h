// A session: commands and what they print, as one sees it in a terminal. For the command line and for golden listings.
// The format is described in tests/README.md.
#pragma once

#include <string>
#include <vector>

namespace gillab::tests {

struct SessionSettings {
  std::string gillab;  // the program that `gillab` means in a session; empty: as PATH has it
  std::string tests;   // $TESTS: this folder, absolute
  double timeout_seconds = 60;
  bool update = false;  // write what was printed into the file instead of comparing
};

// What differs, in sentences for a person; empty when all was as the file says.
std::string run_session(const std::string& path, const SessionSettings& settings);

}  // namespace gillab::tests
