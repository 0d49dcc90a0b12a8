// The tables of gillab bench.
#include "vm/commands/bench_report.h"
#include "vm/commands/text_table.h"

#include <cstdio>

namespace gillab::driver {
namespace {

std::string text_of_printed(const Trial& trial, double value) {
  if (trial.unit != "s") return formatted(value >= 100 ? "%.0f" : "%.3f", value) + (trial.unit.empty() ? "" : " " + trial.unit);
  if (value < 1e-3) return formatted("%.1f us", value * 1e6);
  return value < 1 ? formatted("%.2f ms", value * 1e3) : formatted("%.3f s", value);
}

std::string text_of(const Trial& trial, double value) {
  if (trial.measure == Measure::Printed) return text_of_printed(trial, value);
  if (trial.measure == Measure::PeakMemory) {
    return trial.divisor != 1 ? formatted("%.1f B", value) : formatted("%.1f MiB", value / (1024 * 1024));
  }
  return value < 0.1 ? formatted("%.2f ms", value * 1e3) : formatted("%.3f s", value);
}

Cells headline(const Suite& suite) {
  Cells cells = {"program", suite.contestants[0].name};
  for (size_t i = 1; i < suite.contestants.size(); ++i) {
    cells.insert(cells.end(), {suite.contestants[i].name, "ratio", "spread"});
  }
  return cells;
}

std::string median_cell(const Result& result, size_t contestant) {
  if (!result.is_right(contestant)) return "wrong";
  if (!result.outcomes[contestant].is_measured()) return "-";
  return text_of(result.trial, median(result.outcomes[contestant].samples));
}

Cells row(const Suite& suite, const Result& result) {
  Cells cells = {result.trial.name, median_cell(result, 0)};
  for (size_t i = 1; i < suite.contestants.size(); ++i) {
    cells.push_back(median_cell(result, i));
    if (!result.is_comparable(i)) {
      cells.insert(cells.end(), {"-", "-"});
      continue;
    }
    const Ratio ratio = ratio_of(suite, result, i);
    cells.push_back(formatted("%.2f", ratio.middle));
    cells.push_back(formatted("%.2f", ratio.lowest) + ".." + formatted("%.2f", ratio.highest));
  }
  return cells;
}

Cells means(const Report& report) {
  Cells cells = {"geometric mean", ""};
  for (size_t i = 1; i < report.suite.contestants.size(); ++i) {
    const double mean = mean_ratio(report.suite, report.results, i);
    cells.insert(cells.end(), {"", mean > 0 ? formatted("%.2f", mean) : "-", ""});
  }
  return cells;
}

Cells worst(const Report& report) {
  Cells cells = {"worst", ""};
  for (size_t i = 1; i < report.suite.contestants.size(); ++i) {
    const double ratio = worst_ratio(report.suite, report.results, i);
    cells.insert(cells.end(), {"", ratio > 0 ? formatted("%.2f", ratio) : "-", ""});
  }
  return cells;
}

}  // namespace

void print_report(const Report& report, int rounds) {
  const Suite& suite = report.suite;
  const bool compares = suite.contestants.size() > 1;
  std::string title =
      std::string(suite.name) + ": " + std::string(suite.what) + ", medians of " + std::to_string(rounds);
  const std::string& gillab = suite.contestants[0].name;
  const bool printed = !suite.trials.empty() && suite.trials[0].measure == Measure::Printed;
  if (compares && printed) title += "; ratio above 1: " + gillab + " is better";
  if (compares && !printed) title += "; ratio = " + (suite.gillab_above ? gillab + " / other" : "other / " + gillab);
  std::printf("%s\n\n", title.c_str());
  std::vector<Cells> rows = {headline(suite)};
  for (const Result& result : report.results) rows.push_back(row(suite, result));
  if (compares && !printed) rows.push_back(means(report));  // figures of different kinds have no mean
  if (compares && suite.name == "overhead") rows.push_back(worst(report));
  print_table(rows);
  std::puts("");
  std::fflush(stdout);
}

int print_faults(const std::vector<Report>& reports) {
  int count = 0;
  for (const Report& report : reports) {
    for (const Result& result : report.results) {
      for (size_t i = 0; i < result.outcomes.size(); ++i) {
        if (result.is_right(i)) continue;
        ++count;
        std::fprintf(stderr, "gillab: wrong answer: %s by %s: %s\n", result.trial.name.c_str(),
                     report.suite.contestants[i].name.c_str(), result.outcomes[i].fault.c_str());
      }
    }
  }
  return count;
}

}  // namespace gillab::driver
