// What gillab bench measures: suites of trials, each a program for every contestant. Running them is bench_run.cpp's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/commands/bench_process.h"
#include "vm/options.h"

namespace gillab::driver {

enum class Measure : unsigned char { CpuTime, WallTime, PeakMemory, Printed };

// An engine of gillab (of the lock layer `lock`), or another implementation.
struct Contestant {
  std::string name;
  std::string lock;
  Words command;
};

// One program, for each contestant of its suite in the suite's order. What is Printed the program measures itself: each
// line it prints is a figure (name, value, unit, whether higher or lower is better; tabs between) and becomes a row.
struct Trial {
  std::string name;
  Measure measure;
  std::vector<Words> commands;
  std::vector<Words> without = {};  // the same without what is measured: its figure is subtracted. Empty: nothing is
  double divisor = 1;               // the figure is for so many elements
  int starts = 1;                   // in a row for one sample, where one is too short
  std::string unit = {};            // of a printed figure: "s", "/s" or nothing
  bool more_is_better = false;
};

struct Suite {
  std::string_view name;
  std::string_view what;  // is measured, for the headline
  bool gillab_above;      // the ratio is gillab / other: its share of the other's time. Else other / gillab
  std::vector<Contestant> contestants;  // the first is what the others are compared with
  std::vector<Trial> trials;
};

struct SuiteRow {
  std::string_view name;
  std::string_view meaning;
};
const std::vector<SuiteRow>& suite_rows();

// REQUIRES: `name` is one of suite_rows(). Only trials whose name holds `filter`. An empty list of trials is no
// problem of this function. `threads`, as "1,2", is for suites that are run by several numbers of threads.
Suite make_suite(std::string_view name, const std::vector<Contestant>& contestants, const std::string& filter,
                 const std::string& threads);
bool is_about_layers(std::string_view suite);  // compares lock layers, so one alone would say little

// Programs of suite lua are for commands like luajit, all others for commands like python3.
bool is_lua(const Contestant& contestant);

}  // namespace gillab::driver
