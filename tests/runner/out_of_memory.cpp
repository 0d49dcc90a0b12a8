// Which request fails is told by an environment variable; the engine says when there were not that many.
#include "tests/runner/out_of_memory.h"

#include <algorithm>

#include "tests/runner/expectation.h"

namespace gillab::tests {
namespace {

constexpr int kMostRequests = 50000;
constexpr int kMostReports = 3;
constexpr char kNoneFailed[] = "gillab: no allocation failed";

// A failure may go unnoticed (what it was for was not needed), be handled by the script, or end it.
std::string judge_failure(const ProcessResult& result, const std::vector<std::string>& errors, int success) {
  if (result.timed_out) return "took too long and was killed";
  if (result.exit_code == success) return {};
  const bool is_memory_error = std::any_of(errors.begin(), errors.end(), [](const std::string& line) {
    return line.find("MemoryError") != std::string::npos;
  });
  // 120: what was written could not be flushed at the end.
  if ((result.exit_code == 1 || result.exit_code == 120) && is_memory_error) return {};
  return "exit code " + std::to_string(result.exit_code);
}

std::string judge_start(const ProcessResult& result, const std::vector<std::string>& errors, int success) {
  const bool refuses = result.exit_code == 2 && errors == std::vector<std::string>{"gillab: not enough memory to start"};
  return refuses ? std::string() : judge_failure(result, errors, success);
}

using Judge = std::string (*)(const ProcessResult&, const std::vector<std::string>&, int);

// Numbers below zero count from the engine's start, the others from the script's.
std::string repeat(const ProcessRequest& request, int direction, int success, Judge judge_one) {
  std::string report;
  int reports = 0;
  for (int number = 1; reports < kMostReports; ++number) {
    const std::string setting = "GILLAB_FAIL_ALLOCATION=" + std::to_string(direction * number);
    ProcessRequest one = request;
    one.environment.push_back(setting);
    const ProcessResult result = run_process(one);
    const std::vector<std::string> errors = split_lines(result.errors);
    if (!errors.empty() && errors.back() == kNoneFailed) return report;
    if (number == kMostRequests) return report + "  the requests for memory do not end\n";
    const std::string problem = judge_one(result, errors, success);
    if (problem.empty()) continue;
    ++reports;
    report += "  with " + setting + ": " + problem + "\n";
    for (const std::string& line : errors) report += "      | " + line + "\n";
  }
  return report;
}

}  // namespace

std::string run_out_of_memory(const ProcessRequest& request, int success) {
  return repeat(request, 1, success, judge_failure);
}

std::string start_out_of_memory(const ProcessRequest& request) { return repeat(request, -1, 0, judge_start); }

}  // namespace gillab::tests
