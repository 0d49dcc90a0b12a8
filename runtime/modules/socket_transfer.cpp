// _socket: sending and receiving.
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "runtime/bytes.h"
#include "runtime/files/pinned.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/modules/socket.h"
#include "runtime/modules/socket_wait.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

namespace {

bool size_argument(Thread& thread, Value value, const char* function, int64_t* size) {
  *size = 0;
  if (!value.is_empty() && !index_as_int64(thread, value, size)) return false;
  if (*size < 0) return raise(thread, Error::ValueError, "negative buffersize in {}", function);
  return room_for(thread, static_cast<uint64_t>(*size));
}

// --- receiving

Ref socket_recv(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size;
  int flags;
  if (!size_argument(thread, args[1], "recv", &size) || !small_int(thread, args[2], 0, &flags)) return {};
  auto room = std::make_unique_for_overwrite<char[]>(static_cast<size_t>(size) + 1);
  int64_t got = socket_call(thread, socket_of(args[0]), POLLIN, [&](int from) {
    return or_errno(::recv(from, room.get(), static_cast<size_t>(size), flags));
  });
  return got < 0 ? Ref() : make_bytes(thread, {room.get(), static_cast<size_t>(got)});
}

int64_t receive_from(Thread& thread, Socket* socket, char* target, size_t size, int flags, Address* address) {
  return socket_call(thread, socket, POLLIN, [&](int from) {
    address->size = sizeof address->storage;
    return or_errno(::recvfrom(from, target, size, flags, address->any(), &address->size));
  });
}

Ref socket_recvfrom(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size;
  int flags;
  Address address;
  if (!size_argument(thread, args[1], "recvfrom", &size) || !small_int(thread, args[2], 0, &flags)) return {};
  auto room = std::make_unique_for_overwrite<char[]>(static_cast<size_t>(size) + 1);
  int64_t got = receive_from(thread, socket_of(args[0]), room.get(), static_cast<size_t>(size), flags, &address);
  if (got < 0) return {};
  Ref data = make_bytes(thread, {room.get(), static_cast<size_t>(got)});
  Ref name = data ? make_address(thread, address) : Ref();
  return name ? make_tuple_of(thread, data.get(), name.get()) : Ref();
}

// The part of a script's buffer to receive into. False: an exception is set.
bool target_argument(Thread& thread, const Value* args, const char* function, Pinned* target, size_t* size,
                     int* flags) {
  int64_t wanted;
  std::string what = std::string(function) + "() argument 1";
  if (!target->open(thread, args[1], Pinned::kWrite, what.c_str())) return false;
  if (!size_argument(thread, args[2], function, &wanted) || !small_int(thread, args[3], 0, flags)) return false;
  if (static_cast<uint64_t>(wanted) > target->size()) {
    return raise(thread, Error::ValueError, "buffer too small for requested bytes");
  }
  *size = wanted == 0 ? target->size() : static_cast<size_t>(wanted);
  return true;
}

Ref socket_recv_into(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned target;
  size_t size;
  int flags;
  if (!target_argument(thread, args, "recv_into", &target, &size, &flags)) return {};
  int64_t got = socket_call(thread, socket_of(args[0]), POLLIN, [&](int from) {
    return or_errno(::recv(from, target.data(), size, flags));
  });
  return got < 0 ? Ref() : make_int(thread, got);
}

Ref socket_recvfrom_into(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned target;
  size_t size;
  int flags;
  Address address;
  if (!target_argument(thread, args, "recvfrom_into", &target, &size, &flags)) return {};
  int64_t got = receive_from(thread, socket_of(args[0]), target.data(), size, flags, &address);
  Ref name = got < 0 ? Ref() : make_address(thread, address);
  return name ? make_tuple_of(thread, Value::integer(got), name.get()) : Ref();
}

// --- sending

int64_t send_once(Thread& thread, Socket* socket, const char* data, size_t size, int flags) {
  return socket_call(thread, socket, POLLOUT,
                     [&](int to) { return or_errno(::send(to, data, size, flags | MSG_NOSIGNAL)); });
}

Ref socket_send(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  int flags;
  if (!data.open(thread, args[1], Pinned::kRead) || !small_int(thread, args[2], 0, &flags)) return {};
  int64_t sent = send_once(thread, socket_of(args[0]), data.data(), data.size(), flags);
  return sent < 0 ? Ref() : make_int(thread, sent);
}

// The time limit is for all of it together.
Ref socket_sendall(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  int flags;
  Socket* socket = socket_of(args[0]);
  if (!data.open(thread, args[1], Pinned::kRead) || !small_int(thread, args[2], 0, &flags)) return {};
  Deadline deadline;
  if (socket->timeout > 0) deadline.set(thread, socket->timeout);
  std::string_view rest = data.view();
  while (!rest.empty()) {
    int descriptor = socket->descriptor;
    int64_t sent = call_waiting(thread, [&]() -> int64_t {
      int64_t done = or_errno(::send(descriptor, rest.data(), rest.size(), flags | MSG_NOSIGNAL));
      if (done != -EAGAIN || deadline.is_none()) return done;
      int64_t ready = poll_socket(thread, descriptor, POLLOUT, deadline);
      return ready == 0 ? kTimedOut : ready < 0 ? ready : 0;
    });
    if (sent == kTimedOut) return raise_timed_out(thread);
    if (sent < 0) return raise_failure(thread, sent);
    rest.remove_prefix(static_cast<size_t>(sent));
    // A signal in the middle ends a call early without an error.
    if (!check_signals(thread)) return {};
  }
  return Ref::none();
}

// sendto(data, address) or sendto(data, flags, address)
Ref socket_sendto(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Pinned data;
  int flags = 0;
  Address address;
  auto* given = as<Tuple>(args[1]);
  if (given->length < 2 || given->length > 3) {
    return raise(thread, Error::TypeError, "sendto() takes 2 or 3 arguments ({} given)", given->length);
  }
  bool with_flags = given->length == 3;
  if (!data.open(thread, given->items[0], Pinned::kRead)) return {};
  if (with_flags && !small_int(thread, given->items[1], 0, &flags)) return {};
  if (!read_address(thread, socket_of(args[0]), given->items[with_flags ? 2 : 1], "sendto", &address)) return {};
  int64_t sent = socket_call(thread, socket_of(args[0]), POLLOUT, [&](int to) {
    return or_errno(::sendto(to, data.data(), data.size(), flags | MSG_NOSIGNAL, address.any(), address.size));
  });
  return sent < 0 ? Ref() : make_int(thread, sent);
}

// --- messages with something beside the data

// A tuple of what an iterable gives; what is none is told so with `message`.
Ref items_of(Thread& thread, Value iterable, const char* message) {
  Ref iterator = iterate(thread, iterable);
  if (iterator) return tuple_from(thread, iterator.get());
  return exception_matches(thread, Error::TypeError) ? raise(thread, Error::TypeError, "{}", message) : Ref();
}

constexpr const char* kAncillaryItem = "[sendmsg() ancillary data items]() argument must be";

// [(level, type, data), ...] as the kernel wants it.
bool pack_ancillary(Thread& thread, Value sequence, std::string* packed) {
  Ref rows = items_of(thread, sequence, "sendmsg() argument 2 must be an iterable");
  if (!rows) return false;
  Each each(thread, rows.get());
  while (Ref item = each.next()) {
    if (!is<Tuple>(item.get()) && !is<List>(item.get())) {
      return raise(thread, Error::TypeError, "{} 3-item sequence, not {}", kAncillaryItem,
                   type_name(thread, item.get()));
    }
    Ref parts = tuple_from(thread, item.get());
    int level, type;
    Pinned data;
    if (!parts) return false;
    if (size_t count = parts.as<Tuple>()->length; count != 3) {
      return raise(thread, Error::TypeError, "{} sequence of length 3, not {}", kAncillaryItem, count);
    }
    const Value* items = parts.as<Tuple>()->items;
    if (!small_int(thread, items[0], 0, &level) || !small_int(thread, items[1], 0, &type)) return false;
    if (!data.open(thread, items[2], Pinned::kRead)) return false;
    std::string_view bytes = data.view();
    size_t start = packed->size();
    packed->resize(start + CMSG_SPACE(bytes.size()));
    cmsghdr header{};
    header.cmsg_len = CMSG_LEN(bytes.size());
    header.cmsg_level = level;
    header.cmsg_type = type;
    std::memcpy(packed->data() + start, &header, sizeof header);
    std::memcpy(packed->data() + start + CMSG_LEN(0), bytes.data(), bytes.size());
  }
  return !each.failed();
}

Ref socket_sendmsg(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref buffers = items_of(thread, args[1], "sendmsg() argument 1 must be an iterable");
  std::string ancillary;
  int flags;
  Address address;
  if (!buffers || !small_int(thread, args[3], 0, &flags)) return {};
  if (!args[2].is_empty() && !pack_ancillary(thread, args[2], &ancillary)) return {};
  bool addressed = !args[4].is_empty() && !args[4].is_none();
  if (addressed && !read_address(thread, socket_of(args[0]), args[4], "sendmsg", &address)) return {};
  std::vector<Pinned> pins(buffers.as<Tuple>()->length);
  std::vector<iovec> parts;
  for (size_t i = 0; i < pins.size(); ++i) {
    if (!pins[i].open(thread, buffers.as<Tuple>()->items[i], Pinned::kRead)) return {};
    parts.push_back({pins[i].data(), pins[i].size()});
  }
  msghdr message{};
  message.msg_name = addressed ? address.any() : nullptr;
  message.msg_namelen = addressed ? address.size : 0;
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  message.msg_control = ancillary.empty() ? nullptr : ancillary.data();
  message.msg_controllen = ancillary.size();
  int64_t sent = socket_call(thread, socket_of(args[0]), POLLOUT,
                             [&](int to) { return or_errno(::sendmsg(to, &message, flags | MSG_NOSIGNAL)); });
  return sent < 0 ? Ref() : make_int(thread, sent);
}

// A row that did not fit is what came of it; its length still says what was sent.
Ref unpack_ancillary(Thread& thread, msghdr* message) {
  Ref list = make_list(thread);
  const char* end = static_cast<char*>(message->msg_control) + message->msg_controllen;
  for (cmsghdr* row = CMSG_FIRSTHDR(message); list && row; row = CMSG_NXTHDR(message, row)) {
    const char* start = reinterpret_cast<char*>(CMSG_DATA(row));
    if (row->cmsg_len < CMSG_LEN(0) || start > end) break;
    size_t size = std::min<size_t>(row->cmsg_len - CMSG_LEN(0), static_cast<size_t>(end - start));
    Ref data = make_bytes(thread, {start, size});
    Ref item = data ? make_tuple_of(thread, Value::integer(row->cmsg_level), Value::integer(row->cmsg_type), data.get())
                    : Ref();
    if (!item || !append(thread, list.as<List>(), std::move(item))) return {};
  }
  return list;
}

// (first, ancillary rows, flags, address); `first` says what is made of the number of bytes that came.
template <class First>
Ref receive_message(Thread& thread, const Value* args, std::span<iovec> parts, First first) {
  int64_t beside = 0;
  int flags;
  Address address;
  if (!args[2].is_empty() && !index_as_int64(thread, args[2], &beside)) return {};
  if (!small_int(thread, args[3], 0, &flags)) return {};
  if (beside < 0 || beside > INT_MAX) return raise(thread, Error::ValueError, "invalid ancillary data buffer length");
  std::string control(static_cast<size_t>(beside), '\0');
  msghdr message{};
  int64_t got = socket_call(thread, socket_of(args[0]), POLLIN, [&](int from) {
    message = {};
    message.msg_name = address.any();
    message.msg_namelen = sizeof address.storage;
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    message.msg_control = control.empty() ? nullptr : control.data();
    message.msg_controllen = control.size();
    return or_errno(::recvmsg(from, &message, flags));
  });
  if (got < 0) return {};
  address.size = message.msg_namelen;
  Ref begin = first(got);
  Ref rows = begin ? unpack_ancillary(thread, &message) : Ref();
  Ref name = rows ? make_address(thread, address) : Ref();
  if (!name) return {};
  return make_tuple_of(thread, begin.get(), rows.get(), Value::integer(message.msg_flags), name.get());
}

Ref socket_recvmsg(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size = 0;
  if (!index_as_int64(thread, args[1], &size)) return {};
  if (size < 0) return raise(thread, Error::ValueError, "negative buffer size in recvmsg()");
  if (!room_for(thread, static_cast<uint64_t>(size))) return {};
  auto room = std::make_unique_for_overwrite<char[]>(static_cast<size_t>(size) + 1);
  iovec part{room.get(), static_cast<size_t>(size)};
  return receive_message(thread, args, {&part, 1}, [&](int64_t got) {
    return make_bytes(thread, {room.get(), static_cast<size_t>(got)});
  });
}

Ref socket_recvmsg_into(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Ref buffers = items_of(thread, args[1], "recvmsg_into() argument 1 must be an iterable");
  if (!buffers) return {};
  std::vector<Pinned> pins(buffers.as<Tuple>()->length);
  std::vector<iovec> parts;
  for (size_t i = 0; i < pins.size(); ++i) {
    Value buffer = buffers.as<Tuple>()->items[i];
    if (!pins[i].open(thread, buffer, Pinned::kWrite)) {
      return raise(thread, Error::TypeError,
                   "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers");
    }
    parts.push_back({pins[i].data(), pins[i].size()});
  }
  return receive_message(thread, args, parts, [&](int64_t got) { return make_int(thread, got); });
}

const MethodDef kMethods[] = {
    {"recv", "(self, bufsize, flags=0, /)", socket_recv},
    {"recv_into", "(self, buffer, nbytes=0, flags=0)", socket_recv_into},
    {"recvfrom", "(self, bufsize, flags=0, /)", socket_recvfrom},
    {"recvfrom_into", "(self, buffer, nbytes=0, flags=0)", socket_recvfrom_into},
    {"send", "(self, data, flags=0, /)", socket_send},
    {"sendall", "(self, data, flags=0, /)", socket_sendall},
    {"sendto", "(self, /, *args)", socket_sendto},
    {"sendmsg", "(self, buffers, ancdata=(), flags=0, address=None, /)", socket_sendmsg},
    {"recvmsg", "(self, bufsize, ancbufsize=0, flags=0, /)", socket_recvmsg},
    {"recvmsg_into", "(self, buffers, ancbufsize=0, flags=0, /)", socket_recvmsg_into}};

}  // namespace

void add_transfer_methods(Thread& thread, Type* type) { add_methods(thread, type, kMethods); }

}  // namespace gillab
