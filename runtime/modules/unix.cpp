// _unix: calls of the system for the modules fcntl, termios, resource and syslog, whose arguments lib/ has checked.
#include "runtime/setup.h"
#include "runtime/native.h"
#include "runtime/modules/unix.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <syslog.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "runtime/blocking.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/files/pinned.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {
namespace {

using Args = const Value*;
constexpr size_t kMostBytes = 1024;  // of an argument that the system may change

template <size_t N>
bool read_numbers(Thread& thread, Args args, int64_t (&numbers)[N]) {
  for (size_t i = 0; i < N; ++i) {
    if (!index_as_int64(thread, args[i], &numbers[i])) return false;
  }
  return true;
}

// Repeats a call that signals interrupt; its handlers run in between. False: an error is set.
template <class Call>
bool call_again(Thread& thread, Call system, int64_t* result) {
  while (true) {
    int error;
    {
      Blocking region(thread, gil::Reason::Io);
      *result = system();
      error = errno;
    }
    if (*result >= 0) return true;
    if (error != EINTR) return raise_errno(thread, error), false;
    if (!check_signals(thread)) return false;
  }
}

// (fd, command, argument): an int or bytes, which come back as the system left them.
template <bool Control>
Ref control(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[2];
  if (!read_numbers(thread, args, numbers)) return {};
  const int descriptor = static_cast<int>(numbers[0]);
  auto system = [&](auto argument) -> int64_t {
    if constexpr (Control) return ::ioctl(descriptor, static_cast<unsigned long>(numbers[1]), argument);
    return ::fcntl(descriptor, static_cast<int>(numbers[1]), argument);
  };
  int64_t result;
  if (!is<Bytes>(args[2])) {
    int64_t argument;
    if (!index_as_int64(thread, args[2], &argument)) return {};
    if (!call_again(thread, [&] { return system(argument); }, &result)) return {};
    return make_int(thread, result);
  }
  char bytes[kMostBytes + 1] = {};
  const std::string_view given = as<Bytes>(args[2])->view();
  if (given.size() > kMostBytes) return raise(thread, Error::ValueError, "argument too long");
  std::memcpy(bytes, given.data(), given.size());
  if (!call_again(thread, [&] { return system(bytes); }, &result)) return {};
  Ref code = make_int(thread, result), changed = make_bytes(thread, {bytes, given.size()});
  return code && changed ? make_tuple_of(thread, code.get(), changed.get()) : Ref();
}

// (fd, request, memory): the system works in the memory itself.
Ref control_in_place(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[2], result;
  Pinned memory;
  if (!read_numbers(thread, args, numbers) || !memory.open(thread, args[2], Pinned::kWrite)) return {};
  char* data = const_cast<char*>(memory.view().data());
  auto system = [&] { return ::ioctl(static_cast<int>(numbers[0]), static_cast<unsigned long>(numbers[1]), data); };
  return call_again(thread, system, &result) ? make_int(thread, result) : Ref();
}

Ref unix_flock(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[2], result;
  if (!read_numbers(thread, args, numbers)) return {};
  auto system = [&] { return ::flock(static_cast<int>(numbers[0]), static_cast<int>(numbers[1])); };
  return call_again(thread, system, &result) ? Ref::none() : Ref();
}

// --- terminals

Ref list_of(Thread& thread, const int64_t* numbers, size_t count) {
  Ref made = make_list(thread, count);
  for (size_t i = 0; i < count; ++i) {
    if (!made || !append(thread, made.as<List>(), make_int(thread, numbers[i]))) return {};
  }
  return made;
}

// [iflag, oflag, cflag, lflag, ispeed, ospeed, cc ...]
Ref get_terminal(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[1];
  if (!read_numbers(thread, args, numbers)) return {};
  termios mode;
  if (::tcgetattr(static_cast<int>(numbers[0]), &mode) < 0) return raise_errno(thread, errno);
  int64_t found[6 + NCCS] = {mode.c_iflag, mode.c_oflag, mode.c_cflag, mode.c_lflag, ::cfgetispeed(&mode),
                             ::cfgetospeed(&mode)};
  for (int i = 0; i < NCCS; ++i) found[6 + i] = mode.c_cc[i];
  return list_of(thread, found, 6 + NCCS);
}

// (fd, when, numbers as get_terminal gives them): a tuple.
Ref set_terminal(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[2], given[6 + NCCS];
  if (!read_numbers(thread, args, numbers)) return {};
  if (!is<Tuple>(args[2]) || as<Tuple>(args[2])->length != 6 + NCCS) {
    return raise(thread, Error::TypeError, "tcsetattr: elements of attributes must be characters or integers");
  }
  if (!read_numbers(thread, as<Tuple>(args[2])->items, given)) return {};
  termios mode;
  const int descriptor = static_cast<int>(numbers[0]);
  if (::tcgetattr(descriptor, &mode) < 0) return raise_errno(thread, errno);
  mode.c_iflag = static_cast<tcflag_t>(given[0]), mode.c_oflag = static_cast<tcflag_t>(given[1]);
  mode.c_cflag = static_cast<tcflag_t>(given[2]), mode.c_lflag = static_cast<tcflag_t>(given[3]);
  for (int i = 0; i < NCCS; ++i) mode.c_cc[i] = static_cast<cc_t>(given[6 + i]);
  int64_t result;
  if (::cfsetispeed(&mode, static_cast<speed_t>(given[4])) < 0 || ::cfsetospeed(&mode, static_cast<speed_t>(given[5])) < 0) {
    return raise_errno(thread, errno);
  }
  auto system = [&] { return ::tcsetattr(descriptor, static_cast<int>(numbers[1]), &mode); };
  return call_again(thread, system, &result) ? Ref::none() : Ref();
}

// (fd, what, number): 0 tcsendbreak, 1 tcdrain, 2 tcflush, 3 tcflow.
Ref terminal_action(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[3], result;
  if (!read_numbers(thread, args, numbers)) return {};
  const int descriptor = static_cast<int>(numbers[0]), number = static_cast<int>(numbers[2]);
  auto system = [&] {
    switch (numbers[1]) {
      case 0: return ::tcsendbreak(descriptor, number);
      case 1: return ::tcdrain(descriptor);
      case 2: return ::tcflush(descriptor, number);
      default: return ::tcflow(descriptor, number);
    }
  };
  return call_again(thread, system, &result) ? Ref::none() : Ref();
}

// --- resources

// (pid, resource, soft, hard): a pid of 0 is this process. With None for soft nothing is changed. The limits of before.
Ref limits(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[2], given[2];
  rlimit next, before;
  if (!read_numbers(thread, args, numbers)) return {};
  const bool sets = !args[2].is_none();
  if (sets && !read_numbers(thread, args + 2, given)) return {};
  if (sets) next = {static_cast<rlim_t>(given[0]), static_cast<rlim_t>(given[1])};
  const auto which = static_cast<__rlimit_resource>(numbers[1]);
  if (::prlimit(static_cast<pid_t>(numbers[0]), which, sets ? &next : nullptr, &before) < 0) {
    return raise_errno(thread, errno);
  }
  const int64_t found[] = {static_cast<int64_t>(before.rlim_cur), static_cast<int64_t>(before.rlim_max)};
  return list_of(thread, found, 2);
}

Ref usage(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[1];
  rusage used;
  if (!read_numbers(thread, args, numbers)) return {};
  if (::getrusage(static_cast<__rusage_who>(numbers[0]), &used) < 0) return raise_errno(thread, errno);
  const int64_t counts[] = {used.ru_maxrss,  used.ru_ixrss,   used.ru_idrss,   used.ru_isrss,    used.ru_minflt,
                            used.ru_majflt,  used.ru_nswap,   used.ru_inblock, used.ru_oublock,  used.ru_msgsnd,
                            used.ru_msgrcv,  used.ru_nsignals, used.ru_nvcsw,  used.ru_nivcsw};
  auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 0.000001;
  };
  Ref made = make_list(thread, 16);
  for (double time : {seconds(used.ru_utime), seconds(used.ru_stime)}) {
    if (!made || !append(thread, made.as<List>(), make_float(thread, time))) return {};
  }
  for (int64_t count : counts) {
    if (!append(thread, made.as<List>(), make_int(thread, count))) return {};
  }
  return made;
}

// --- the system's log

std::string& log_identity() {  // openlog keeps the address
  static std::string identity;
  return identity;
}

// (identity or None, options, facility)
Ref open_log(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[2];
  if (!read_numbers(thread, args + 1, numbers)) return {};
  log_identity() = is<Str>(args[0]) ? to_utf8(as<Str>(args[0])) : std::string();
  ::openlog(is<Str>(args[0]) ? log_identity().c_str() : nullptr, static_cast<int>(numbers[0]),
            static_cast<int>(numbers[1]));
  return Ref::none();
}

Ref write_log(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[1];
  if (!read_numbers(thread, args, numbers)) return {};
  if (!is<Str>(args[1])) return raise(thread, Error::TypeError, "a str is required");
  const std::string text = to_utf8(as<Str>(args[1]));
  Blocking region(thread, gil::Reason::Io);
  ::syslog(static_cast<int>(numbers[0]), "%s", text.c_str());
  return Ref::none();
}

Ref close_log(Thread&, Args, uint32_t, Tuple*) {
  ::closelog();
  return Ref::none();
}

Ref set_log_mask(Thread& thread, Args args, uint32_t, Tuple*) {
  int64_t numbers[1];
  return read_numbers(thread, args, numbers) ? make_int(thread, ::setlogmask(static_cast<int>(numbers[0]))) : Ref();
}

Ref numbers_of(Thread& thread, Args args, uint32_t, Tuple*) {
  if (!is<Str>(args[0])) return raise(thread, Error::TypeError, "a str is required");
  const auto [rows, count] = unix_numbers(to_utf8(as<Str>(args[0])));
  Ref made = make_dict(thread);
  for (size_t i = 0; made && i < count; ++i) {
    Str* name = intern(thread, rows[i].name);
    Ref number = make_int(thread, rows[i].number);
    if (!number || !dict_set_name(thread, made.as<Dict>(), name, std::move(number))) return {};
  }
  return made;
}

const MethodDef kFunctions[] = {{"fcntl", "(fd, cmd, arg, /)", control<false>},
                                {"ioctl", "(fd, request, arg, /)", control<true>},
                                {"ioctl_in_place", "(fd, request, memory, /)", control_in_place},
                                {"flock", "(fd, operation, /)", unix_flock},
                                {"get_terminal", "(fd, /)", get_terminal},
                                {"set_terminal", "(fd, when, numbers, /)", set_terminal},
                                {"terminal_action", "(fd, what, number, /)", terminal_action},
                                {"limits", "(pid, resource, soft, hard, /)", limits},
                                {"usage", "(who, /)", usage},
                                {"open_log", "(identity, options, facility, /)", open_log},
                                {"write_log", "(priority, text, /)", write_log},
                                {"close_log", "()", close_log},
                                {"set_log_mask", "(mask, /)", set_log_mask},
                                {"numbers", "(module, /)", numbers_of}};

}  // namespace

bool init__unix(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
