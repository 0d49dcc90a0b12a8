// Measuring a child process: fork, exec, wait4 and its account of the resources used.
#include "vm/commands/bench_process.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gillab::driver {
namespace {

constexpr rlim_t kMostCpuSeconds = 600;  // a program that never ends is a wrong answer, not a night without a result
constexpr rlim_t kMostBytes = 1 << 30;     // nor does one that prints for ever fill the memory
constexpr int kCouldNotStart = 127;

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

std::string content_of(int file) {
  std::string text;
  char buffer[65536];
  off_t at = 0;
  ssize_t got;
  while ((got = pread(file, buffer, sizeof buffer, at)) > 0) {
    text.append(buffer, static_cast<size_t>(got));
    at += got;
  }
  return text;
}

// Where a program's output goes: files in memory, so that nobody need read while it runs.
struct Files {
  int output = memfd_create("stdout", MFD_CLOEXEC);
  int errors = memfd_create("stderr", MFD_CLOEXEC);
  int report = memfd_create("report", 0);  // stays open in the child

  ~Files() {
    for (int file : {output, errors, report}) close(file);
  }
  bool are_open() const { return output >= 0 && errors >= 0 && report >= 0; }
};

// A group of its own, so that all it starts can be killed with it; and nothing of it outlives the driver.
[[noreturn]] void become(const Words& command, const Files& files, bool wants_report, int failure) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
  dup2(files.output, STDOUT_FILENO);
  dup2(files.errors, STDERR_FILENO);
  if (wants_report) setenv("GILLAB_REPORT", std::to_string(files.report).c_str(), 1);
  const rlimit time = {kMostCpuSeconds, kMostCpuSeconds}, size = {kMostBytes, kMostBytes}, none = {0, 0};
  setrlimit(RLIMIT_CPU, &time);
  setrlimit(RLIMIT_FSIZE, &size);
  setrlimit(RLIMIT_CORE, &none);
  execvp(words[0], words.data());
  const int reason = errno;
  [[maybe_unused]] ssize_t written = write(failure, &reason, sizeof reason);
  _exit(kCouldNotStart);
}

// What the child could not do, 0 when it became the program: then the pipe's other end was closed by exec.
int reason_from(int report) {
  int reason = 0;
  ssize_t got;
  do {
    got = read(report, &reason, sizeof reason);
  } while (got < 0 && errno == EINTR);
  return got == sizeof reason ? reason : 0;
}

// True when the child has ended before the time was over.
bool ends_in_time(pid_t child, double timeout) {
  const int handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  if (handle < 0) return true;  // an old kernel: the limit of CPU time has to do
  pollfd watched = {handle, POLLIN, 0};
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(timeout);
  int ready;
  do {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    ready = poll(&watched, 1, static_cast<int>(std::clamp<int64_t>(left, 0, 1'000'000'000)));
  } while (ready < 0 && errno == EINTR);
  close(handle);
  return ready != 0;
}

void wait_for(pid_t child, double timeout, Measured* measured) {
  if (timeout > 0 && !ends_in_time(child, timeout)) {
    measured->took_too_long = true;
    kill(-child, SIGKILL);
    kill(child, SIGKILL);
  }
  rusage usage{};
  int status = 0;
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  measured->cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  measured->peak_bytes = static_cast<double>(usage.ru_maxrss) * 1024;
  measured->exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

std::string Measured::last_error() const {
  std::string text = errors;
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.substr(text.rfind('\n') + 1);  // npos + 1 is 0
}

bool measure_process(const Words& command, double timeout, bool wants_report, Measured* measured, std::string* problem) {
  const Files files;
  int failure[2] = {-1, -1};
  int reason = !files.are_open() || pipe2(failure, O_CLOEXEC) != 0 ? errno : 0;
  if (reason == 0) {
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) become(command, files, wants_report, failure[1]);
    reason = child < 0 ? errno : 0;
    close(failure[1]);
    if (reason == 0) reason = reason_from(failure[0]);
    if (child > 0) wait_for(child, timeout, measured);
    measured->wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    measured->output = content_of(files.output);
    measured->errors = content_of(files.errors);
    measured->report = content_of(files.report);
    close(failure[0]);
  }
  if (reason != 0) *problem = "cannot start '" + command[0] + "': " + std::strerror(reason);
  return reason == 0;
}

Words split_command(const std::string& text) {
  Words words;
  std::string word;
  char quote = '\0';
  bool started = false;
  for (char letter : text + " ") {
    if (quote != '\0' && letter != quote) {
      word += letter;
    } else if (letter == '\'' || letter == '"') {
      quote = quote == '\0' ? letter : '\0';
      started = true;
    } else if (letter != ' ' && letter != '\t') {
      word += letter;
      started = true;
    } else if (started) {
      words.push_back(std::move(word));
      word.clear();
      started = false;
    }
  }
  return quote == '\0' ? words : Words();
}

std::string join_command(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool have_program(const std::string& name) {
  if (name.find('/') != name.npos) return access(name.c_str(), X_OK) == 0;
  const char* path = std::getenv("PATH");
  for (std::string rest = path != nullptr ? path : ""; !rest.empty();) {
    const size_t colon = rest.find(':');
    if (access((rest.substr(0, colon) + "/" + name).c_str(), X_OK) == 0) return true;
    rest = colon == rest.npos ? "" : rest.substr(colon + 1);
  }
  return false;
}

}  // namespace gillab::driver
