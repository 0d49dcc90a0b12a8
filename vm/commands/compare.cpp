// gillab compare: reads what is asked for, has the script run by every side, says what came of it.
#include "vm/commands/compare.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "vm/commands/engine.h"
#include "vm/commands/output_file.h"
#include "vm/commands/reading.h"
#include "vm/driver/installation.h"

namespace gillab::driver {
namespace {

struct CompareSettings {
  Comparison comparison;
  std::vector<std::string> locks;
  std::vector<std::pair<std::string, Words>> others;
  Words arguments;
  std::string json;
};

const std::vector<vm::OptionRow>& option_rows() {
  static const std::vector<vm::OptionRow> rows = {
      {"--locks", "L,L", "the lock layers. Unless stated: gil,object,naive,none"},
      {"--runs", "N", "how often each side runs the script; unless stated 10"},
      {"--timeout", "S", "seconds after which a run has hung; unless stated 30"},
      {"--with", "COMMAND", "also by this, as 'python3' or 'python3.14t -X gil=0'; may be given again"},
      {"--json", "FILE", "write all of it to this file"},
  };
  return rows;
}

std::string take_timeout(const std::string& value, double* seconds) {
  char* end = nullptr;
  *seconds = std::strtod(value.c_str(), &end);
  const bool is_number = !value.empty() && *end == '\0' && *seconds > 0 && *seconds < 1e6;
  return is_number ? "" : "--timeout needs a number of seconds above 0, not '" + value + "'";
}

std::string take_value(CompareSettings& settings, std::string_view name, const std::string& value) {
  if (name == "--locks") return read_layers(value, &settings.locks);
  if (name == "--runs") return read_runs(value, &settings.comparison.runs);
  if (name == "--timeout") return take_timeout(value, &settings.comparison.timeout);
  if (name == "--with") {
    settings.others.push_back({value, {}});
    return read_command(value, &settings.others.back().second);
  }
  settings.json = value;
  return problem_with_output(value);
}

std::string take_script(CompareSettings& settings, const std::string& word) {
  if (settings.comparison.script.empty()) {
    settings.comparison.script = word;
    return "";
  }
  return "one script at a time, '" + word + "' is too much; what the script is to get stands behind --";
}

std::string read_settings(int count, char** arguments, CompareSettings* settings) {
  std::string problem = read_words(
      count, arguments, option_rows(),
      [&](std::string_view name, const std::string& value) { return take_value(*settings, name, value); },
      [&](const std::string& word) { return take_script(*settings, word); }, &settings->arguments);
  if (problem.empty() && settings->comparison.script.empty()) problem = "which script? give its path";
  if (!settings->locks.empty() || !problem.empty()) return problem;
  const std::vector<std::string> layers = installation().layers();
  for (const char* layer : {"gil", "object", "naive", "none"}) {
    if (std::find(layers.begin(), layers.end(), layer) != layers.end()) settings->locks.push_back(layer);
  }
  return "";
}

std::string read_claims_of(Comparison* comparison) {
  std::string problem = vm::problem_with_script(comparison->script.c_str());
  if (!problem.empty()) return problem;
  std::ifstream file(comparison->script, std::ios::binary);
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  comparison->claims = vm::read_claims(source, &problem);
  return problem.empty() ? "" : comparison->script + ", " + problem;
}

Words with_script(Words words, const CompareSettings& settings) {
  words.push_back(settings.comparison.script);
  words.insert(words.end(), settings.arguments.begin(), settings.arguments.end());
  return words;
}

bool is_python(const std::string& program) {
  const std::string name = program.substr(program.rfind('/') + 1);
  return name.starts_with("python") || name.starts_with("pypy");
}

void add_layer(CompareSettings& settings, const std::string& layer) {
  const Words engine = {installation().engine_path(layer), "run", "--timeout",
                        std::to_string(settings.comparison.timeout)};
  settings.comparison.results.push_back({{layer, layer, with_script(engine, settings)}, {}});
}

void add_other(CompareSettings& settings, const std::string& name, Words command) {
  const bool reports = is_python(command[0]) && !settings.comparison.claims.empty();
  if (reports) command.insert(command.end(), {"-c", reporting_program(settings.comparison.claims)});
  settings.comparison.results.push_back({{name, "", with_script(std::move(command), settings), reports}, {}});
}

bool all_promises_kept(const Comparison& comparison) {
  return std::all_of(comparison.results.begin(), comparison.results.end(), [](const SideResult& result) {
    return !promises_correctness(result.side) || result.count(Verdict::Right) == result.runs.size();
  });
}

int compare(int count, char** arguments) {
  CompareSettings settings;
  std::string problem = read_settings(count, arguments, &settings);
  if (!problem.empty()) return refuse("compare", problem);
  Comparison& comparison = settings.comparison;
  problem = read_claims_of(&comparison);
  if (!problem.empty()) return refuse("", problem);
  for (const std::string& layer : settings.locks) {
    if (!provide_engine(layer, &problem)) return refuse("", problem);
    add_layer(settings, layer);
  }
  for (auto& [name, command] : settings.others) add_other(settings, name, std::move(command));
  if (!run_sides(&comparison, &problem)) return refuse("", problem);
  judge_runs(&comparison);
  print_comparison(comparison);
  if (!settings.json.empty()) problem = write_whole_file(settings.json, comparison_as_json(comparison));
  if (!problem.empty()) return refuse("", problem);
  return all_promises_kept(comparison) ? 0 : 1;
}

std::string details() {
  return "Runs a script again and again under each lock layer, in turn, and says how often it was right, wrong, crashed\n"
         "or hung, how long it took, and how many processors it kept busy. What is right the script says in comments\n"
         "such as `#: expect count == 10 : every increment kept`; one without is compared with what gil prints.\n\n" +
         option_lines(option_rows()) +
         "\nThe exit code is 0 when the layers that promise correctness (gil, object, naive) were right in all runs, else\n"
         "1; 2 when the command line is wrong.\n";
}

}  // namespace

const Command kCompareCommand = {"compare", "SCRIPT [OPTION...] [-- ARGUMENT...]",
                                 "run a script under every lock layer and compare", details, compare};

}  // namespace gillab::driver
