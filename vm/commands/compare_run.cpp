// Runs a script by each side in turn, again and again. Knows nothing of right and wrong.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "vm/commands/compare.h"

namespace gillab::driver {
namespace {

constexpr double kGrace = 3;  // seconds in which an engine whose time is over says where its threads were
constexpr int kBarWidth = 30;

class ProgressBar {
 public:
  explicit ProgressBar(size_t steps) : steps_(steps), shown_(isatty(STDERR_FILENO) != 0) {}
  ~ProgressBar() {
    if (shown_) std::fputs("\r\033[K", stderr);
  }

  void step(const std::string& what) {
    const int filled = static_cast<int>(kBarWidth * done_ / steps_);
    ++done_;
    if (!shown_) return;
    std::string bar(static_cast<size_t>(filled), '#');
    bar.resize(kBarWidth, '.');
    std::fprintf(stderr, "\r\033[K[%s] %zu/%zu %s", bar.c_str(), done_, steps_, what.c_str());
    std::fflush(stderr);
  }

 private:
  size_t steps_;
  size_t done_ = 0;
  bool shown_;
};

constexpr const char kProgram[] = R"(def run(claims):
    import os, sys
    report = int(os.environ.pop("GILLAB_REPORT"))
    names = sys.modules["__main__"].__dict__
    del names["run"], sys.argv[0]
    path = names["__file__"] = os.path.abspath(sys.argv[0])
    sys.path[0] = os.path.dirname(os.path.realpath(path))
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    end = None
    try:
        exec(code, names)
    except SystemExit as exit:
        end = exit
    import threading
    for each in threading.enumerate():
        if each is not threading.current_thread() and not each.daemon:
            each.join()
    rows = []
    for expression, difference in claims:
        row = {}
        try:
            row["holds"] = bool(eval(expression, names))
        except Exception as error:
            row["error"] = f"{type(error).__name__}: {error}"
        try:
            missing = difference and not row["holds"] and eval(difference, names)
            if type(missing) is int:
                row["missing"] = missing
        except Exception:
            pass
        rows.append(row)
    import json
    os.write(report, json.dumps({"claims": rows}).encode())
    if end:
        raise end
run)";

}  // namespace

std::string reporting_program(const std::vector<vm::Claim>& claims) {
  nlohmann::json rows = nlohmann::json::array();
  for (const vm::Claim& claim : claims) {
    const auto sides = vm::sides_of_equality(claim.expression);
    rows.push_back({claim.expression, sides ? "(" + sides->second + ") - (" + sides->first + ")" : ""});
  }
  // JSON's lists and strings are Python's, when all but ASCII is escaped.
  return kProgram + ("(" + rows.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + ")\n");
}

bool run_sides(Comparison* comparison, std::string* problem) {
  ProgressBar progress(comparison->results.size() * static_cast<size_t>(comparison->runs));
  for (int round = 1; round <= comparison->runs; ++round) {
    for (SideResult& result : comparison->results) {
      progress.step(result.side.name + ", run " + std::to_string(round) + " of " + std::to_string(comparison->runs));
      const bool stops_itself = !result.side.layer.empty();
      const double limit = comparison->timeout + (stops_itself ? kGrace : 0);
      SideRun run;
      if (!measure_process(result.side.command, limit, result.side.reports, &run.measured, problem)) return false;
      result.runs.push_back(std::move(run));
    }
  }
  return true;
}

}  // namespace gillab::driver
