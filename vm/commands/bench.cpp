// gillab bench: reads what is asked for, has it measured (bench_run.cpp) and reported (bench_report.cpp).
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>
#include <vector>

#include "gil/turns/names.h"
#include "vm/commands/bench_report.h"
#include "vm/commands/bench_suites.h"
#include "vm/commands/engine.h"
#include "vm/driver/installation.h"

namespace gillab::driver {
namespace {

struct BenchSettings {
  std::vector<std::string_view> suites;
  std::vector<std::string> locks = {"gil"};
  std::vector<std::string> turns;  // empty: the default policy
  std::vector<Contestant> others;
  int rounds = 5;
  std::string json;
  std::string filter;
  std::string problem;
};

constexpr int kMostRounds = 1000;

const std::vector<vm::OptionRow>& option_rows() {
  static const std::vector<vm::OptionRow> rows = {
      {"--with", "COMMAND", "compare with this, as 'python3' or 'luajit -joff'; may be given again"},
      {"--locks", "L,L", "the lock layers; the others are compared with the first. Unless stated: gil"},
      {"--turns", "P,P", "the turn policies of gil, each a side of its own. Unless stated: cpython"},
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

void take_suite(BenchSettings& settings, std::string_view word) {
  std::vector<std::string_view> names;
  for (const SuiteRow& row : suite_rows()) names.push_back(row.name);
  const auto found = std::find(names.begin(), names.end(), word);
  if (found != names.end()) {
    settings.suites.push_back(*found);
    return;
  }
  settings.problem = "unknown suite '" + std::string(word) + "'";
  std::string_view meant = vm::nearest(word, names);
  if (!meant.empty()) settings.problem.append(" (did you mean '").append(meant).append("'?)");
  settings.problem += "; there are " + allowed_suites();
}

std::vector<std::string> split_list(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t at = 0; at <= text.size();) {
    const size_t comma = std::min(text.find(',', at), text.size());
    parts.push_back(text.substr(at, comma - at));
    at = comma + 1;
  }
  return parts;
}

void take_other(BenchSettings& settings, const std::string& value) {
  Words command = split_command(value);
  if (command.empty()) {
    settings.problem = "'" + value + "' is no command";
  } else if (!have_program(command[0])) {
    settings.problem = "there is no program '" + command[0] + "'";
  } else {
    settings.others.push_back({value, "", std::move(command)});
  }
}

void take_locks(BenchSettings& settings, const std::string& value) {
  settings.locks = split_list(value);
  const std::vector<std::string> layers = installation().layers();
  for (const std::string& lock : settings.locks) {
    if (std::find(layers.begin(), layers.end(), lock) == layers.end()) settings.problem = missing_layer(lock);
  }
}

void take_turns(BenchSettings& settings, const std::string& value) {
  settings.turns = split_list(value);
  const std::vector<std::string_view> known(std::begin(gil::kPolicyNames), std::end(gil::kPolicyNames));
  for (const std::string& turns : settings.turns) {
    if (std::find(known.begin(), known.end(), turns) != known.end()) continue;
    settings.problem = "unknown turn policy '" + turns + "'";
    const std::string_view meant = vm::nearest(turns, known);
    if (!meant.empty()) settings.problem.append(" (did you mean '").append(meant).append("'?)");
  }
}

void take_rounds(BenchSettings& settings, const std::string& value) {
  char* end = nullptr;
  const long rounds = std::strtol(value.c_str(), &end, 10);
  const bool is_number = !value.empty() && *end == '\0';
  if (!is_number || rounds < 1 || rounds > kMostRounds)
    settings.problem = "--runs takes a number from 1 to " + std::to_string(kMostRounds) + ", not '" + value + "'";
  settings.rounds = static_cast<int>(rounds);
}

void take_value(BenchSettings& settings, std::string_view name, const std::string& value) {
  if (name == "--with") take_other(settings, value);
  if (name == "--locks") take_locks(settings, value);
  if (name == "--turns") take_turns(settings, value);
  if (name == "--runs") take_rounds(settings, value);
  if (name == "--filter") settings.filter = value;
  if (name == "--json") settings.json = value;
}

bool is_known_option(std::string_view name) {
  const std::vector<vm::OptionRow>& rows = option_rows();
  return std::any_of(rows.begin(), rows.end(), [&](const vm::OptionRow& row) { return row.name == name; });
}

BenchSettings read_settings(int count, char** arguments) {
  BenchSettings settings;
  for (int at = 0; at < count && settings.problem.empty(); ++at) {
    const std::string_view word = arguments[at];
    const std::string_view name = word.substr(0, word.find('='));
    if (!word.starts_with('-')) {
      take_suite(settings, word);
    } else if (!is_known_option(name)) {
      settings.problem = vm::unknown_option(name, option_rows());
    } else if (name.size() < word.size()) {
      take_value(settings, name, std::string(word.substr(name.size() + 1)));
    } else if (at + 1 < count) {
      take_value(settings, name, arguments[++at]);
    } else {
      settings.problem = "option " + std::string(name) + " needs a value";
    }
  }
  if (settings.suites.empty()) settings.suites = {"speed", "startup", "memory"};
  return settings;
}

std::vector<Contestant> contestants_of(const BenchSettings& settings, bool lua) {
  std::vector<Contestant> found;
  for (const std::string& lock : settings.locks) {
    const bool is_plain = lock == "gil" && settings.locks.size() == 1;
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

// A report that cannot be written is noticed before an hour of measuring, not after it.
std::string problem_with_output(const std::string& path) {
  const size_t slash = path.rfind('/');
  const std::string folder = slash == path.npos ? "." : path.substr(0, slash + 1);
  if (path.empty() || access(folder.c_str(), W_OK) == 0) return "";
  return "cannot write '" + path + "': " + std::strerror(errno);
}

std::vector<Report> make_reports(const BenchSettings& settings) {
  std::vector<Report> reports;
  for (std::string_view name : settings.suites) {
    Suite suite = make_suite(name, contestants_of(settings, name == "lua"), settings.filter);
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
  if (settings.problem.empty()) settings.problem = problem_with_output(settings.json);
  if (!settings.problem.empty()) return refuse("bench", settings.problem);
  std::vector<Report> reports = make_reports(settings);
  if (reports.empty()) return refuse("bench", "no program's name holds '" + settings.filter + "'");
  std::string problem;
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
    line.resize(12, ' ');
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
