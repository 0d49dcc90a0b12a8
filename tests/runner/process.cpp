// How a child is started, fed, listened to and, where it takes too long, killed.
#include "tests/runner/process.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gillab::tests {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  int read_end = -1;
  int write_end = -1;
  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) std::abort();
    read_end = ends[0];
    write_end = ends[1];
  }
  ~Pipe() {
    close_end(read_end);
    close_end(write_end);
  }
  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
};

// Only what is allowed between fork and exec in a process with threads.
[[noreturn]] void become_child(const ProcessRequest& request, char* const* arguments, Pipe& input, Pipe& output,
                               Pipe& errors) {
  setpgid(0, 0);
  dup2(input.read_end, STDIN_FILENO);
  dup2(output.write_end, STDOUT_FILENO);
  dup2(request.errors_with_output ? output.write_end : errors.write_end, STDERR_FILENO);
  if (request.memory_bytes != 0) {
    rlimit limit{request.memory_bytes, request.memory_bytes};
    setrlimit(RLIMIT_AS, &limit);
  }
  rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  for (int each : {SIGPIPE, SIGINT, SIGQUIT}) signal(each, SIG_DFL);  // shells ignore some in the background
  if (!request.directory.empty() && chdir(request.directory.c_str()) != 0) _exit(127);
  for (const std::string& setting : request.environment) putenv(const_cast<char*>(setting.c_str()));
  execvp(arguments[0], arguments);
  _exit(127);
}

void read_some(int& descriptor, std::string& into) {
  char buffer[65536];
  ssize_t count = read(descriptor, buffer, sizeof buffer);
  if (count > 0) {
    into.append(buffer, static_cast<size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    Pipe::close_end(descriptor);
  }
}

void write_some(int& descriptor, const std::string& text, size_t& written) {
  ssize_t count = write(descriptor, text.data() + written, text.size() - written);
  if (count > 0) written += static_cast<size_t>(count);
  if (written == text.size() || (count < 0 && errno != EAGAIN && errno != EINTR)) Pipe::close_end(descriptor);
}

// Until the child has closed both ends, or the time is over (false).
bool converse(const std::string& text, Pipe& input, Pipe& output, Pipe& errors, Clock::time_point deadline,
              ProcessResult& result) {
  size_t written = 0;
  if (text.empty()) Pipe::close_end(input.write_end);
  while (output.read_end >= 0 || errors.read_end >= 0) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd watched[3] = {{output.read_end, POLLIN, 0}, {errors.read_end, POLLIN, 0}, {input.write_end, POLLOUT, 0}};
    if (poll(watched, 3, static_cast<int>(left)) <= 0) continue;
    if (watched[0].revents) read_some(output.read_end, result.output);
    if (watched[1].revents) read_some(errors.read_end, result.errors);
    if (watched[2].revents) write_some(input.write_end, text, written);
  }
  return true;
}

bool wait_for(pid_t child, Clock::time_point deadline, int& status) {
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (Clock::now() > deadline) return false;
    usleep(500);
  }
  return true;
}

}  // namespace

ProcessResult run_process(const ProcessRequest& request) {
  std::vector<char*> arguments;
  for (const std::string& argument : request.command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  Pipe input, output, errors;
  Clock::time_point deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                                  std::chrono::duration<double>(request.timeout_seconds));

  pid_t child = fork();
  if (child == 0) become_child(request, arguments.data(), input, output, errors);
  Pipe::close_end(input.read_end);
  Pipe::close_end(output.write_end);
  Pipe::close_end(errors.write_end);
  fcntl(input.write_end, F_SETFL, O_NONBLOCK);

  ProcessResult result;
  int status = 0;
  bool in_time = converse(request.input, input, output, errors, deadline, result) && wait_for(child, deadline, status);
  kill(-child, SIGKILL);  // whatever the child left behind must not outlive its test
  if (!in_time) {
    result.timed_out = true;
    waitpid(child, &status, 0);
  }
  result.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return result;
}

}  // namespace gillab::tests
