// Runs the trials of a suite, both sides in turn, and keeps what was measured.
#pragma once

#include <string>
#include <vector>

#include "vm/commands/bench_statistics.h"
#include "vm/commands/bench_suites.h"

namespace gillab::driver {

// What a contestant did in one trial.
struct Outcome {
  std::vector<double> samples;  // seconds, or bytes; one a round
  std::string fault;            // why its answer is wrong; empty when it is right

  bool is_measured() const { return !samples.empty(); }  // false: it does not print this figure
};

struct Result {
  Trial trial;
  std::vector<Outcome> outcomes;  // one a contestant

  bool is_right(size_t contestant) const { return outcomes[contestant].fault.empty(); }
  bool is_comparable(size_t contestant) const {
    return is_right(0) && is_right(contestant) && outcomes[0].is_measured() && outcomes[contestant].is_measured();
  }
};

// One line a program on stderr, or one that changes when that is a terminal.
class Progress {
 public:
  explicit Progress(size_t trials);
  ~Progress();
  void show(const Suite& suite, const Trial& trial, int round, int rounds);
  void next() { ++done_; }

 private:
  size_t trials_;
  size_t done_ = 0;
  bool rewrites_;
};

// One warm-up, which also tells whether the answer is right, then `rounds` times every contestant in turn. Adds a
// result, or one for each figure the program prints. False: something could not be started, `problem` says what.
bool run_trial(const Suite& suite, const Trial& trial, int rounds, Progress& progress, std::vector<Result>* results,
               std::string* problem);

// The ratio as the suite defines it. REQUIRES: result.is_comparable(contestant)
Ratio ratio_of(const Suite& suite, const Result& result, size_t contestant);
// Over all programs where both sides were right; 0 when there is none.
double mean_ratio(const Suite& suite, const std::vector<Result>& results, size_t contestant);
// The largest of them.
double worst_ratio(const Suite& suite, const std::vector<Result>& results, size_t contestant);

}  // namespace gillab::driver
