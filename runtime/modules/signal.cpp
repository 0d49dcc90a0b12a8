// _signal: handlers, alarms and masks; signal.py puts names to the numbers. How a signal reaches its handler is
// runtime/signals.h.
#include <fcntl.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>

#include "runtime/blocking.h"
#include "runtime/dict.h"
#include "runtime/files/waiting.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/select.h"
#include "runtime/native.h"
#include "runtime/operations.h"
#include "runtime/set.h"
#include "runtime/signals.h"
#include "runtime/str.h"
#include "runtime/threads.h"

namespace gillab {
namespace {

using Args = const Value*;

constexpr int64_t kDefaultHandler = 0;
constexpr int64_t kIgnore = 1;

bool number_of(Thread& thread, Value value, int* number) {
  int64_t given;
  if (!index_as_int64(thread, value, &given)) return false;
  *number = static_cast<int>(given);
  return (given >= 1 && given < kSignalCount) || raise(thread, Error::ValueError, "signal number out of range");
}

Field& handler_of(Thread& thread, int number) { return thread.interpreter->signal_handlers[number]; }

Ref current_handler(Thread& thread, int number) {
  if (Ref handler = handler_of(thread, number).take()) return handler;
  switch (signal_action(number)) {
    case SignalAction::Default:
      return Ref::own(Value::integer(kDefaultHandler));
    case SignalAction::Ignore:
      return Ref::own(Value::integer(kIgnore));
    case SignalAction::Note:  // ours, for SIGQUIT: to a script it is the default
      return Ref::own(Value::integer(kDefaultHandler));
  }
  return Ref::none();
}

bool is_number(Value value, int64_t wanted) { return value.is_int() && value.as_int() == wanted; }

Ref signal_signal(Thread& thread, Args args, uint32_t, Tuple*) {
  int number;
  if (!number_of(thread, args[0], &number)) return {};
  if (!is_main_thread(thread)) {
    return raise(thread, Error::ValueError, "signal only works in main thread of the main interpreter");
  }
  const bool is_default = is_number(args[1], kDefaultHandler), ignores = is_number(args[1], kIgnore);
  if (!is_default && !ignores && !is_callable(thread, args[1])) {
    return raise(thread, Error::TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  if (!check_signals(thread)) return {};
  Ref before = current_handler(thread, number);
  const SignalAction action = is_default ? SignalAction::Default : ignores ? SignalAction::Ignore : SignalAction::Note;
  if (!before || !set_signal_action(number, action)) return before ? Ref(raise_errno(thread, errno)) : Ref();
  Ref kept = is_default || ignores ? Ref() : Ref::share(args[1]);
  handler_of(thread, number).put(std::move(kept));
  return before;
}

Ref signal_getsignal(Thread& thread, Args args, uint32_t, Tuple*) {
  int number;
  return number_of(thread, args[0], &number) ? current_handler(thread, number) : Ref();
}

Ref default_int_handler(Thread& thread, Args, uint32_t, Tuple*) { return raise(thread, Error::KeyboardInterrupt, ""); }

Ref signal_alarm(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t seconds;
  if (!index_as_int64(thread, args[0], &seconds)) return {};
  return make_int(thread, int64_t{alarm(static_cast<unsigned>(seconds))});
}

Ref signal_pause(Thread& thread, Args, uint32_t, Tuple*) {
  {
    Blocking region(thread, gil::Reason::Sleep);
    pause();
  }
  return check_signals(thread) ? Ref::none() : Ref();
}

Ref signal_raise(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t number;
  if (!index_as_int64(thread, args[0], &number)) return {};
  int failed;
  {
    Blocking region(thread, gil::Reason::Native);
    failed = ::raise(static_cast<int>(number));
  }
  if (failed != 0) return raise_errno(thread, errno);
  return check_signals(thread) ? Ref::none() : Ref();
}

Ref signal_strsignal(Thread& thread, Args args, uint32_t, Tuple*) {
  int number;
  if (!number_of(thread, args[0], &number)) return {};
  const char* text = strsignal(number);
  return text && std::strncmp(text, "Unknown signal", 14) != 0 ? make_str(thread, text) : Ref::none();
}

Ref signal_set_wakeup_fd(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t descriptor;
  if (!index_as_int64(thread, args[0], &descriptor)) return {};
  if (!is_main_thread(thread)) {
    return raise(thread, Error::ValueError, "set_wakeup_fd only works in main thread of the main interpreter");
  }
  if (descriptor != -1) {
    const int flags = descriptor < 0 || descriptor > INT_MAX ? -1 : fcntl(static_cast<int>(descriptor), F_GETFL);
    if (flags < 0) return raise_errno(thread, EBADF);
    if ((flags & O_NONBLOCK) == 0)
      return raise(thread, Error::ValueError, "the fd {} must be in non-blocking mode", descriptor);
  }
  const int before = wakeup_descriptor();
  set_wakeup_descriptor(static_cast<int>(descriptor));
  return make_int(thread, int64_t{before});
}

Ref signal_siginterrupt(Thread& thread, Args args, uint32_t, Tuple*) {
  int number;
  return number_of(thread, args[0], &number) ? Ref::none() : Ref();  // waits always end: the handler decides
}

// --- timers

constexpr double kMicro = 1e6;

bool timer_value(Thread& thread, Value value, timeval* result) {
  double seconds = 0;
  Ref number = value.is_empty() || is_floating(value) ? Ref::share(value.is_empty() ? Value::integer(0) : value)
                                                     : index(thread, value);
  if (!number || !as_double(thread, number.get(), &seconds)) return false;
  result->tv_sec = static_cast<time_t>(seconds);
  result->tv_usec = static_cast<suseconds_t>((seconds - static_cast<double>(result->tv_sec)) * kMicro);
  if (seconds > 0 && result->tv_sec == 0 && result->tv_usec == 0) result->tv_usec = 1;
  return true;
}

double seconds_of(const timeval& value) { return static_cast<double>(value.tv_sec) + static_cast<double>(value.tv_usec) / kMicro; }

Ref timer_pair(Thread& thread, const itimerval& value) {
  Ref left = make_float(thread, seconds_of(value.it_value)), interval = make_float(thread, seconds_of(value.it_interval));
  return left && interval ? make_tuple_of(thread, left.get(), interval.get()) : Ref();
}

// signal.itimer_error of `errno`.
Ref raise_timer_error(Thread& thread) {
  const int code = errno;
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, std::string_view("_signal")));
  Ref type = module ? get_attribute(thread, module.get(), intern(thread, std::string_view("ItimerError"))) : Ref();
  Ref message = type ? make_str(thread, std::strerror(code)) : Ref();
  Ref error = message ? call(thread, type.get(), Value::integer(code), message.get()) : Ref();
  return error ? Ref(raise_value(thread, std::move(error))) : Ref();
}

Ref make_timer_error(Thread& thread) {
  Ref bases = make_tuple_of(thread, Value::object(thread.error_type(Error::OSError)));
  Ref module = make_str(thread, "signal");
  Ref dict = make_dict(thread);
  if (!bases || !module || !dict) return {};
  if (!dict_set_name(thread, dict.as<Dict>(), thread.names().__module__, std::move(module))) return {};
  return make_class(thread, thread.types().type, intern(thread, std::string_view("itimer_error")), bases.as<Tuple>(),
                    dict.as<Dict>(), nullptr, nullptr);
}

Ref signal_setitimer(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t which;
  itimerval wanted{}, before{};
  if (!index_as_int64(thread, args[0], &which) || !timer_value(thread, args[1], &wanted.it_value) ||
      !timer_value(thread, args[2], &wanted.it_interval)) {
    return {};
  }
  if (setitimer(static_cast<__itimer_which_t>(which), &wanted, &before) != 0) return raise_timer_error(thread);
  return timer_pair(thread, before);
}

Ref signal_getitimer(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t which;
  itimerval current{};
  if (!index_as_int64(thread, args[0], &which)) return {};
  if (getitimer(static_cast<__itimer_which_t>(which), &current) != 0) return raise_timer_error(thread);
  return timer_pair(thread, current);
}

// --- masks

bool read_set(Thread& thread, Value iterable, sigset_t* result) {
  sigemptyset(result);
  Each each(thread, iterable);
  while (Ref item = each.next()) {
    int64_t number;
    if (!index_as_int64(thread, item.get(), &number)) {
      if (!exception_matches(thread, Error::OverflowError)) return false;
      clear_exception(thread);
      number = -1;
    }
    if (number < 1 || number >= kSignalCount) {
      return raise(thread, Error::ValueError, "signal number {} out of range [1; {}]", number, kSignalCount - 1);
    }
    sigaddset(result, static_cast<int>(number));
  }
  return !each.failed();
}

Ref make_signal_set(Thread& thread, const sigset_t& signals) {
  Ref result = make_set(thread);
  for (int number = 1; result && number < kSignalCount; ++number) {
    if (sigismember(&signals, number) != 1) continue;
    if (!set_add(thread, result.as<Set>(), Value::integer(number))) return {};
  }
  return result;
}

Ref signal_pthread_sigmask(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t how;
  sigset_t wanted, before;
  if (!index_as_int64(thread, args[0], &how) || !read_set(thread, args[1], &wanted)) return {};
  if (const int problem = pthread_sigmask(static_cast<int>(how), &wanted, &before)) return raise_errno(thread, problem);
  return check_signals(thread) ? make_signal_set(thread, before) : Ref();
}

Ref signal_sigpending(Thread& thread, Args, uint32_t, Tuple*) {
  sigset_t pending;
  if (sigpending(&pending) != 0) return raise_errno(thread, errno);
  return make_signal_set(thread, pending);
}

Ref signal_sigwait(Thread& thread, Args args, uint32_t, Tuple*) {
  sigset_t wanted;
  int number = 0, problem;
  if (!read_set(thread, args[0], &wanted)) return {};
  {
    Blocking region(thread, gil::Reason::Sleep);
    problem = sigwait(&wanted, &number);
  }
  return problem ? Ref(raise_errno(thread, problem)) : make_int(thread, int64_t{number});
}

Ref facts_of(Thread& thread, const siginfo_t& facts) {
  return make_tuple_of(thread, Value::integer(facts.si_signo), Value::integer(facts.si_code),
                       Value::integer(facts.si_errno), Value::integer(facts.si_pid), Value::integer(facts.si_uid),
                       Value::integer(facts.si_status), Value::integer(facts.si_band));
}

// What came, as a tuple; None: nothing before the time was over. Empty `timeout`: as long as it takes.
Ref wait_for_facts(Thread& thread, Value signals, Value timeout) {
  sigset_t wanted;
  Deadline deadline;
  if (!read_set(thread, signals, &wanted)) return {};
  if (!timeout.is_empty()) {
    double seconds;
    Ref number = is_floating(timeout) ? Ref::share(timeout) : index(thread, timeout);
    if (!number || !as_double(thread, number.get(), &seconds)) return {};
    if (seconds < 0) return raise(thread, Error::ValueError, "timeout must be non-negative");
    deadline.set(thread, static_cast<int64_t>(seconds * 1e9));
  }
  siginfo_t facts{};
  int64_t got = call_waiting(thread, [&]() -> int64_t {
    if (deadline.is_none()) return or_errno(sigwaitinfo(&wanted, &facts));
    int64_t left = deadline.left(thread);
    timespec limit{left / 1'000'000'000, left % 1'000'000'000};
    return or_errno(sigtimedwait(&wanted, &facts, &limit));
  }, gil::Reason::Sleep);
  if (got >= 0) return facts_of(thread, facts);
  return got == -EAGAIN ? Ref::none() : Ref(raise_failure(thread, got));
}

Ref signal_sigwaitinfo(Thread& thread, Args args, uint32_t, Tuple*) {
  return wait_for_facts(thread, args[0], Value::empty());
}
Ref signal_sigtimedwait(Thread& thread, Args args, uint32_t, Tuple*) { return wait_for_facts(thread, args[0], args[1]); }

Ref signal_pidfd_send_signal(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t descriptor, number, flags = 0;
  if (!index_as_int64(thread, args[0], &descriptor) || !index_as_int64(thread, args[1], &number)) return {};
  if (!args[2].is_none() && !args[2].is_empty()) return raise(thread, Error::TypeError, "siginfo must be None");
  if (!args[3].is_empty() && !index_as_int64(thread, args[3], &flags)) return {};
  if (syscall(SYS_pidfd_send_signal, static_cast<int>(descriptor), static_cast<int>(number), nullptr,
              static_cast<unsigned>(flags)) < 0) {
    return raise_errno(thread, errno);
  }
  return check_signals(thread) ? Ref::none() : Ref();
}

Ref signal_valid_signals(Thread& thread, Args, uint32_t, Tuple*) {
  sigset_t all;
  sigfillset(&all);
  return make_signal_set(thread, all);
}

Ref signal_pthread_kill(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t ident, number;
  if (!index_as_int64(thread, args[0], &ident) || !index_as_int64(thread, args[1], &number)) return {};
  bool known = false;
  for_each_thread(*thread.interpreter, [&](Thread& each) { known = known || each.ident == static_cast<uint64_t>(ident); });
  const int problem = known ? pthread_kill(static_cast<pthread_t>(ident), static_cast<int>(number)) : ESRCH;
  if (problem != 0) return raise_errno(thread, problem);
  return check_signals(thread) ? Ref::none() : Ref();
}

constexpr MethodDef kFunctions[] = {{"signal", "(signalnum, handler, /)", signal_signal},
                                    {"getsignal", "(signalnum, /)", signal_getsignal},
                                    {"alarm", "(seconds, /)", signal_alarm},
                                    {"pause", "()", signal_pause},
                                    {"raise_signal", "(signalnum, /)", signal_raise},
                                    {"strsignal", "(signalnum, /)", signal_strsignal},
                                    {"set_wakeup_fd", "(fd, /, *, warn_on_full_buffer=True)", signal_set_wakeup_fd},
                                    {"siginterrupt", "(signalnum, flag, /)", signal_siginterrupt},
                                    {"setitimer", "(which, seconds, interval=0.0, /)", signal_setitimer},
                                    {"getitimer", "(which, /)", signal_getitimer},
                                    {"pthread_sigmask", "(how, mask, /)", signal_pthread_sigmask},
                                    {"sigpending", "()", signal_sigpending},
                                    {"sigwait", "(sigset, /)", signal_sigwait},
                                    {"sigwaitinfo", "(sigset, /)", signal_sigwaitinfo},
                                    {"sigtimedwait", "(sigset, timeout, /)", signal_sigtimedwait},
                                    {"pidfd_send_signal", "(pidfd, signalnum, siginfo=None, flags=0, /)",
                                     signal_pidfd_send_signal},
                                    {"valid_signals", "()", signal_valid_signals},
                                    {"pthread_kill", "(thread_id, signalnum, /)", signal_pthread_kill}};
constexpr MethodDef kIntHandler = {"default_int_handler", "(signalnum, frame, /)", default_int_handler};

struct Constant {
  const char* name;
  int value;
};
constexpr Constant kConstants[] = {
    {"SIGHUP", SIGHUP},       {"SIGINT", SIGINT},       {"SIGQUIT", SIGQUIT},     {"SIGILL", SIGILL},
    {"SIGTRAP", SIGTRAP},     {"SIGIOT", SIGIOT},       {"SIGABRT", SIGABRT},     {"SIGFPE", SIGFPE},
    {"SIGKILL", SIGKILL},     {"SIGBUS", SIGBUS},       {"SIGSEGV", SIGSEGV},     {"SIGSYS", SIGSYS},
    {"SIGPIPE", SIGPIPE},     {"SIGALRM", SIGALRM},     {"SIGTERM", SIGTERM},     {"SIGUSR1", SIGUSR1},
    {"SIGUSR2", SIGUSR2},     {"SIGCLD", SIGCHLD},      {"SIGCHLD", SIGCHLD},     {"SIGPWR", SIGPWR},
    {"SIGIO", SIGIO},         {"SIGURG", SIGURG},       {"SIGWINCH", SIGWINCH},   {"SIGPOLL", SIGPOLL},
    {"SIGSTOP", SIGSTOP},     {"SIGTSTP", SIGTSTP},     {"SIGCONT", SIGCONT},     {"SIGTTIN", SIGTTIN},
    {"SIGTTOU", SIGTTOU},     {"SIGVTALRM", SIGVTALRM}, {"SIGPROF", SIGPROF},     {"SIGXCPU", SIGXCPU},
    {"SIGXFSZ", SIGXFSZ},     {"SIGSTKFLT", SIGSTKFLT}, {"SIG_DFL", 0},           {"SIG_IGN", 1},
    {"SIG_BLOCK", SIG_BLOCK}, {"SIG_UNBLOCK", SIG_UNBLOCK}, {"SIG_SETMASK", SIG_SETMASK},
    {"ITIMER_REAL", ITIMER_REAL}, {"ITIMER_VIRTUAL", ITIMER_VIRTUAL}, {"ITIMER_PROF", ITIMER_PROF}, {"NSIG", kSignalCount}};

// What Ctrl-C does so far gets its name.
bool name_int_handler(Thread& thread, Module* module) {
  Ref handler = make_native(thread, kIntHandler, nullptr, Value::empty(), Value::empty());
  if (!handler) return false;
  const bool installed = signal_action(SIGINT) == SignalAction::Note && handler_of(thread, SIGINT).peek().is_empty();
  if (installed) handler_of(thread, SIGINT).put(handler.share());
  return add_value(thread, module, "default_int_handler", std::move(handler));
}

}  // namespace

bool init__signal(Thread& thread, Module* module) {
  for (const Constant& each : kConstants) {
    if (!add_value(thread, module, each.name, make_int(thread, int64_t{each.value}))) return false;
  }
  return add_value(thread, module, "SIGRTMIN", make_int(thread, int64_t{SIGRTMIN})) &&
         add_value(thread, module, "SIGRTMAX", make_int(thread, int64_t{SIGRTMAX})) &&
         add_value(thread, module, "ItimerError", make_timer_error(thread)) && add_functions(thread, module, kFunctions) &&
         name_int_handler(thread, module);
}

}  // namespace gillab
