// The module select: select(), poll and epoll objects. poll and what the three share are in select_poll.cpp.
#include "runtime/modules/select.h"

#include <cerrno>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <vector>

#include "runtime/blocking.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/modules.h"
#include "runtime/operations.h"

namespace gillab {

namespace {

struct Wanted {
  Ref objects;  // a tuple
  std::vector<int> descriptors;
  fd_set set;
};

bool read_wanted(Thread& thread, Value sequence, Wanted* wanted, int* highest) {
  if (special_method(thread, sequence, Dunder::Iter).is_empty() &&
      special_method(thread, sequence, Dunder::GetItem).is_empty()) {
    return raise(thread, Error::TypeError, "arguments 1-3 must be sequences");
  }
  if (!(wanted->objects = tuple_from(thread, sequence))) return false;
  auto* tuple = wanted->objects.as<Tuple>();
  for (uint64_t i = 0; i < tuple->length; ++i) {
    int descriptor;
    if (!descriptor_of(thread, tuple->items[i], &descriptor)) return false;
    if (descriptor >= FD_SETSIZE) return raise(thread, Error::ValueError, "filedescriptor out of range in select()");
    wanted->descriptors.push_back(descriptor);
    *highest = std::max(*highest, descriptor);
  }
  return true;
}

void fill(Wanted& wanted) {
  FD_ZERO(&wanted.set);
  for (int descriptor : wanted.descriptors) FD_SET(descriptor, &wanted.set);
}

Ref ready_ones(Thread& thread, const Wanted& wanted) {
  Ref list = make_list(thread);
  for (size_t i = 0; list && i < wanted.descriptors.size(); ++i) {
    if (!FD_ISSET(wanted.descriptors[i], &wanted.set)) continue;
    if (!append(thread, list.as<List>(), Ref::share(wanted.objects.as<Tuple>()->items[i]))) return {};
  }
  return list;
}

Ref select_select(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Wanted wanted[3];
  int highest = -1;
  Deadline deadline;
  if (!deadline.read(thread, args[3], "timeout must be a float or None", 1)) return {};
  for (int i = 0; i < 3; ++i) {
    if (!read_wanted(thread, args[i], &wanted[i], &highest)) return {};
  }
  int64_t count = wait_ready(thread, deadline, [&](int64_t left) -> int64_t {
    for (Wanted& each : wanted) fill(each);
    timeval time{left / 1'000'000'000, left % 1'000'000'000 / 1000};
    int got = ::select(highest + 1, &wanted[0].set, &wanted[1].set, &wanted[2].set, left < 0 ? nullptr : &time);
    return got < 0 ? -errno : got;
  });
  if (count < 0) return {};
  Ref lists[3];
  for (int i = 0; i < 3; ++i) {
    if (!(lists[i] = ready_ones(thread, wanted[i]))) return {};
  }
  return make_tuple_of(thread, lists[0].get(), lists[1].get(), lists[2].get());
}

const MethodDef kFunctions[] = {{"select", "(rlist, wlist, xlist, timeout=None, /)", select_select}};

struct Constant {
  const char* name;
  int64_t value;
};
#define GILLAB_CONSTANT(name) {#name, static_cast<int64_t>(name)}
const Constant kConstants[] = {
    GILLAB_CONSTANT(POLLIN),       GILLAB_CONSTANT(POLLPRI),     GILLAB_CONSTANT(POLLOUT),
    GILLAB_CONSTANT(POLLERR),      GILLAB_CONSTANT(POLLHUP),     GILLAB_CONSTANT(POLLNVAL),
    GILLAB_CONSTANT(POLLRDNORM),   GILLAB_CONSTANT(POLLRDBAND),  GILLAB_CONSTANT(POLLWRNORM),
    GILLAB_CONSTANT(POLLWRBAND),   GILLAB_CONSTANT(POLLMSG),     GILLAB_CONSTANT(POLLRDHUP),
    GILLAB_CONSTANT(EPOLLIN),      GILLAB_CONSTANT(EPOLLOUT),    GILLAB_CONSTANT(EPOLLPRI),
    GILLAB_CONSTANT(EPOLLERR),     GILLAB_CONSTANT(EPOLLHUP),    GILLAB_CONSTANT(EPOLLRDHUP),
    GILLAB_CONSTANT(EPOLLET),      GILLAB_CONSTANT(EPOLLONESHOT), GILLAB_CONSTANT(EPOLLEXCLUSIVE),
    GILLAB_CONSTANT(EPOLLRDNORM),  GILLAB_CONSTANT(EPOLLRDBAND), GILLAB_CONSTANT(EPOLLWRNORM),
    GILLAB_CONSTANT(EPOLLWRBAND),  GILLAB_CONSTANT(EPOLLMSG),    GILLAB_CONSTANT(EPOLL_CLOEXEC),
    {"PIPE_BUF", 4096}};
#undef GILLAB_CONSTANT

}  // namespace

bool init_select(Thread& thread, Module* module) {
  for (const Constant& row : kConstants) {
    if (!add_value(thread, module, row.name, make_int(thread, row.value))) return false;
  }
  return add_value(thread, module, "error", Ref::share(thread.error_type(Error::OSError))) &&
         add_functions(thread, module, kFunctions) && add_poll(thread, module) && add_epoll(thread, module);
}

}  // namespace gillab
