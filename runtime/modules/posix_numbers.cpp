// posix: calls that take and give numbers only: scheduling, identities, terminals, advice about files.
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/sysmacros.h>
#include <unistd.h>
#include <utmp.h>

#include "runtime/files/waiting.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/modules/posix.h"
#include "runtime/operations.h"

namespace gillab {

namespace {

using Numbers = const int64_t*;

int as_int(int64_t number) { return static_cast<int>(number); }
uid_t as_id(int64_t number) { return static_cast<uid_t>(number); }

// A call with `Count` numbers that gives one, or nothing; it fails as the C library does: -1 and errno.
// Wide: of offsets and devices, that need 64 bits.
enum Width { kInt, kWide };
template <size_t Count, auto Call, bool GivesNumber, Width width = kInt>
Ref with_numbers(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t numbers[Count + 1] = {};
  for (size_t i = 0; i < Count; ++i) {
    int number = 0;
    const bool read =
        width == kWide ? index_as_int64(thread, args[i], &numbers[i]) : small_int(thread, args[i], 0, &number);
    if (!read) return {};
    if (width == kInt) numbers[i] = number;
  }
  const int64_t result = call_waiting(thread, [&] { return or_errno(static_cast<int64_t>(Call(numbers))); });
  if (result < 0) return raise_failure(thread, result);
  return GivesNumber ? make_int(thread, result) : Ref::none();
}

// Of calls that give the error itself.
int64_t by_errno(int error) {
  errno = error;
  return error == 0 ? 0 : -1;
}

int64_t advise(Numbers n) { return by_errno(::posix_fadvise(as_int(n[0]), n[1], n[2], as_int(n[3]))); }
int64_t allocate_room(Numbers n) { return by_errno(::posix_fallocate(as_int(n[0]), n[1], n[2])); }
int64_t lock_part(Numbers n) { return ::lockf(as_int(n[0]), as_int(n[1]), n[2]); }
int64_t get_terminal_group(Numbers n) { return ::tcgetpgrp(as_int(n[0])); }
int64_t set_terminal_group(Numbers n) { return ::tcsetpgrp(as_int(n[0]), as_int(n[1])); }
int64_t log_in(Numbers n) { return ::login_tty(as_int(n[0])); }
int64_t set_priority(Numbers n) {
  return ::setpriority(static_cast<__priority_which_t>(n[0]), as_id(n[1]), as_int(n[2]));
}
int64_t set_users(Numbers n) { return ::setreuid(as_id(n[0]), as_id(n[1])); }
int64_t set_groups_of_process(Numbers n) { return ::setregid(as_id(n[0]), as_id(n[1])); }
int64_t set_three_users(Numbers n) { return ::setresuid(as_id(n[0]), as_id(n[1]), as_id(n[2])); }
int64_t set_three_groups(Numbers n) { return ::setresgid(as_id(n[0]), as_id(n[1]), as_id(n[2])); }
int64_t lead_group(Numbers) { return ::setpgrp(); }
int64_t write_out(Numbers) { return ::sync(), 0; }
int64_t make_event(Numbers n) { return ::eventfd(static_cast<unsigned>(n[0]), as_int(n[1])); }
int64_t add_to_event(Numbers n) { return ::eventfd_write(as_int(n[0]), static_cast<eventfd_t>(n[1])); }
int64_t most_priority(Numbers n) { return ::sched_get_priority_max(as_int(n[0])); }
int64_t least_priority(Numbers n) { return ::sched_get_priority_min(as_int(n[0])); }
int64_t get_policy(Numbers n) { return ::sched_getscheduler(as_int(n[0])); }
int64_t set_policy(Numbers n) {
  sched_param priority{};
  priority.sched_priority = as_int(n[2]);
  return ::sched_setscheduler(as_int(n[0]), as_int(n[1]), &priority);
}
int64_t get_parameter(Numbers n) {
  sched_param priority{};
  return ::sched_getparam(as_int(n[0]), &priority) < 0 ? -1 : priority.sched_priority;
}
int64_t set_parameter(Numbers n) {
  sched_param priority{};
  priority.sched_priority = as_int(n[1]);
  return ::sched_setparam(as_int(n[0]), &priority);
}
int64_t device_of(Numbers n) {
  return static_cast<int64_t>(makedev(static_cast<unsigned>(n[0]), static_cast<unsigned>(n[1])));
}
int64_t major_of(Numbers n) { return major(static_cast<dev_t>(n[0])); }
int64_t minor_of(Numbers n) { return minor(static_cast<dev_t>(n[0])); }

Ref posix_eventfd_read(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  eventfd_t value = 0;
  if (!small_int(thread, args[0], 0, &descriptor)) return {};
  const int64_t result = call_waiting(thread, [&] { return or_errno(::eventfd_read(descriptor, &value)); });
  return result < 0 ? Ref(raise_failure(thread, result)) : make_int_from_unsigned(thread, value);
}

Ref posix_rr_interval(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int process;
  timespec turn{};
  if (!small_int(thread, args[0], 0, &process)) return {};
  if (::sched_rr_get_interval(process, &turn) < 0) return raise_errno(thread, errno);
  return make_float(thread, static_cast<double>(turn.tv_sec) + 1e-9 * static_cast<double>(turn.tv_nsec));
}

template <auto Call>
Ref three_ids(Thread& thread, const Value*, uint32_t, Tuple*) {
  uid_t real, effective, saved;
  if (Call(&real, &effective, &saved) < 0) return raise_errno(thread, errno);
  return make_tuple_of(thread, Value::integer(real), Value::integer(effective), Value::integer(saved));
}

const MethodDef kFunctions[] = {
    {"posix_fadvise", "(fd, offset, length, advice, /)", with_numbers<4, advise, false, kWide>},
    {"posix_fallocate", "(fd, offset, length, /)", with_numbers<3, allocate_room, false, kWide>},
    {"lockf", "(fd, command, length, /)", with_numbers<3, lock_part, false, kWide>},
    {"tcgetpgrp", "(fd, /)", with_numbers<1, get_terminal_group, true>},
    {"tcsetpgrp", "(fd, pgid, /)", with_numbers<2, set_terminal_group, false>},
    {"login_tty", "(fd, /)", with_numbers<1, log_in, false>},
    {"setpriority", "(which, who, priority)", with_numbers<3, set_priority, false>},
    {"setreuid", "(ruid, euid, /)", with_numbers<2, set_users, false>},
    {"setregid", "(rgid, egid, /)", with_numbers<2, set_groups_of_process, false>},
    {"setresuid", "(ruid, euid, suid, /)", with_numbers<3, set_three_users, false>},
    {"setresgid", "(rgid, egid, sgid, /)", with_numbers<3, set_three_groups, false>},
    {"getresuid", "()", three_ids<::getresuid>},
    {"getresgid", "()", three_ids<::getresgid>},
    {"setpgrp", "()", with_numbers<0, lead_group, false>},
    {"sync", "()", with_numbers<0, write_out, false>},
    {"_eventfd", "(initval, flags, /)", with_numbers<2, make_event, true>},
    {"eventfd_read", "(fd)", posix_eventfd_read},
    {"eventfd_write", "(fd, value)", with_numbers<2, add_to_event, false, kWide>},
    {"sched_get_priority_max", "(policy)", with_numbers<1, most_priority, true>},
    {"sched_get_priority_min", "(policy)", with_numbers<1, least_priority, true>},
    {"sched_getscheduler", "(pid, /)", with_numbers<1, get_policy, true>},
    {"_sched_setscheduler", "(pid, policy, priority, /)", with_numbers<3, set_policy, false>},
    {"_sched_getparam", "(pid, /)", with_numbers<1, get_parameter, true>},
    {"_sched_setparam", "(pid, priority, /)", with_numbers<2, set_parameter, false>},
    {"sched_rr_get_interval", "(pid, /)", posix_rr_interval},
    {"makedev", "(major, minor, /)", with_numbers<2, device_of, true, kWide>},
    {"major", "(device, /)", with_numbers<1, major_of, true, kWide>},
    {"minor", "(device, /)", with_numbers<1, minor_of, true, kWide>}};

}  // namespace

FunctionTable posix_number_functions() { return {kFunctions, std::size(kFunctions)}; }

}  // namespace gillab
