// Reading the command line of `run` and `dis`. What the options do is the engine's business.
#include "vm/options.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gil/turns/names.h"

namespace gillab::vm {
namespace {

// -X NAME
const std::vector<OptionRow> kSettings = {
    {"verify", "", "check every code unit before it runs"},
    {"gil=0", "", "the lock layer object, unless --lock says another"},
    {"gil=1", "", "the lock layer gil, unless --lock says another"},
};
// CPython's, with or without a value: what they ask for is so already, or stands in sys._xoptions for who looks there.
constexpr std::string_view kOtherSettings[] = {"dev", "faulthandler", "frozen_modules", "int_max_str_digits",
                                               "no_debug_ranges", "pycache_prefix", "tracemalloc", "utf8",
                                               "warn_default_encoding"};
constexpr std::string_view kLetters = "BEIPSsqbdv";

std::string allowed(const std::vector<OptionRow>& rows) {
  std::string text;
  for (const OptionRow& row : rows) {
    text.append(text.empty() ? "" : ", ").append(row.name);
  }
  return text;
}

std::vector<std::string_view> names_of(const std::vector<OptionRow>& rows) {
  std::vector<std::string_view> names;
  for (const OptionRow& row : rows) names.push_back(row.name);
  return names;
}

// Levenshtein's distance, where two letters that changed places count once.
size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::vector<size_t>> cost(left.size() + 1, std::vector<size_t>(right.size() + 1));
  for (size_t i = 0; i <= left.size(); ++i) {
    for (size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] =
          std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (left[i - 1] != right[j - 1])});
      bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[left.size()][right.size()];
}

std::string_view layer_without_lock(bool gil) { return gil ? "gil" : "object"; }

void take_setting(RunOptions& options, std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));  // '-X utf8' can be one word
  options.settings.emplace_back(name);
  const auto others = std::end(kOtherSettings);
  if (std::find(std::begin(kOtherSettings), others, name.substr(0, name.find('='))) != others) return;
  if (name == "verify") {
    options.verify = true;
  } else if (name == "gil=0" || name == "gil=1") {
    options.gil = name == "gil=1";
  } else {
    options.problem = "unknown setting '-X " + std::string(name) + "'; allowed are " + allowed(kSettings);
  }
}

// The short options that take a value take it from the same word (-cpass) or from the next one.
const char* value_of(RunOptions& options, int count, char** arguments, int& at, size_t name_length) {
  const char* word = arguments[at];
  if (word[name_length] == '=' && word[1] == '-') return word + name_length + 1;
  if (word[name_length] != '\0') return word + name_length;
  if (at + 1 < count) return arguments[++at];
  options.problem = std::string("option ") + word + " needs a value";
  return nullptr;
}

void take_program(RunOptions& options, Program program, const char* source, int count, char** arguments, int next) {
  options.program = program;
  options.source = source;
  options.arguments.assign(arguments + next, arguments + count);
}

// A number with an optional unit of `units`, each 1024 times the one before. Negative: it is not one.
double number_of(const char* text, std::string_view units) {
  char* end = nullptr;
  double number = std::strtod(text, &end);
  if (end == text || !(number >= 0)) return -1;
  for (size_t i = 0; *end != '\0' && i < units.size(); ++i) {
    number *= 1024;
    if (std::tolower(*end) == units[i]) return end[1] == '\0' ? number : -1;
  }
  return *end == '\0' ? number : -1;
}

void take_turns(RunOptions& options, const char* value) {
  const std::vector<std::string_view> names(std::begin(gil::kPolicyNames), std::end(gil::kPolicyNames));
  options.turns = value;
  if (std::find(names.begin(), names.end(), value) != names.end()) return;
  options.problem = std::string("unknown turn policy '") + value + "'";
  if (std::string_view meant = nearest(value, names); !meant.empty()) {
    options.problem.append(" (did you mean '").append(meant).append("'?)");
  }
  options.problem += "; allowed are ";
  for (std::string_view name : names) options.problem.append(name).append(name == names.back() ? "" : ", ");
}

void take_switch_at(RunOptions& options, std::string_view value) {
  options.switch_only_at_loops = value == "loop";
  if (value != "loop" && value != "any") {
    options.problem = "unknown place to switch '" + std::string(value) + "'; allowed are any, loop";
  }
}

void take_stats(RunOptions& options, std::string_view value) {
  options.stats = value == "json" ? RunOptions::Stats::Json : RunOptions::Stats::Text;
  if (!value.empty() && value != "json") {
    options.problem = "unknown form of statistics '" + std::string(value) + "'; allowed are --stats and --stats=json";
  }
}

void take_seconds(RunOptions& options, const char* value, const char* name, double* seconds) {
  *seconds = number_of(value, "");
  if (!(*seconds > 0)) options.problem = std::string(name) + " needs a number of seconds above 0, not '" + value + "'";
}

void take_memory_limit(RunOptions& options, const char* value) {
  const double bytes = number_of(value, "kmgt");
  options.memory_limit = bytes > 0 ? static_cast<uint64_t>(bytes) : 0;
  if (!(bytes > 0)) {
    options.problem = std::string("--memory-limit needs a size such as 500M or 2G, not '") + value + "'";
  }
}

// The options that take a value, by their name.
bool take_valued(RunOptions& options, std::string_view name, const char* value) {
  if (name == "--lock") {
    options.layer = value;
  } else if (name == "--turns") {
    take_turns(options, value);
  } else if (name == "--switch-at") {
    take_switch_at(options, value);
  } else if (name == "--switch-interval") {
    take_seconds(options, value, "--switch-interval", &options.switch_interval);
  } else if (name == "--timeout") {
    take_seconds(options, value, "--timeout", &options.timeout);
  } else if (name == "--memory-limit") {
    take_memory_limit(options, value);
  } else {
    return false;
  }
  return true;
}

constexpr std::string_view kValued[] = {"--lock", "--turns", "--switch-at", "--switch-interval", "--timeout", "--memory-limit"};

bool is_option(std::string_view word, std::string_view name) {
  return word == name || (word.starts_with(name) && word.size() > name.size() && word[name.size()] == '=');
}

// One option; true when the program was named by it and everything behind belongs to the script.
bool take_option(RunOptions& options, int count, char** arguments, int& at) {
  std::string_view word = arguments[at];
  if (word.starts_with("-c") || word.starts_with("-m")) {
    Program program = word[1] == 'c' ? Program::Code : Program::Module;
    const char* source = value_of(options, count, arguments, at, 2);
    take_program(options, program, source, count, arguments, at + 1);
    return true;
  }
  if (word.starts_with("-X")) {
    if (const char* value = value_of(options, count, arguments, at, 2)) take_setting(options, value);
  } else if (const auto* name = std::find_if(std::begin(kValued), std::end(kValued),
                                             [&](std::string_view each) { return is_option(word, each); });
             name != std::end(kValued)) {
    if (const char* value = value_of(options, count, arguments, at, name->size())) take_valued(options, *name, value);
  } else if (word == "--stats" || word.starts_with("--stats=")) {
    take_stats(options, word.substr(std::min<size_t>(word.size(), 8)));
  } else if (word == "-O" || word == "-OO") {
    options.optimize = std::min<int>(2, options.optimize + static_cast<int>(word.size()) - 1);
  } else if (word.starts_with("-W")) {
    if (const char* value = value_of(options, count, arguments, at, 2)) options.warnings.emplace_back(value);
  } else if (word.find_first_not_of(kLetters, 1) == std::string_view::npos) {
    options.letters += word.substr(1);
  } else if (word == "--guard") {
    options.guard = true;
  } else if (word == "-u") {
    options.unbuffered = true;
  } else if (word == "-i") {
    options.inspect = true;
  } else {
    options.problem = unknown_option(word, run_option_rows());
  }
  return false;
}

}  // namespace

const std::vector<OptionRow>& run_option_rows() {
  static const std::vector<OptionRow> rows = {
      {"-c", "CODE", "run this text"},
      {"-m", "MODULE", "run a module of the library, or one found on sys.path, as a script"},
      {"--lock", "LAYER", "the lock layer: gil (unless stated), object, naive, none. PYTHON_GIL=0 means object"},
      {"--turns", "POLICY", "how the turn is passed on: cpython (unless stated), ticks, fair, io-first"},
      {"--switch-interval", "S", "seconds a thread may compute while others wait, 0.005 unless stated"},
      {"--switch-at", "PLACE", "any: between any two instructions (unless stated); loop: at loop edges and calls"},
      {"--stats", "", "at the end, on stderr: turns, waits, instructions, objects of each thread; --stats=json"},
      {"--guard", "", "with --lock none: keep what is freed; whoever touches it is stopped, and told who freed it"},
      {"--memory-limit", "SIZE", "MemoryError beyond this (500M, 2G ...)"},
      {"--timeout", "S", "stop after so many seconds: every thread's traceback, exit code 124"},
      {"-O", "", "leave out assert statements; -OO leaves out docstrings too"},
      {"-u", "", "do not buffer stdout"},
      {"-i", "", "a prompt after the script, with its names; or though stdin is no terminal"},
      {"-W", "FILTER", "what becomes of warnings, as in warnings.filterwarnings: error, ignore::DeprecationWarning ..."},
      {"-X", "SETTING", "verify: check every code unit before it runs; gil=0: --lock object; gil=1: --lock gil"},
  };
  return rows;
}

const std::vector<OptionRow>& dis_option_rows() {
  static const std::vector<OptionRow> rows = {
      {"--specialised", "", "run the script first, then show what its instructions have become"},
      {"--json", "", "as JSON, for programs"},
  };
  return rows;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  size_t best_distance = word.size() / 3 + 1;  // farther than that it is another word, not a slip
  for (std::string_view candidate : candidates) {
    size_t away = word.size() > 64 ? best_distance : distance(word, candidate);
    if (away < best_distance || (away == best_distance && best.empty() && away <= 2 && word.size() > 3)) {
      best = candidate;
      best_distance = away;
    }
  }
  return best;
}

std::string unknown_option(std::string_view option, const std::vector<OptionRow>& rows) {
  std::string name(option.substr(0, option.find('=')));
  std::string text = "unknown option '" + name + "'";
  std::string_view meant = nearest(name, names_of(rows));
  if (!meant.empty()) text.append(" (did you mean '").append(meant).append("'?)");
  return text + "; allowed are " + allowed(rows);
}

RunOptions parse_run_options(int count, char** arguments) {
  RunOptions options;
  for (int at = 0; at < count && options.problem.empty(); ++at) {
    std::string_view word = arguments[at];
    const bool only_dashes = word == "-" || word == "--";
    if (word.starts_with('-') && !only_dashes) {
      if (take_option(options, count, arguments, at)) break;
      continue;
    }
    if (word == "--") {
      if (++at == count) break;
      word = arguments[at];
    }
    take_program(options, word == "-" ? Program::Input : Program::Script, arguments[at], count, arguments, at + 1);
    break;
  }
  if (options.layer.empty() && options.gil) options.layer = layer_without_lock(*options.gil);
  if (options.guard && options.layer != "none" && options.problem.empty())
    options.problem = "--guard is for --lock none: no other layer frees an object too early";
  return options;
}

std::string_view layer_of_environment(const char* value, std::string* problem) {
  const std::string_view wish = value != nullptr ? value : "";
  if (wish == "0" || wish == "1") return layer_without_lock(wish == "1");
  if (!wish.empty()) *problem = "PYTHON_GIL must be 0 or 1, not '" + std::string(wish) + "'";
  return {};
}

DisOptions parse_dis_options(int count, char** arguments) {
  DisOptions options;
  for (int at = 0; at < count && options.problem.empty(); ++at) {
    std::string_view word = arguments[at];
    if (word == "--specialised") {
      options.specialised = true;
    } else if (word == "--json") {
      options.json = true;
    } else if (word.starts_with('-') && word != "-") {
      options.problem = unknown_option(word, dis_option_rows());
    } else if (options.script != nullptr) {
      options.problem = "one script at a time, '" + std::string(word) + "' is too much";
    } else {
      options.script = arguments[at];
    }
  }
  if (options.problem.empty() && options.script == nullptr)
    options.problem = "which script? give its path, or - for stdin";
  return options;
}

std::string problem_with_script(const char* path) {
  std::string name = "'" + std::string(path) + "'";
  if (*path == '\0') return "the script's path is empty";
  struct stat status;
  if (stat(path, &status) != 0) return "cannot open " + name + ": " + std::strerror(errno);
  if (S_ISDIR(status.st_mode)) return name + " is a directory; a script is a file";
  if (access(path, R_OK) != 0) return "cannot read " + name + ": " + std::strerror(errno);
  return "";
}

}  // namespace gillab::vm
