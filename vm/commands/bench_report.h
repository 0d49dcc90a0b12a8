// What gillab bench says in the end: a table a suite for people, a file for programs.
#pragma once

#include <string>
#include <vector>

#include "vm/commands/bench_run.h"

namespace gillab::driver {

struct Report {
  Suite suite;
  std::vector<Result> results;
};

void print_report(const Report& report, int rounds);
// Names each wrong answer on stderr and returns how many there are.
int print_faults(const std::vector<Report>& reports);

// Whole or not at all: a file beside it is renamed when it is complete. False: `problem` says why not (bench_json.cpp).
bool write_json(const std::string& path, const std::vector<Report>& reports, int rounds, std::string* problem);

}  // namespace gillab::driver
