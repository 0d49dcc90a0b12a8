// gillab test: builds the tests and runs all of them; the last line is "N passed, N failed".
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>
#include <vector>

#include "vm/commands/engine.h"
#include "vm/driver/installation.h"

namespace gillab::driver {
namespace {

using Words = std::vector<std::string>;

// What is run on one build of the project.
struct Suite {
  const char* preset;
  const char* title;
  bool chosen;
  bool whole;           // with what does not depend on how the engine was built: the compiler, CPython's answers, sessions
  bool leak_check;      // nothing may be alive when a script has ended; without it engines end as users' do
  bool units;           // the unit tests too
  const char* timeout;  // seconds for one script
  Words layers;         // the engines that are built and run
  Words matters;        // folders of scripts that this build is likely to find something in
};

struct TestSettings {
  bool sanitizers = false;
  bool builds = false;
  bool quickly = false;
  bool werror = false;
  std::string filter;
  std::string problem;
};

const std::vector<vm::OptionRow>& option_rows() {
  static const std::vector<vm::OptionRow> rows = {
      {"--sanitizers", "", "also the builds with AddressSanitizer and UBSan, with ThreadSanitizer, and the hostile one"},
      {"--builds", "", "also the builds by g++ and with the other ways of dispatch"},
      {"--all", "", "all of these"},
      {"--ci", "", "the sanitizers, with the scripts that matter to each of these builds"},
      {"--filter", "TEXT", "only the scripts and sessions whose path holds this text, and no unit tests"},
      {"--werror", "", "a compiler's warning fails the build"},
  };
  return rows;
}

TestSettings read_settings(int count, char** arguments) {
  TestSettings settings;
  for (int at = 0; at < count; ++at) {
    std::string_view word = arguments[at];
    if (word == "--sanitizers" || word == "--all" || word == "--ci") settings.sanitizers = true;
    if (word == "--builds" || word == "--all") settings.builds = true;
    if (word == "--ci") settings.quickly = true;
    if (word == "--werror") settings.werror = true;
    if (word == "--filter" && at + 1 == count) settings.problem = "option --filter needs a value";
    bool known = false;
    for (const vm::OptionRow& row : option_rows()) known = known || row.name == word;
    if (!known) settings.problem = vm::unknown_option(word, option_rows());
    if (word == "--filter" && at + 1 < count) settings.filter = arguments[++at];
  }
  return settings;
}

std::string quoted(const std::string& word) {
  std::string text = "'";
  for (char letter : word) text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return text + "'";
}

bool is_program(const std::string& path) { return access(path.c_str(), X_OK) == 0; }

class Tally {
 public:
  // Runs a command, shows what it prints, and adds up the lines that count tests. Where none does, the command
  // itself is the test.
  void run(const std::string& title, const std::string& command) {
    std::printf("== %s\n", title.c_str());
    std::fflush(stdout);
    counted_ = false;
    const long failed_before = failed_;
    FILE* output = popen(command.c_str(), "r");
    if (output == nullptr) return fail(title, "cannot be started");
    char* line = nullptr;
    size_t capacity = 0;
    while (getline(&line, &capacity, output) > 0) {
      take_line(line);
      std::fflush(stdout);  // who ends the run early has read what there was
    }
    free(line);
    const bool succeeded = pclose(output) == 0;
    if (!counted_) ++(succeeded ? passed_ : failed_);
    if (!succeeded && counted_ && failed_ == failed_before) fail(title, "ended with an error");
  }

  void fail(const std::string& title, const char* reason) {
    std::printf("FAILED %s: %s\n", title.c_str(), reason);
    ++failed_;
  }

  int report() const {
    std::printf("%ld passed, %ld failed\n", passed_, failed_);
    return failed_ == 0 && passed_ > 0 ? 0 : 1;
  }

 private:
  void take_line(const char* line) {
    if (std::strncmp(line, "Running main()", 14) == 0) return;
    long passed = 0, failed = 0;
    int end = 0;
    if (std::sscanf(line, "%ld passed, %ld failed%n", &passed, &failed, &end) == 2 && line[end] == '\n') {
      passed_ += passed;
      failed_ += failed;
      counted_ = true;
      std::printf("   %s", line);
      return;
    }
    if (std::sscanf(line, "[  PASSED  ] %ld test", &passed) == 1) {
      passed_ += passed;
      counted_ = true;
    }
    if (std::sscanf(line, "[  FAILED  ] %ld test", &failed) == 1 && std::strstr(line, "listed below") != nullptr) {
      failed_ += failed;
      counted_ = true;
    }
    std::fputs(line, stdout);
  }

  long passed_ = 0;
  long failed_ = 0;
  bool counted_ = false;
};

// Output of the build goes to stderr: stdout is for results.
bool build(const Suite& suite, const std::string& source, bool werror) {
  std::fprintf(stderr, "gillab: building %s\n", suite.title);
  std::string enter = "cd " + quoted(source) + " && exec 1>&2 && ";
  std::string log = std::string("build/configure-") + suite.preset + ".log";
  std::string configure = std::string("cmake --preset ") + suite.preset +
                          " -DGILLAB_TESTS=ON -DGILLAB_WERROR=" + (werror ? "ON" : "OFF") +
                          " >" + log + " 2>&1 || { cat " + log + "; false; }";
  std::string compile = std::string("cmake --build build/") + suite.preset;
  if (!suite.whole) {  // the rest is the same in every build
    compile += " --target";
    if (suite.units) compile += " unit-compiler unit-engine";
    for (const std::string& layer : suite.layers) compile += " engine-" + layer;
  }
  return std::system((enter + "{ " + configure + "; } && " + compile).c_str()) == 0;
}

void run_unit_tests(const Suite& suite, const std::string& folder, Tally& tally) {
  for (const char* name : {"unit-compiler", "unit-engine", "unit-explore"}) {
    std::string program = folder + "/" + name;
    // Interpreters leave their last tables to the system, here as in an engine.
    std::string settings = std::string(name) == "unit-engine" ? "ASAN_OPTIONS=detect_leaks=0 " : "";
    if (is_program(program))
      tally.run(std::string(name) + " (" + suite.title + ")", settings + quoted(program) + " --gtest_brief=1");
  }
}

bool have_python311() {
  return std::system("python3 -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' >/dev/null 2>&1") == 0;
}

void run_script_tests(const Suite& suite, const TestSettings& settings, const std::string& source, Tally& tally) {
  const std::string folder = source + "/build/" + suite.preset;
  // ThreadSanitizer lets the child of a fork start threads if it is told to, but it does not know vfork.
  const bool is_tsan = suite.preset == std::string("tsan");
  const std::string environment = is_tsan ? "TSAN_OPTIONS=die_after_fork=0 " : "";
  std::string command = environment + quoted(source + "/build/release/script-tests") + " --timeout " + suite.timeout;
  if (is_tsan) command += " --without tests/subprocess_module/";
  if (!settings.filter.empty()) command += " --filter " + quoted(settings.filter);
  if (settings.filter.empty() && settings.quickly) {
    for (const std::string& part : suite.matters) command += " --filter tests/" + part + "/";
  }
  for (const std::string& layer : suite.layers) {
    std::string engine = folder + "/engine-" + layer;
    if (is_program(engine)) command += " --engine " + quoted(engine + " run -X verify");
  }
  if (suite.whole && have_python311()) {
    command += " --against python3";
  } else if (suite.whole) {
    std::fputs("gillab: there is no python3 3.11 here, its answers are not compared\n", stderr);
  }
  if (suite.leak_check) command += " --leak-check";
  if (suite.preset == std::string("hostile")) command += " --fail-allocations";
  if (suite.whole) command += " --gillab " + quoted(folder + "/gillab-driver");
  tally.run(std::string("scripts (") + suite.title + ")", command);
}

void run_suite(const Suite& suite, const TestSettings& settings, const std::string& source, Tally& tally) {
  // What `./gillab run` has built before goes into the first suite as it is.
  if (!build(suite, source, settings.werror && !suite.whole)) return tally.fail(suite.title, "does not build");
  std::string folder = source + "/build/" + suite.preset;
  const bool has_units = suite.layers.front() == "gil";  // they are of no engine: once for each build
  if (has_units && settings.filter.empty()) run_unit_tests(suite, folder, tally);
  run_script_tests(suite, settings, source, tally);
  if (suite.whole && settings.filter.empty() && !settings.quickly) tally.run("write your own layer", "sh tests/write_your_own_layer.sh");
}

// The release comes first: its runner of scripts serves all.
std::vector<Suite> suites_of(const TestSettings& settings) {
  const bool others = settings.builds && !settings.quickly, whole_sanitizers = settings.sanitizers && !settings.quickly;
  const Words memory = {"hostile", "deallocation", "collector", "weakrefs", "specialisation", "generators", "lists", "dicts",
                        "sets", "bytes", "classes", "re_module", "json_module", "numpy_module", "socket_module", "asyncio_module"};
  const Words threads = {"threading_module", "queue_module", "futures_module", "stress", "select_module", "races"};
  const Words limits = {"hostile", "out_of_memory", "recursion", "deallocation", "generators", "bad_input"};
  const Words all_layers = {"gil", "object", "naive", "none"}, two_layers = {"gil", "object"};
  const Words loop = {"specialisation", "generators", "functions", "classes", "exceptions", "checksums", "programs"};
  return {{"release", "release", true, true, true, true, "30", settings.quickly ? two_layers : all_layers, {}},
          {"asan", "address and undefined-behaviour sanitizers", settings.sanitizers, false, true, true, "120", {"gil"}, memory},
          {"tsan", "thread sanitizer", settings.sanitizers, false, false, true, "120", {"gil"}, threads},
          {"tsan", "thread sanitizer, layer object", whole_sanitizers, false, false, false, "300", {"object"}, threads},
          {"hostile", "hostile", settings.sanitizers, false, true, true, "120", {"gil"}, limits},
          {"gcc", "g++, goto dispatch", settings.builds || settings.quickly, false, false, false, "20", {"gil"}, loop},
          {"switch", "switch dispatch", others, false, false, false, "40", {"gil"}, loop}};
}

int test(int count, char** arguments) {
  TestSettings settings = read_settings(count, arguments);
  if (!settings.problem.empty()) return refuse("test", settings.problem);
  const std::string& source = installation().source;
  if (source.empty()) return refuse("", "the tests are in the source tree: run './gillab test' there");
  if (chdir(source.c_str()) != 0) return refuse("", source + ": " + std::strerror(errno));
  const std::vector<Suite> suites = suites_of(settings);
  Tally tally;
  if (settings.filter.empty()) tally.run("includes", "sh tests/check_includes.sh");
  for (const Suite& suite : suites) {
    if (suite.chosen) run_suite(suite, settings, source, tally);
  }
  return tally.report();
}

std::string details() {
  return "Builds the tests and runs them: units, scripts on every engine and on python3 3.11 (both must do what the\n"
         "script expects), sessions, the check of includes. The last line is 'N passed, N failed'.\n\n" +
         option_lines(option_rows());
}

}  // namespace

const Command kTestCommand = {"test", "[OPTION...]", "build and run the tests", details, test};

}  // namespace gillab::driver
