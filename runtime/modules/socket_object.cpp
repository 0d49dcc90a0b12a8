// _socket: the type of sockets: making, binding, connecting, options, the end. Moving data is in socket_transfer.cpp.
#include <cerrno>
#include <cmath>
#include <fcntl.h>
#include <unistd.h>

#include "runtime/audit.h"
#include "runtime/bytes.h"
#include "runtime/classes/type_build.h"
#include "runtime/files/pinned.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/modules/socket.h"
#include "runtime/modules/socket_wait.h"
#include "runtime/operations.h"
#include "runtime/str.h"

namespace gillab {

namespace {

Ref socket_new(Thread& thread, const Value* args, uint32_t, Tuple*) {
  auto* socket = static_cast<Socket*>(allocate_instance(thread, as<Type>(args[0])));
  if (!socket) return {};
  socket->descriptor = -1;
  socket->family = socket->type = socket->protocol = 0;
  socket->timeout = -1;
  return Ref::own(socket);
}

int asked_option(int descriptor, int option, int fallback) {
  int value = 0;
  socklen_t size = sizeof value;
  return ::getsockopt(descriptor, SOL_SOCKET, option, &value, &size) == 0 ? value : fallback;
}

// What a descriptor that was given is: the kernel says.
bool adopt(Thread& thread, Value number, int* descriptor, int* family, int* type, int* protocol) {
  Address address;
  if (!small_int(thread, number, -1, descriptor)) return false;
  if (*descriptor < 0) return raise(thread, Error::ValueError, "negative file descriptor");
  if (::getsockname(*descriptor, address.any(), &address.size) < 0) {
    if (*family == -1 || errno == EBADF || errno == ENOTSOCK) return raise_errno(thread, errno);
  } else if (*family == -1) {
    *family = address.storage.ss_family;
  }
  if (*type == -1) *type = asked_option(*descriptor, SO_TYPE, SOCK_STREAM);
  if (*protocol == -1) *protocol = asked_option(*descriptor, SO_PROTOCOL, 0);
  return true;
}

Ref socket_init(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Socket* socket = socket_of(args[0]);
  int family, type, protocol, descriptor;
  if (!small_int(thread, args[1], -1, &family) || !small_int(thread, args[2], -1, &type)) return {};
  if (!small_int(thread, args[3], -1, &protocol)) return {};
  if (!args[4].is_empty() && !args[4].is_none()) {
    if (!adopt(thread, args[4], &descriptor, &family, &type, &protocol)) return {};
  } else {
    if (family == -1) family = AF_INET;
    if (type == -1) type = SOCK_STREAM;
    if (protocol == -1) protocol = 0;
    descriptor = ::socket(family, type | SOCK_CLOEXEC, protocol);
    if (descriptor < 0) return raise_errno(thread, errno);
  }
  socket->descriptor = descriptor;
  socket->family = family;
  socket->type = type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
  socket->protocol = protocol;
  socket->timeout = type & SOCK_NONBLOCK ? 0 : -1;
  return Ref::none();
}

// --- the other end

Ref socket_accept(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Address address;
  int64_t descriptor = socket_call(thread, socket_of(args[0]), POLLIN, [&](int from) {
    address.size = sizeof address.storage;
    return or_errno(::accept4(from, address.any(), &address.size, SOCK_CLOEXEC));
  });
  if (descriptor < 0) return {};
  Ref name = make_address(thread, address);
  if (!name) return ::close(static_cast<int>(descriptor)), Ref();
  return make_tuple_of(thread, Value::integer(descriptor), name.get());
}

// 0, -errno or kTimedOut. A connection under way goes on after a signal: it is waited for, not begun anew.
int64_t try_connect(Thread& thread, Socket* socket, Address& address) {
  int64_t done;
  {
    Blocking region(thread, gil::Reason::Io);
    done = or_errno(::connect(socket->descriptor, address.any(), address.size));
  }
  bool under_way = done == -EINTR || (done == -EINPROGRESS && socket->timeout > 0);
  if (!under_way || socket->timeout == 0) return done;
  if (done == -EINTR && !check_signals(thread)) return done;
  Deadline deadline;
  if (socket->timeout > 0) deadline.set(thread, socket->timeout);
  int64_t ready =
      call_waiting(thread, [&] { return poll_socket(thread, socket->descriptor, POLLOUT, deadline); });
  if (ready <= 0) return ready == 0 ? kTimedOut : ready;
  return -asked_option(socket->descriptor, SO_ERROR, 0);
}

Ref socket_connect(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Address address;
  if (!read_address(thread, socket_of(args[0]), args[1], "connect", &address)) return {};
  int64_t done = try_connect(thread, socket_of(args[0]), address);
  if (done == 0) return Ref::none();
  return done == kTimedOut ? raise_timed_out(thread) : raise_failure(thread, done);
}

Ref socket_connect_ex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Address address;
  if (!read_address(thread, socket_of(args[0]), args[1], "connect_ex", &address)) return {};
  int64_t done = try_connect(thread, socket_of(args[0]), address);
  if (thread.has_exception()) return {};
  return make_int(thread, done == kTimedOut ? EAGAIN : -done);
}

Ref socket_bind(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Address address;
  if (!read_address(thread, socket_of(args[0]), args[1], "bind", &address)) return {};
  return done_or_errno(thread, ::bind(socket_of(args[0])->descriptor, address.any(), address.size));
}

Ref socket_listen(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int backlog;
  if (!small_int(thread, args[1], 128, &backlog)) return {};
  return done_or_errno(thread, ::listen(socket_of(args[0])->descriptor, std::max(backlog, 0)));
}

Ref socket_shutdown(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int how;
  if (!small_int(thread, args[1], 0, &how)) return {};
  return done_or_errno(thread, ::shutdown(socket_of(args[0])->descriptor, how));
}

template <int (*Call)(int, sockaddr*, socklen_t*)>
Ref name_of_end(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Address address;
  if (Call(socket_of(args[0])->descriptor, address.any(), &address.size) < 0) return raise_errno(thread, errno);
  return make_address(thread, address);
}
int own_name(int descriptor, sockaddr* address, socklen_t* size) { return ::getsockname(descriptor, address, size); }
int peer_name(int descriptor, sockaddr* address, socklen_t* size) { return ::getpeername(descriptor, address, size); }

Ref socket_close(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor = std::exchange(socket_of(args[0])->descriptor, -1);
  if (descriptor < 0) return Ref::none();
  int64_t result;
  {
    Blocking region(thread, gil::Reason::Io);
    result = or_errno(::close(descriptor));
  }
  bool fine = result >= 0 || result == -ECONNRESET || result == -EINTR;
  return fine ? Ref::none() : Ref(raise_failure(thread, result));
}

Ref socket_detach(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int(thread, std::exchange(socket_of(args[0])->descriptor, -1));
}
Ref socket_fileno(Thread& thread, const Value* args, uint32_t, Tuple*) {
  return make_int(thread, socket_of(args[0])->descriptor);
}

// --- time limits and options

bool set_timeout(Thread& thread, Socket* socket, int64_t nanoseconds) {
  int flags = ::fcntl(socket->descriptor, F_GETFL);
  if (flags < 0) return raise_errno(thread, errno);
  int wanted = nanoseconds < 0 ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
  if (wanted != flags && ::fcntl(socket->descriptor, F_SETFL, wanted) < 0) return raise_errno(thread, errno);
  socket->timeout = nanoseconds;
  return true;
}

Ref socket_settimeout(Thread& thread, const Value* args, uint32_t, Tuple*) {
  if (args[1].is_none()) return set_timeout(thread, socket_of(args[0]), -1) ? Ref::none() : Ref();
  double seconds;
  Ref whole = is_floating(args[1]) ? Ref::share(args[1]) : index(thread, args[1]);
  if (!whole || !as_double(thread, whole.get(), &seconds)) return {};
  if (std::isnan(seconds)) return raise(thread, Error::ValueError, "Invalid value NaN (not a number)");
  if (seconds < 0) return raise(thread, Error::ValueError, "Timeout value out of range");
  if (seconds > 9e9) return raise(thread, Error::OverflowError, "timestamp too large to convert to C _PyTime_t");
  auto nanoseconds = static_cast<int64_t>(std::ceil(seconds * 1e9));
  return set_timeout(thread, socket_of(args[0]), nanoseconds) ? Ref::none() : Ref();
}

Ref timeout_of(Thread& thread, Value self) {
  int64_t nanoseconds = socket_of(self)->timeout;
  return nanoseconds < 0 ? Ref::none() : make_float(thread, static_cast<double>(nanoseconds) / 1e9);
}
Ref socket_gettimeout(Thread& thread, const Value* args, uint32_t, Tuple*) { return timeout_of(thread, args[0]); }

Ref socket_setblocking(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Truth blocking = truth(thread, args[1]);
  if (blocking == Truth::Error) return {};
  return set_timeout(thread, socket_of(args[0]), blocking == Truth::Yes ? -1 : 0) ? Ref::none() : Ref();
}
Ref socket_getblocking(Thread&, const Value* args, uint32_t, Tuple*) {
  return Ref::boolean(socket_of(args[0])->timeout != 0);
}

// setsockopt(level, option, value: int | buffer), or (level, option, None, length)
Ref socket_setsockopt(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int level, option, number, length;
  int descriptor = socket_of(args[0])->descriptor;
  if (!small_int(thread, args[1], 0, &level) || !small_int(thread, args[2], 0, &option)) return {};
  if (is_integer(args[3])) {
    if (!small_int(thread, args[3], 0, &number)) return {};
    return done_or_errno(thread, ::setsockopt(descriptor, level, option, &number, sizeof number));
  }
  if (args[3].is_none() && !args[4].is_empty()) {
    if (!small_int(thread, args[4], 0, &length)) return {};
    return done_or_errno(thread, ::setsockopt(descriptor, level, option, nullptr, static_cast<socklen_t>(length)));
  }
  Pinned value;
  if (!value.open(thread, args[3], Pinned::kRead)) return {};
  auto size = static_cast<socklen_t>(value.size());
  return done_or_errno(thread, ::setsockopt(descriptor, level, option, value.data(), size));
}

Ref socket_getsockopt(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int level, option, length;
  int descriptor = socket_of(args[0])->descriptor;
  if (!small_int(thread, args[1], 0, &level) || !small_int(thread, args[2], 0, &option)) return {};
  if (!small_int(thread, args[3], 0, &length)) return {};
  if (length < 0 || length > 1024) return raise(thread, Error::OSError, "getsockopt buflen out of range");
  char memory[1024] = {};
  int number = 0;
  socklen_t size = length == 0 ? sizeof number : static_cast<socklen_t>(length);
  void* target = length == 0 ? static_cast<void*>(&number) : memory;
  if (::getsockopt(descriptor, level, option, target, &size) < 0) return raise_errno(thread, errno);
  return length == 0 ? make_int(thread, number) : make_bytes(thread, {memory, size});
}

Ref socket_repr(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Socket* socket = socket_of(args[0]);
  return format_text(thread, "<socket object, fd={}, family={}, type={}, proto={}>",
                     {socket->descriptor, socket->family, socket->type, socket->protocol});
}

Ref family_of(Thread& thread, Value self) { return make_int(thread, socket_of(self)->family); }
Ref kind_of(Thread& thread, Value self) { return make_int(thread, socket_of(self)->type); }
Ref protocol_of(Thread& thread, Value self) { return make_int(thread, socket_of(self)->protocol); }

const GetSetDef kFields[] = {
    {"family", family_of}, {"type", kind_of}, {"proto", protocol_of}, {"timeout", timeout_of}};

const MethodDef kMethods[] = {
    {"__new__", "(type, /, *args, **kwargs)", socket_new, MethodDef::Static},
    {"__init__", "(self, family=-1, type=-1, proto=-1, fileno=None)", audited<socket_init, "socket.__new__", Told{0}, Told{1, 2}, Told{2, 1}, Told{3, 0}>},
    {"_accept", "(self, /)", socket_accept},
    {"bind", "(self, address, /)", audited<socket_bind, "socket.bind", Told{0}, Told{1}>},
    {"connect", "(self, address, /)", audited<socket_connect, "socket.connect", Told{0}, Told{1}>},
    {"connect_ex", "(self, address, /)", audited<socket_connect_ex, "socket.connect", Told{0}, Told{1}>},
    {"listen", "(self, backlog=128, /)", socket_listen},
    {"shutdown", "(self, how, /)", socket_shutdown},
    {"getsockname", "(self, /)", name_of_end<own_name>},
    {"getpeername", "(self, /)", name_of_end<peer_name>},
    {"close", "(self, /)", socket_close},
    {"detach", "(self, /)", socket_detach},
    {"fileno", "(self, /)", socket_fileno},
    {"settimeout", "(self, timeout, /)", socket_settimeout},
    {"gettimeout", "(self, /)", socket_gettimeout},
    {"setblocking", "(self, flag, /)", socket_setblocking},
    {"getblocking", "(self, /)", socket_getblocking},
    {"setsockopt", "(self, level, option, value, optlen=0, /)", socket_setsockopt},
    {"getsockopt", "(self, level, option, buflen=0, /)", socket_getsockopt},
    {"__repr__", "(self, /)", socket_repr}};

void destroy_socket(Thread& thread, Object* object) {
  int descriptor = static_cast<Socket*>(object)->descriptor;
  if (descriptor >= 0) {
    Blocking region(thread, gil::Reason::Io);
    ::close(descriptor);
  }
  drop_attributes(thread, object);
  free_object(thread, object, size_with_attributes(object, sizeof(Socket)));
}

void clear_socket(Thread& thread, Object* object) { drop_attributes(thread, object); }

}  // namespace

const Layout kSocketLayout = {"socket", sizeof(Socket), true, destroy_socket, traverse_attributes, clear_socket};

Type* make_socket_type(Thread& thread) {
  TypeDef def{"_socket.socket", "_socket", &kSocketLayout, kBaseType};
  Type* type = make_native_type(thread, def, nullptr);
  if (!type) return nullptr;
  add_methods(thread, type, kMethods);
  add_transfer_methods(thread, type);
  add_getsets(thread, type, kFields);
  finish_type(thread, type);
  return type;
}

}  // namespace gillab
