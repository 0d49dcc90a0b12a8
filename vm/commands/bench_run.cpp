// Rounds of A, B, A, B ...: what disturbs the machine for a while disturbs both sides.
#include "vm/commands/bench_run.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <unistd.h>

namespace gillab::driver {
namespace {

// Differences of two measurements can come out as nothing; ratios need something.
constexpr double kLeast = 1e-9;

double figure(const Measured& measured, Measure measure) {
  if (measure == Measure::PeakMemory) return measured.peak_bytes;
  return measure == Measure::CpuTime ? measured.cpu_seconds : measured.wall_seconds;
}

// What programs print that measure themselves.
class Figures {
 public:
  explicit Figures(size_t contestants) : contestants_(contestants) {}

  void add(const Trial& trial, size_t contestant, const std::string& output) {
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
      std::istringstream parts(line);
      std::string name, value, unit, better;
      std::getline(parts, name, '\t') && std::getline(parts, value, '\t') && std::getline(parts, unit, '\t');
      std::getline(parts, better);
      row_of(trial, name, unit, better == "higher").outcomes[contestant].samples.push_back(
          std::max(std::strtod(value.c_str(), nullptr), kLeast));
    }
  }

  // Faults are the program's: they stand with each of its figures.
  void move_to(const Result& whole, std::vector<Result>* results) {
    if (rows_.empty()) rows_.push_back(whole);
    for (Result& row : rows_) {
      for (size_t i = 0; i < contestants_; ++i) row.outcomes[i].fault = whole.outcomes[i].fault;
      results->push_back(std::move(row));
    }
  }

 private:
  Result& row_of(const Trial& trial, const std::string& name, const std::string& unit, bool more_is_better) {
    for (Result& row : rows_) {
      if (row.trial.name == name) return row;
    }
    rows_.push_back({trial, std::vector<Outcome>(contestants_)});
    rows_.back().trial.name = name;
    rows_.back().trial.unit = unit;
    rows_.back().trial.more_is_better = more_is_better;
    return rows_.back();
  }

  size_t contestants_;
  std::vector<Result> rows_;
};

class Round {
 public:
  Round(const Trial& trial, Result* result, std::string* problem)
      : trial_(trial), result_(*result), problem_(*problem) {}

  // One sample of one contestant, kept unless this is the warm-up. False: it cannot be started.
  bool take(size_t contestant, bool keep) {
    Outcome& outcome = result_.outcomes[contestant];
    double sum = 0;
    for (int i = 0; i < (keep ? trial_.starts : 1) && outcome.fault.empty(); ++i) {
      if (!add(trial_.commands[contestant], 1, outcome, &sum)) return false;
      if (!trial_.without.empty() && !add(trial_.without[contestant], -1, outcome, &sum)) return false;
    }
    if (keep) outcome.samples.push_back(std::max(sum / trial_.starts / trial_.divisor, kLeast));
    return true;
  }

  // The figures of one run; null: this is the warm-up. False: it cannot be started.
  bool read(size_t contestant, Figures* figures) {
    Measured measured;
    Outcome& outcome = result_.outcomes[contestant];
    if (!measure_process(trial_.commands[contestant], 0, false, &measured, &problem_)) return false;
    judge_end(measured, outcome);
    if (figures && outcome.fault.empty()) figures->add(trial_, contestant, measured.output);
    return true;
  }

 private:
  bool add(const Words& command, int sign, Outcome& outcome, double* sum) {
    Measured measured;
    if (!measure_process(command, 0, false, &measured, &problem_)) return false;
    *sum += sign * figure(measured, trial_.measure);
    judge(measured, outcome);
    return true;
  }

  static void judge_end(const Measured& measured, Outcome& outcome) {
    if (measured.exit_code == 0) return;
    outcome.fault = "exit code " + std::to_string(measured.exit_code);
    if (!measured.last_error().empty()) outcome.fault += ": " + measured.last_error();
  }

  void judge(const Measured& measured, Outcome& outcome) {
    judge_end(measured, outcome);
    if (!outcome.fault.empty()) return;
    if (!have_answer_) {
      answer_ = measured.output;
      have_answer_ = true;
    } else if (measured.output != answer_) {
      outcome.fault = "another answer than the first: " + measured.output.substr(0, measured.output.find('\n'));
    }
  }

  const Trial& trial_;
  Result& result_;
  std::string& problem_;
  std::string answer_;  // what the first that ended well has printed
  bool have_answer_ = false;
};

}  // namespace

Progress::Progress(size_t trials) : trials_(trials), rewrites_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (rewrites_) std::fputs("\r\033[K", stderr);
}

void Progress::show(const Suite& suite, const Trial& trial, int round, int rounds) {
  const int name_width = static_cast<int>(suite.name.size());
  if (rewrites_) {
    std::fprintf(stderr, "\r\033[K[%zu/%zu] %.*s: %s, round %d of %d", done_ + 1, trials_, name_width,
                 suite.name.data(), trial.name.c_str(), round, rounds);
  } else if (round == 0) {
    std::fprintf(stderr, "[%zu/%zu] %.*s: %s\n", done_ + 1, trials_, name_width, suite.name.data(), trial.name.c_str());
  }
  std::fflush(stderr);
}

bool run_trial(const Suite& suite, const Trial& trial, int rounds, Progress& progress, std::vector<Result>* results,
               std::string* problem) {
  Result result{trial, std::vector<Outcome>(suite.contestants.size())};
  Figures figures(suite.contestants.size());
  Round turn(trial, &result, problem);
  for (int round = 0; round <= rounds; ++round) {
    progress.show(suite, trial, round, rounds);
    for (size_t i = 0; i < suite.contestants.size(); ++i) {
      if (!result.is_right(i)) continue;
      const bool taken = trial.measure == Measure::Printed ? turn.read(i, round > 0 ? &figures : nullptr)
                                                           : turn.take(i, round > 0);
      if (!taken) return false;
    }
  }
  progress.next();
  if (trial.measure == Measure::Printed) {
    figures.move_to(result, results);
  } else {
    results->push_back(std::move(result));
  }
  return true;
}

Ratio ratio_of(const Suite& suite, const Result& result, size_t contestant) {
  const std::vector<double>& gillab = result.outcomes[0].samples;
  const std::vector<double>& other = result.outcomes[contestant].samples;
  const bool gillab_above = suite.gillab_above || result.trial.more_is_better;
  return gillab_above ? ratio_of(gillab, other) : ratio_of(other, gillab);
}

double mean_ratio(const Suite& suite, const std::vector<Result>& results, size_t contestant) {
  std::vector<double> ratios;
  for (const Result& result : results) {
    if (result.is_comparable(contestant)) ratios.push_back(ratio_of(suite, result, contestant).middle);
  }
  return ratios.empty() ? 0 : geometric_mean(ratios);
}

double worst_ratio(const Suite& suite, const std::vector<Result>& results, size_t contestant) {
  double worst = 0;
  for (const Result& result : results) {
    if (result.is_comparable(contestant)) worst = std::max(worst, ratio_of(suite, result, contestant).middle);
  }
  return worst;
}

}  // namespace gillab::driver
