// _socket: what its files share. A Socket is a descriptor with its kind and its time limit; socket_object.cpp makes the
// type, socket_transfer.cpp moves data, socket_address.cpp turns addresses into Python and back, socket_names.cpp asks
// the resolver, socket_constants.cpp holds the numbers. makefile(), accept() and the rest that is Python is in lib/socket.py.
#pragma once

#include <sys/socket.h>

#include "runtime/native.h"

namespace gillab {

struct Socket : Object {
  static constexpr Kind kKind = Kind::Extension;
  int descriptor;  // -1: closed
  int family;
  int type;
  int protocol;
  int64_t timeout;  // nanoseconds; -1: waits as long as it takes, 0: does not wait
};

extern const Layout kSocketLayout;
inline Socket* socket_of(Value self) { return static_cast<Socket*>(self.as_object()); }

struct Address {
  sockaddr_storage storage{};
  socklen_t size = sizeof(sockaddr_storage);
  sockaddr* any() { return reinterpret_cast<sockaddr*>(&storage); }
};
// The address as scripts write it for that family. False: an exception is set; `function` begins its sentence.
bool read_address(Thread& thread, const Socket* socket, Value value, const char* function, Address* address);
Ref make_address(Thread& thread, Address& address);  // None where there is none
// The same for the families that are neither the Internet's nor files'.
bool read_other_address(Thread& thread, const Socket* socket, Value value, const char* function, Address* address);
Ref make_other_address(Thread& thread, const Address& address);

// Calls outside the turn; where the socket has a time limit it waits for `events` (of poll) first. The result of `call`
// is a count or -errno. Negative: an exception is set.
template <class Call>
int64_t socket_call(Thread& thread, Socket* socket, short events, Call call);

// socket.gaierror and socket.herror, classes of the module.
Failed raise_resolver_error(Thread& thread, int code);
bool add_error_classes(Thread& thread, Module* module);

Type* make_socket_type(Thread& thread);
void add_transfer_methods(Thread& thread, Type* type);
bool add_name_functions(Thread& thread, Module* module);
bool add_socket_constants(Thread& thread, Module* module);

}  // namespace gillab
