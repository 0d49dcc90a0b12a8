// Reads the tables of cases that lie beside the tests: each case is a line `==== HEAD`, the source text, a line
// `---- is`, and what is expected.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace gillab::compiler {

struct TestCase {
  std::string head;
  std::string source;  // without the newline that ends its last line
  std::string expected;
  int line = 0;  // of the head, in the table
};

inline std::vector<TestCase> read_cases(const std::string& name) {
  std::ifstream file(std::string(GILLAB_CASES "/") + name);
  std::vector<TestCase> cases;
  bool in_source = false;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.rfind("==== ", 0) == 0) {
      cases.push_back({line.substr(5), "", "", number});
      in_source = true;
    } else if (line == "---- is") {
      in_source = false;
    } else {
      std::string& text = in_source ? cases.back().source : cases.back().expected;
      text += line + "\n";
    }
  }
  for (TestCase& each : cases) {
    if (!each.source.empty()) each.source.pop_back();
    if (!each.expected.empty()) each.expected.pop_back();
  }
  return cases;
}

}  // namespace gillab::compiler
