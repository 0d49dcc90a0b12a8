// select.epoll.
#include <cerrno>
#include <climits>
#include <sys/epoll.h>
#include <unistd.h>
#include <vector>

#include "runtime/blocking.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/modules/select.h"
#include "runtime/operations.h"

namespace gillab {

namespace {

struct Epoll : Object {
  static constexpr Kind kKind = Kind::Extension;
  int descriptor;  // -1: closed
};

Epoll* epoll_of(Value self) { return static_cast<Epoll*>(self.as_object()); }

void destroy_epoll(Thread& thread, Object* object) {
  if (epoll_of(Value::object(object))->descriptor >= 0) ::close(epoll_of(Value::object(object))->descriptor);
  free_object(thread, object, sizeof(Epoll));
}
const Layout kEpollLayout = {"epoll", sizeof(Epoll), false, destroy_epoll};

bool check_open(Thread& thread, Value self) {
  return epoll_of(self)->descriptor >= 0 || raise(thread, Error::ValueError, "I/O operation on closed epoll object");
}

Ref wrap(Thread& thread, Type* type, int descriptor) {
  if (descriptor < 0) return raise_errno(thread, errno);
  Epoll* epoll = allocate<Epoll>(thread, type->root);
  if (!epoll) return ::close(descriptor), Ref();
  epoll->descriptor = descriptor;
  return Ref::own(epoll);
}

Ref epoll_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int size;
  if (!small_int(thread, args[1], -1, &size)) return {};
  if (size == 0 || size < -1) return raise(thread, Error::ValueError, "negative sizehint");
  return wrap(thread, as<Type>(args[0]), ::epoll_create1(EPOLL_CLOEXEC));
}

Ref epoll_from_descriptor(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  return small_int(thread, args[1], -1, &descriptor) ? wrap(thread, as<Type>(args[0]), descriptor) : Ref();
}

template <int Operation>
Ref control(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  int64_t events = EPOLLIN | EPOLLPRI | EPOLLOUT;
  if (!check_open(thread, args[0]) || !descriptor_of(thread, args[1], &descriptor)) return {};
  if (Operation != EPOLL_CTL_DEL && !args[2].is_empty() && !index_as_int64(thread, args[2], &events)) return {};
  epoll_event event{};
  event.events = static_cast<uint32_t>(events);
  event.data.fd = descriptor;
  return done_or_errno(thread, ::epoll_ctl(epoll_of(args[0])->descriptor, Operation, descriptor, &event));
}

Ref epoll_poll(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Deadline deadline;
  int most;
  if (!check_open(thread, args[0])) return {};
  if (!deadline.read(thread, args[1], "timeout must be an integer or None", 1, true)) return {};
  if (!small_int(thread, args[2], -1, &most)) return {};
  if (most == -1) most = FD_SETSIZE - 1;
  if (most < 1) return raise(thread, Error::ValueError, "maxevents must be greater than 0, got {}", most);
  std::vector<epoll_event> events(static_cast<size_t>(most));
  int descriptor = epoll_of(args[0])->descriptor;
  int64_t count = wait_ready(thread, deadline, [&](int64_t left) -> int64_t {
    int got = ::epoll_wait(descriptor, events.data(), most, milliseconds_of(left));
    return got < 0 ? -errno : got;
  });
  Ref list = count < 0 ? Ref() : make_list(thread);
  for (int64_t i = 0; list && i < count; ++i) {
    const epoll_event& event = events[static_cast<size_t>(i)];
    Ref pair = make_tuple_of(thread, Value::integer(event.data.fd), Value::integer(event.events));
    if (!pair || !append(thread, list.as<List>(), std::move(pair))) return {};
  }
  return list;
}

Ref epoll_close(Thread&, const Value* args, uint32_t, Tuple*) {
  int descriptor = std::exchange(epoll_of(args[0])->descriptor, -1);
  if (descriptor >= 0) ::close(descriptor);
  return Ref::none();
}

Ref epoll_fileno(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_open(thread, args[0]) ? make_int(thread, epoll_of(args[0])->descriptor) : Ref();
}
Ref epoll_enter(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return check_open(thread, args[0]) ? Ref::share(args[0]) : Ref();
}
Ref epoll_closed(Thread&, Value self) { return Ref::boolean(epoll_of(self)->descriptor < 0); }

const GetSetDef kFields[] = {{"closed", epoll_closed}};
const MethodDef kMethods[] = {{"__new__", "(type, sizehint=-1, flags=0)", epoll_new, MethodDef::Static},
                              {"fromfd", "(type, fd, /)", epoll_from_descriptor, MethodDef::Class},
                              {"register", "(self, /, fd, eventmask=7)", control<EPOLL_CTL_ADD>},
                              {"modify", "(self, /, fd, eventmask)", control<EPOLL_CTL_MOD>},
                              {"unregister", "(self, /, fd)", control<EPOLL_CTL_DEL>},
                              {"poll", "(self, /, timeout=None, maxevents=-1)", epoll_poll},
                              {"close", "(self, /)", epoll_close},
                              {"fileno", "(self, /)", epoll_fileno},
                              {"__enter__", "(self, /)", epoll_enter},
                              {"__exit__", "(self, /, *args)", epoll_close}};

}  // namespace

bool add_epoll(Thread& thread, Module* module) {
  TypeDef def{"select.epoll", "select", &kEpollLayout};
  Type* type = make_native_type(thread, def, nullptr);
  if (!type) return false;
  add_methods(thread, type, kMethods);
  add_getsets(thread, type, kFields);
  finish_type(thread, type);
  return add_value(thread, module, "epoll", Ref::share(type));
}

}  // namespace gillab
