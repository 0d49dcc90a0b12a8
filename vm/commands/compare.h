// What gillab compare found: the runs of a script by each side. compare_run.cpp makes them, compare_judge.cpp says which
// were right, compare_report.cpp and compare_json.cpp tell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vm/claims.h"
#include "vm/commands/bench_process.h"

namespace gillab::driver {

// A lock layer, or another implementation of Python.
struct Side {
  std::string name;
  std::string layer;     // empty: another implementation
  Words command;         // the script included
  bool reports = true;   // it says whether the script's claims hold
};

enum class Verdict : unsigned char { Right, Wrong, Crashed, Hung };

struct SideRun {
  Measured measured;
  Verdict verdict = Verdict::Wrong;
  std::string why;                   // what is wrong with it, in a few words
  std::optional<long long> missing;  // of `A == B` that does not hold, B - A: updates lost
  std::optional<double> waited;      // seconds, for the turn and for locks
};

struct SideResult {
  Side side;
  std::vector<SideRun> runs;

  size_t count(Verdict verdict) const;
  std::vector<const SideRun*> ended() const;  // neither crashed nor hung
};

struct Comparison {
  std::string script;
  std::vector<vm::Claim> claims;
  double timeout = 30;
  int runs = 10;
  std::vector<SideResult> results;
  std::string reference;  // without claims: the output that is right
  bool has_reference = false;
};

// The layers that promise that a script's objects stay whole and its atomic operations atomic.
bool promises_correctness(const Side& side);

// Every side once, then every side again ... False: one could not be started, `problem` says why.
bool run_sides(Comparison* comparison, std::string* problem);
void judge_runs(Comparison* comparison);
void print_comparison(const Comparison& comparison);
std::string comparison_as_json(const Comparison& comparison);

// A Python program that runs a script, given as its first argument, as __main__, and reports whether the claims hold.
std::string reporting_program(const std::vector<vm::Claim>& claims);

// The median of what `figure` says of the runs that ended; nothing where none did.
std::optional<double> median_of(const SideResult& result, double (*figure)(const SideRun&));
std::optional<double> median_wall(const SideResult& result);
std::optional<double> median_cpu(const SideResult& result);
std::optional<double> parallelism(const SideResult& result);  // CPU time per wall-clock time
std::optional<double> median_waited(const SideResult& result);
std::optional<double> speedup(const Comparison& comparison, const SideResult& result);  // against gil
std::optional<double> peak_bytes(const SideResult& result);

// What a side printed, each text once with how often, the most frequent first.
struct OutputCount {
  std::string output;
  size_t count;
  bool right;
  const SideRun* example;
};
std::vector<OutputCount> distinct_outputs(const SideResult& result);

}  // namespace gillab::driver
