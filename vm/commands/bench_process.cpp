// Measuring a child process: fork, exec, wait4 and its account of the resources used.
#include "vm/commands/bench_process.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gillab::driver {
namespace {

constexpr rlim_t kMostCpuSeconds = 600;  // a program that never ends is a wrong answer, not a night without a result
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

std::string last_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.substr(text.rfind('\n') + 1);  // npos + 1 is 0
}

[[noreturn]] void become(const Words& command, int output, int errors, int report) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  int input = open("/dev/null", O_RDONLY);
  dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  const rlimit limit = {kMostCpuSeconds, kMostCpuSeconds};
  setrlimit(RLIMIT_CPU, &limit);
  execvp(words[0], words.data());
  const int reason = errno;
  [[maybe_unused]] ssize_t written = write(report, &reason, sizeof reason);
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

void wait_for(pid_t child, Measured* measured) {
  rusage usage{};
  int status = 0;
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  measured->cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  measured->peak_bytes = static_cast<double>(usage.ru_maxrss) * 1024;
  measured->exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

bool measure_process(const Words& command, Measured* measured, std::string* problem) {
  int output = memfd_create("stdout", MFD_CLOEXEC), errors = memfd_create("stderr", MFD_CLOEXEC);
  int report[2];
  int reason = output < 0 || errors < 0 || pipe2(report, O_CLOEXEC) != 0 ? errno : 0;
  if (reason == 0) {
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) become(command, output, errors, report[1]);
    reason = child < 0 ? errno : 0;
    close(report[1]);
    if (reason == 0) reason = reason_from(report[0]);
    if (child > 0) wait_for(child, measured);
    measured->wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    measured->output = content_of(output);
    measured->last_error = last_line(content_of(errors));
    close(report[0]);
  }
  close(output);
  close(errors);
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
