// gillab bench: reads what is asked for, has it measured (bench_run.cpp) and reported (bench_report.cpp).
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "gil/turns/names.h"
#include "vm/commands/bench_report.h"
#include "vm/commands/bench_suites.h"
#include "vm/commands/engine.h"
#include "vm/commands/output_file.h"
#include "vm/commands/reading.h"
#include "vm/driver/installation.h"

namespace gillab::driver {
namespace {

struct BenchSettings {
  std::vector<std::string_view> suites;
  std::vector<std::string> locks;  // empty: those that the suite is about
  std::vector<std::string> turns;  // empty: the default policy
  std::string threads = "1,2";
  std::vector<Contestant> others;
  int rounds = 5;
  std::string json;
  std::string filter;
  std::string problem;
};

const std::vector<vm::OptionRow>& option_rows() {
  static const std::vector<vm::OptionRow> rows = {
      {"--with", "COMMAND", "compare with this, as 'python3' or 'luajit -joff'; may be given again"},
      {"--locks", "L,L", "the lock layers; the others are compared with the first. Unless stated: gil, or those the suite is about"},
      {"--turns", "P,P", "the turn policies of gil, each a side of its own. Unless stated: cpython"},
      {"--threads", "N,N", "for the suites scale, shared and contention: how many threads. Unless stated: 1,2"},
      {"--runs", "N", "rounds that count, after one that warms up; unless stated 5"},
      {"--filter", "TEXT", "only the programs whose name holds this text"},
      {"--json", "FILE", "write everything that was measured to this file"},
  };
  return rows;
}

std::string allowed_suites() {
  std::string text;
  for (const SuiteRow& row : suite_rows()) text.append(text.empty() ? "" : ", ").append(row.name);
  return text;
}

std::string take_suite(BenchSettings& settings, std::string_view word) {
  std::vector<std::string_view> names;
  for (const SuiteRow& row : suite_rows()) names.push_back(row.name);
  const auto found = std::find(names.begin(), names.end(), word);
  if (found != names.end()) {
    settings.suites.push_back(*found);
    return "";
  }
  std::string problem = "unknown suite '" + std::string(word) + "'";
  std::string_view meant = vm::nearest(word, names);
  if (!meant.empty()) problem.append(" (did you mean '").append(meant).append("'?)");
  return problem + "; there are " + allowed_suites();
}

std::string take_other(BenchSettings& settings, const std::string& value) {
  settings.others.push_back({value, "", {}});
  return read_command(value, &settings.others.back().command);
}

std::string take_turns(BenchSettings& settings, const std::string& value) {
  settings.turns = split_list(value);
  const std::vector<std::string_view> known(std::begin(gil::kPolicyNames), std::end(gil::kPolicyNames));
  for (const std::string& turns : settings.turns) {
    if (std::find(known.begin(), known.end(), turns) != known.end()) continue;
    const std::string_view meant = vm::nearest(turns, known);
    const std::string hint = meant.empty() ? "" : " (did you mean '" + std::string(meant) + "'?)";
    return "unknown turn policy '" + turns + "'" + hint;
  }
  return "";
}

std::string take_threads(BenchSettings& settings, const std::string& value) {
  for (const std::string& count : split_list(value)) {
    const bool is_number = !count.empty() && count.find_first_not_of("0123456789") == count.npos && count.size() < 4;
    if (!is_number || std::atoi(count.c_str()) < 1) return "--threads takes numbers from 1 to 999, not '" + count + "'";
  }
  settings.threads = value;
  return "";
}

std::string take_value(BenchSettings& settings, std::string_view name, const std::string& value) {
  if (name == "--with") return take_other(settings, value);
  if (name == "--locks") return read_layers(value, &settings.locks);
  if (name == "--turns") return take_turns(settings, value);
  if (name == "--threads") return take_threads(settings, value);
  if (name == "--runs") return read_runs(value, &settings.rounds);
  if (name == "--filter") settings.filter = value;
  if (name == "--json") settings.json = value;
  return name == "--json" ? problem_with_output(value) : "";
}

BenchSettings read_settings(int count, char** arguments) {
  BenchSettings settings;
  settings.problem = read_words(
      count, arguments, option_rows(),
      [&](std::string_view name, const std::string& value) { return take_value(settings, name, value); },
      [&](const std::string& word) { return take_suite(settings, word); });
  if (settings.suites.empty()) settings.suites = {"speed", "startup", "memory"};
  return settings;
}

std::vector<std::string> locks_for(const BenchSettings& settings, std::string_view suite) {
  if (!settings.locks.empty()) return settings.locks;
  if (!is_about_layers(suite)) return {std::string(kUsualLayer)};
  std::vector<std::string> found;
  const std::vector<std::string> layers = installation().layers();
  for (const char* layer : {"gil", "object", "naive", "none"}) {
    const bool is_wanted = std::find(layers.begin(), layers.end(), layer) != layers.end() &&
                           (suite == "overhead" || layer != std::string_view("none"));  // with threads it may crash
    if (is_wanted) found.push_back(layer);
  }
  return found;
}

std::vector<Contestant> contestants_of(const BenchSettings& settings, std::string_view suite) {
  std::vector<Contestant> found;
  const bool lua = suite == "lua";
  const std::vector<std::string> locks = locks_for(settings, suite);
  for (const std::string& lock : locks) {
    const bool is_plain = lock == "gil" && locks.size() == 1;
    const Words command = {installation().engine_path(lock), "run"};
    if (lock != "gil" || settings.turns.empty()) found.push_back({is_plain ? "gillab" : lock, lock, command});
    if (lock != "gil") continue;
    for (const std::string& turns : settings.turns) {
      found.push_back({turns, lock, {command[0], command[1], "--turns", turns}});
    }
  }
  for (const Contestant& other : settings.others) {
    if (is_lua(other) == lua) found.push_back(other);
  }
  const bool has_other = std::any_of(settings.others.begin(), settings.others.end(), is_lua);
  if (lua && !has_other && have_program("luajit")) found.push_back({"luajit -joff", "", {"luajit", "-joff"}});
  return found;
}

std::vector<Report> make_reports(const BenchSettings& settings) {
  std::vector<Report> reports;
  for (std::string_view name : settings.suites) {
    Suite suite = make_suite(name, contestants_of(settings, name), settings.filter, settings.threads);
    if (!suite.trials.empty()) reports.push_back({std::move(suite), {}});
  }
  return reports;
}

bool run_all(std::vector<Report>& reports, int rounds, std::string* problem) {
  size_t trials = 0;
  for (const Report& report : reports) trials += report.suite.trials.size();
  Progress progress(trials);
  for (Report& report : reports) {
    for (const Trial& trial : report.suite.trials) {
      if (!run_trial(report.suite, trial, rounds, progress, &report.results, problem)) return false;
    }
  }
  return true;
}

int bench(int count, char** arguments) {
  BenchSettings settings = read_settings(count, arguments);
  if (!settings.problem.empty()) return refuse("bench", settings.problem);
  std::vector<Report> reports = make_reports(settings);
  if (reports.empty()) return refuse("bench", "no program's name holds '" + settings.filter + "'");
  std::string problem;
  for (const Report& report : reports) {
    for (const Contestant& each : report.suite.contestants) {
      if (!each.lock.empty() && !provide_engine(each.lock, &problem)) return refuse("", problem);
    }
  }
  if (!run_all(reports, settings.rounds, &problem)) return refuse("", problem);
  for (const Report& report : reports) print_report(report, settings.rounds);
  if (!settings.json.empty() && !write_json(settings.json, reports, settings.rounds, &problem))
    return refuse("", problem);
  return print_faults(reports) == 0 ? 0 : 1;
}

std::string details() {
  std::string suites;
  for (const SuiteRow& row : suite_rows()) {
    std::string line = "  " + std::string(row.name);
    line.resize(14, ' ');
    suites += line + std::string(row.meaning) + "\n";
  }
  return "Measures programs, alone or side by side with other implementations. All sides run in turn, after a round\n"
         "that warms up and checks the answers; shown are medians, the ratio of the medians and its spread: the\n"
         "smallest and the largest ratio of a round. The suites, the first three unless stated:\n\n" +
         suites + "\n" + option_lines(option_rows()) +
         "\nCommands whose name begins with lua are for the suite lua (luajit -joff unless stated), all others for\n"
         "the rest. The exit code is 1 when a program gave a wrong answer.\n";
}

}  // namespace

const Command kBenchCommand = {"bench", "[SUITE...] [OPTION...]", "measure speed, start-up and memory", details, bench};

}  // namespace gillab::driver
