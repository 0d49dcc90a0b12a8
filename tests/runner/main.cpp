// script-tests: finds the tests below a folder, runs them in parallel, shows what differs, ends with one line
// "N passed, N failed". What a test is and says: tests/README.md.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

#include "tests/runner/expectation.h"
#include "tests/runner/out_of_memory.h"
#include "tests/runner/process.h"
#include "tests/runner/session.h"

namespace gillab::tests {
namespace {

namespace fs = std::filesystem;

struct Engine {
  std::string label;
  std::vector<std::string> command;
  bool is_gillab = true;  // else another Python, which must agree
  bool has_threads = true;  // else the layer none: scripts with threads are not for it
};

struct Settings {
  std::string folder = "tests";
  std::vector<Engine> engines;
  std::vector<std::string> filters;  // a test runs when its path holds one of these
  std::vector<std::string> without;  // and none of these
  std::string gillab;                // with it, sessions are run too
  unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
  double timeout_seconds = 20;
  size_t memory_bytes = 0;
  bool leak_check = false;  // what is alive at an engine's end but not reachable fails the test (exit code 99)
  bool fail_allocations = false;  // also repeat the tests that ask for it with each request for memory failing once
  bool list = false;
  bool update = false;
};

struct Job {
  std::string path;
  const Engine* engine;  // nullptr: a session
  std::string title() const { return engine == nullptr ? path : path + " (" + engine->label + ")"; }
};

constexpr char kUsage[] =
    "script-tests [--engine CMD]... [--against CMD]... [--gillab PROGRAM] [--filter TEXT]... [--without TEXT]...\n"
    "             [--jobs N] [--timeout S] [--memory MIB] [--leak-check] [--fail-allocations]\n"
    "             [--list] [--update] [FOLDER]\n";

[[noreturn]] void refuse(const std::string& what) {
  std::fprintf(stderr, "script-tests: %s\n%s", what.c_str(), kUsage);
  std::exit(2);
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

Engine make_engine(const std::string& command, bool is_gillab) {
  Engine engine{"", words_of(command), is_gillab};
  if (engine.command.empty()) refuse("an engine needs a command");
  engine.label = fs::path(engine.command[0]).filename();
  engine.has_threads = engine.label != "engine-none";
  return engine;
}

void take_option(Settings& settings, const std::string& option, const std::string& value) {
  if (option == "--engine")
    settings.engines.push_back(make_engine(value, true));
  else if (option == "--against")
    settings.engines.push_back(make_engine(value, false));
  else if (option == "--gillab")
    settings.gillab = fs::absolute(value);
  else if (option == "--filter")
    settings.filters.push_back(value);
  else if (option == "--without")
    settings.without.push_back(value);
  else if (option == "--jobs")
    settings.jobs = std::max(1, std::atoi(value.c_str()));
  else if (option == "--timeout")
    settings.timeout_seconds = std::atof(value.c_str());
  else if (option == "--memory")
    settings.memory_bytes = static_cast<size_t>(std::atol(value.c_str())) << 20;
  else
    refuse("unknown option " + option);
}

Settings read_settings(int count, char** arguments) {
  Settings settings;
  for (int i = 1; i < count; ++i) {
    std::string option = arguments[i];
    if (option == "--list")
      settings.list = true;
    else if (option == "--leak-check")
      settings.leak_check = true;
    else if (option == "--fail-allocations")
      settings.fail_allocations = true;
    else if (option == "--update")
      settings.update = true;
    else if (!option.starts_with("--"))
      settings.folder = option;
    else if (i + 1 == count)
      refuse(option + " needs a value");
    else
      take_option(settings, option, arguments[++i]);
  }
  if (!fs::is_directory(settings.folder)) refuse("no such folder: " + settings.folder);
  return settings;
}

bool is_wanted(const Settings& settings, const std::string& path) {
  const auto holds = [&](const std::string& text) { return path.find(text) != path.npos; };
  if (std::any_of(settings.without.begin(), settings.without.end(), holds)) return false;
  return settings.filters.empty() || std::any_of(settings.filters.begin(), settings.filters.end(), holds);
}

// Files and folders whose name begins with '_' are what tests import or read, not tests.
std::vector<std::string> find_tests(const Settings& settings, const char* extension) {
  std::vector<std::string> paths;
  for (auto entry = fs::recursive_directory_iterator(settings.folder); entry != fs::end(entry); ++entry) {
    bool helper = entry->path().filename().native().starts_with('_');
    if (helper && entry->is_directory()) entry.disable_recursion_pending();
    if (!helper && entry->path().extension() == extension && is_wanted(settings, entry->path())) {
      paths.push_back(entry->path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string run_script(const Job& job, const Settings& settings) {
  Expectation expectation = read_expectation(read_file(job.path));
  std::string report;
  for (const std::string& mistake : expectation.mistakes) report += "  " + mistake + "\n";
  if (!report.empty()) return report;
  ProcessRequest request;
  request.command = job.engine->command;
  const std::string script = fs::absolute(job.path).lexically_normal();  // as a traceback names it
  request.command.push_back(script);
  request.command.insert(request.command.end(), expectation.arguments.begin(), expectation.arguments.end());
  request.environment = {"PYTHONDONTWRITEBYTECODE=1", "PYTHONIOENCODING=utf-8", "PYTHONUNBUFFERED=", "LC_ALL=C.UTF-8"};
  // Without the check an engine leaves what is reachable to the system, which LeakSanitizer takes for leaks.
  request.environment.push_back(settings.leak_check ? "GILLAB_LEAK_CHECK=1" : "ASAN_OPTIONS=detect_leaks=0");
  request.input = expectation.input;
  request.timeout_seconds = expectation.timeout_seconds.value_or(settings.timeout_seconds);
  request.memory_bytes = job.engine->is_gillab ? settings.memory_bytes : 0;
  // CPython is asked whether it can answer so: its own races, which some scripts hammer at, are not ours to fix.
  for (int tries = job.engine->is_gillab ? 1 : 3; tries > 0; --tries) {
    report = judge(expectation, run_process(request), script);
    if (report.empty()) break;
  }
  if (!report.empty() || !settings.fail_allocations || !job.engine->is_gillab) return report;
  if (expectation.fails_at_start) report = start_out_of_memory(request);
  if (expectation.fails_allocations) report += run_out_of_memory(request, expectation.wanted_exit_code());
  return report;
}

std::string run_job(const Job& job, const Settings& settings) {
  if (job.engine != nullptr) return run_script(job, settings);
  return run_session(job.path,
                     {settings.gillab, fs::absolute(settings.folder), 10 * settings.timeout_seconds, settings.update});
}

std::vector<Job> make_jobs(const Settings& settings) {
  std::vector<Job> jobs;
  if (!settings.update) {
    for (const std::string& path : find_tests(settings, ".py")) {
      const std::string script = read_file(path);
      const bool only_gillab = read_expectation(script).only_gillab, has_threads = starts_threads(script);
      for (const Engine& engine : settings.engines) {
        const bool fits = (engine.is_gillab || !only_gillab) && (engine.has_threads || !has_threads);
        if (fits) jobs.push_back({path, &engine});
      }
    }
  }
  if (!settings.gillab.empty()) {
    for (const std::string& path : find_tests(settings, ".session")) jobs.push_back({path, nullptr});
  }
  return jobs;
}

class Run {
 public:
  Run(const Settings& settings, const std::vector<Job>& jobs) : settings_(settings), jobs_(jobs) {}

  // The scripts that took longest, to stderr: who waits for the tests learns what for.
  void show_slowest() const {
    auto times = times_;
    std::sort(times.rbegin(), times.rend());
    for (size_t i = 0; i < std::min<size_t>(times.size(), 10); ++i) {
      if (times[i].first >= 2) std::fprintf(stderr, "%6.1f s  %s\n", times[i].first, times[i].second.c_str());
    }
  }

  size_t execute() {
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < settings_.jobs; ++i) workers.emplace_back([this] { work(); });
    for (std::thread& worker : workers) worker.join();
    if (shows_progress_) std::fprintf(stderr, "\r\033[K");
    return failed_;
  }

 private:
  void work() {
    for (size_t i = next_++; i < jobs_.size(); i = next_++) {
      const auto start = std::chrono::steady_clock::now();
      const std::string report = run_job(jobs_[i], settings_);
      note(jobs_[i], report, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
  }

  void note(const Job& job, const std::string& report, double seconds) {
    std::lock_guard hold(mutex_);
    ++done_;
    times_.emplace_back(seconds, job.title());
    if (shows_progress_) std::fprintf(stderr, "\r\033[K[%zu/%zu] %s", done_, jobs_.size(), job.title().c_str());
    if (report.empty()) return;
    ++failed_;
    if (shows_progress_) std::fprintf(stderr, "\r\033[K");
    std::printf("FAILED %s\n%s", job.title().c_str(), report.c_str());
    std::fflush(stdout);
  }

  const Settings& settings_;
  const std::vector<Job>& jobs_;
  const bool shows_progress_ = isatty(STDERR_FILENO) != 0;
  std::atomic<size_t> next_{0};
  std::mutex mutex_;  // guards what follows, and the terminal
  size_t done_ = 0;
  size_t failed_ = 0;
  std::vector<std::pair<double, std::string>> times_;
};

int run_all(const Settings& settings) {
  std::vector<Job> jobs = make_jobs(settings);
  if (settings.list) {
    for (const Job& job : jobs) std::printf("%s\n", job.title().c_str());
    return 0;
  }
  Run run(settings, jobs);
  size_t failed = run.execute();
  run.show_slowest();
  std::printf("%zu passed, %zu failed\n", jobs.size() - failed, failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace gillab::tests

int main(int count, char** arguments) {
  using namespace gillab::tests;
  Settings settings = read_settings(count, arguments);
  if (settings.engines.empty() && settings.gillab.empty()) refuse("nothing to run: name an --engine or a --gillab");
  return run_all(settings);
}
