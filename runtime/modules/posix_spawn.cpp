// posix: starting a child that becomes another program, for the module subprocess. The child shares our memory until
// it calls exec (vfork), so it does nothing but system calls on what was prepared before.
#include "runtime/modules/posix_vectors.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runtime/blocking.h"
#include "runtime/bytes.h"
#include "runtime/errors.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

bool TextVector::read_texts(Thread& thread, Value sequence, const char* function) {
  Each each(thread, sequence);
  while (Ref item = each.next()) {
    PathArgument text;
    if (!text.read(thread, item.get(), function)) return false;
    texts_.push_back(std::move(text.path));
  }
  return !each.failed();
}

bool TextVector::read_arguments(Thread& thread, Value sequence, const char* function) {
  if (!is<List>(sequence) && !is<Tuple>(sequence)) {
    return raise(thread, Error::TypeError, "{}() arg 2 must be a tuple or list", function);
  }
  if (!read_texts(thread, sequence, function)) return false;
  if (texts_.empty()) return raise(thread, Error::ValueError, "{}() arg 2 must not be empty", function);
  return !texts_[0].empty() || raise(thread, Error::ValueError, "{}() arg 2 first element cannot be empty", function);
}

bool TextVector::read_environment(Thread& thread, Value mapping) {
  Ref items = call_method(thread, mapping, intern(thread, std::string_view("items")));
  if (!items) return false;
  Each each(thread, items.get());
  while (Ref item = each.next()) {
    PathArgument name, value;
    if (!is<Tuple>(item.get()) || item.as<Tuple>()->length != 2) {
      return raise(thread, Error::ValueError, "env.items() must yield pairs");
    }
    if (!name.read(thread, item.as<Tuple>()->items[0], "env") ||
        !value.read(thread, item.as<Tuple>()->items[1], "env")) {
      return false;
    }
    if (name.path.find('=', 1) != std::string::npos) {
      return raise(thread, Error::ValueError, "illegal environment variable name");
    }
    texts_.push_back(name.path + '=' + value.path);
  }
  return !each.failed();
}

char* const* TextVector::pointers() {
  pointers_.clear();
  for (std::string& text : texts_) pointers_.push_back(text.data());
  pointers_.push_back(nullptr);
  return pointers_.data();
}

namespace {

struct Start {
  TextVector programs, arguments, environment;
  std::vector<int> kept;  // descriptors the child keeps, in order
  std::string directory;
  bool has_environment = false, has_directory = false, close_others = true, new_session = false, restore = true;
  int in = -1, out = -1, error = -1;  // -1: the parent's
  int group = -1, user = -1, primary = -1, mask = -1;
  sigset_t signals;  // blocked ones, as they were
  int failed_step = 0;  // 1: the directory; 2: the program
};

// --- in the child: system calls only

bool put_at(int from, int to) {
  if (from < 0) return true;
  if (from != to) return ::dup2(from, to) >= 0;
  return ::fcntl(to, F_SETFD, 0) >= 0;
}

// A descriptor below 3 that is to stand at another place first moves out of the way.
bool move_up(int* descriptor, int place) {
  if (*descriptor < 0 || *descriptor > 2 || *descriptor == place) return true;
  *descriptor = ::fcntl(*descriptor, F_DUPFD, 3);
  return *descriptor >= 0;
}

void close_others(const Start& start) {
  unsigned next = 3;
  for (int kept : start.kept) {
    if (kept < 3) continue;
    if (static_cast<unsigned>(kept) > next) ::close_range(next, static_cast<unsigned>(kept) - 1, 0);
    next = static_cast<unsigned>(kept) + 1;
  }
  ::close_range(next, ~0U, 0);
}

bool arrange_descriptors(Start& start, int report) {
  if (!move_up(&start.in, 0) || !move_up(&start.out, 1) || !move_up(&start.error, 2)) return false;
  if (!put_at(start.in, 0) || !put_at(start.out, 1) || !put_at(start.error, 2)) return false;
  for (int kept : start.kept) {
    if (kept != report && ::fcntl(kept, F_SETFD, 0) < 0) return false;
  }
  if (start.close_others) close_others(start);
  return true;
}

// Handlers of ours must not run on the memory we share; what is ignored stays ignored, as exec leaves it.
void reset_handlers(const Start& start) {
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) < 0) continue;
    if (action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN) std::signal(signal, SIG_DFL);
  }
  ::pthread_sigmask(SIG_SETMASK, &start.signals, nullptr);
}

bool become(const Start& start) {
  if (start.mask >= 0) ::umask(static_cast<mode_t>(start.mask));
  if (start.restore) {
    for (int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_DFL);
  }
  if (start.new_session && ::setsid() < 0) return false;
  if (start.group >= 0 && ::setpgid(0, start.group) < 0) return false;
  if (start.primary >= 0 && ::setgid(static_cast<gid_t>(start.primary)) < 0) return false;
  return start.user < 0 || ::setuid(static_cast<uid_t>(start.user)) >= 0;
}

// Tries one program after the other, as a search through PATH; errno says why none started.
void run_program(Start& start, char* const* arguments, char* const* environment) {
  int why = ENOENT;
  for (size_t i = 0; i < start.programs.size(); ++i) {
    ::execve(start.programs.text(i).c_str(), arguments, environment);
    if (errno != ENOENT && errno != ENOTDIR) why = errno;
  }
  errno = why;
}

// REQUIRES: runs in the child. What failed is left in `start`, which the parent sees too.
[[noreturn]] void be_child(Start& start, char* const* arguments, char* const* environment, volatile int* error) {
  start.failed_step = 0;
  if (arrange_descriptors(start, -1)) {
    start.failed_step = 1;
    if (!start.has_directory || ::chdir(start.directory.c_str()) == 0) {
      start.failed_step = 0;
      if (become(start)) {
        start.failed_step = 2;
        reset_handlers(start);
        run_program(start, arguments, environment);
      }
    }
  }
  *error = errno;
  ::_exit(255);
}

// Signals stay blocked while parent and child share memory, so that no handler of ours runs in the child.
pid_t start_child(Start& start, int* error) {
  char* const* arguments = start.arguments.pointers();
  char* const* environment = start.has_environment ? start.environment.pointers() : ::environ;
  sigset_t all, before;
  sigfillset(&all);
  ::pthread_sigmask(SIG_BLOCK, &all, &before);
  volatile int failure = 0;
  start.signals = before;
  pid_t child = ::vfork();
  if (child == 0) be_child(start, arguments, environment, &failure);
  int saved = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (child > 0 && failure != 0) ::waitpid(child, nullptr, 0);
  *error = child < 0 ? saved : failure;
  return child;
}

bool read_descriptors(Thread& thread, Value sequence, std::vector<int>* result) {
  Each each(thread, sequence);
  while (Ref item = each.next()) {
    int number;
    if (!small_int(thread, item.get(), -1, &number)) return false;
    result->push_back(number);
  }
  return !each.failed();
}

bool read_start(Thread& thread, const Value* args, Start* start) {
  if (!start->programs.read_texts(thread, args[0], "programs")) return false;
  if (!start->arguments.read_texts(thread, args[1], "args")) return false;
  start->has_environment = !args[2].is_none();
  if (start->has_environment && !start->environment.read_environment(thread, args[2])) return false;
  start->has_directory = !args[3].is_none();
  PathArgument directory;
  if (start->has_directory && !directory.read(thread, args[3], "cwd")) return false;
  start->directory = std::move(directory.path);
  start->close_others = args[4].is_true();
  if (!read_descriptors(thread, args[5], &start->kept)) return false;
  int* const numbers[] = {&start->in, &start->out, &start->error};
  for (int i = 0; i < 3; ++i) {
    if (!small_int(thread, args[6 + i], -1, numbers[i])) return false;
  }
  start->new_session = args[9].is_true();
  start->restore = args[10].is_true();
  int* const ids[] = {&start->group, &start->user, &start->primary, &start->mask};
  for (int i = 0; i < 4; ++i) {
    if (!small_int(thread, args[11 + i], -1, ids[i])) return false;
  }
  return true;
}

// (pid, errno, step that failed). What runs before exec in a script's function is os.fork's work.
Ref posix_start(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Start start;
  int error = 0;
  pid_t child;
  if (!read_start(thread, args, &start)) return {};
  {
    Blocking region(thread, gil::Reason::Io);
    child = start_child(start, &error);
  }
  return make_tuple_of(thread, Value::integer(child), Value::integer(error), Value::integer(start.failed_step));
}

const MethodDef kFunctions[] = {
    {"_start",
     "(programs, args, env, cwd, close_fds, keep, stdin, stdout, stderr, new_session, restore, group, user, primary, "
     "mask, /)",
     posix_start}};

}  // namespace

FunctionTable posix_spawn_functions() { return {kFunctions, std::size(kFunctions)}; }

}  // namespace gillab
