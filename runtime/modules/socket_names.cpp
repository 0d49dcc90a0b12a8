// _socket: what the resolver and the system's tables know: hosts, services, interfaces; numbers as text and back; pairs.
#include <arpa/inet.h>
#include <cerrno>
#include <climits>
#include <cstring>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <unistd.h>

#include "runtime/audit.h"
#include "runtime/blocking.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/files/waiting.h"
#include "runtime/function.h"
#include "runtime/int.h"
#include "runtime/interpreter.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/modules/socket.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

namespace {

Ref make_error_class(Thread& thread, const char* name) {
  Ref bases = make_tuple_of(thread, Value::object(thread.error_type(Error::OSError)));
  Ref module = make_str(thread, "socket");
  Ref dict = make_dict(thread);
  if (!bases || !module || !dict) return {};
  if (!dict_set_name(thread, dict.as<Dict>(), thread.names().__module__, std::move(module))) return {};
  return make_class(thread, thread.types().type, intern(thread, std::string_view(name)), bases.as<Tuple>(),
                    dict.as<Dict>(), nullptr, nullptr);
}

Failed raise_of_module(Thread& thread, const char* class_name, int code, const char* text) {
  Ref module = dict_get_name(thread.interpreter->modules, intern(thread, std::string_view("_socket")));
  Ref type = module ? get_attribute(thread, module.get(), intern(thread, std::string_view(class_name))) : Ref();
  Ref message = type ? make_str(thread, text) : Ref();
  Ref error = message ? call(thread, type.get(), Value::integer(code), message.get()) : Ref();
  return error ? raise_value(thread, std::move(error)) : Failed{};
}

bool text_or_none(Thread& thread, Value value, std::string* text, const char** pointer, const char* message) {
  std::string_view bytes;
  Ref encoded;
  *pointer = nullptr;
  if (value.is_none()) return true;
  if (is<Str>(value))
    encoded = encode(thread, as<Str>(value), nullptr, nullptr);
  else if (is_integer(value))
    encoded = str(thread, value);
  else
    encoded = Ref::share(value);
  if (!encoded) return false;
  if (is<Str>(encoded.get()))
    *text = to_utf8(encoded.as<Str>());
  else if (is_object_with_bytes(thread, encoded.get(), &bytes))
    text->assign(bytes);
  else
    return !thread.has_exception() && raise(thread, Error::OSError, "{}", message);
  *pointer = text->c_str();
  return true;
}

Ref info_row(Thread& thread, const addrinfo* row) {
  Address address;
  std::memcpy(&address.storage, row->ai_addr, row->ai_addrlen);
  address.size = row->ai_addrlen;
  Ref name = make_str(thread, row->ai_canonname ? row->ai_canonname : "");
  Ref shown = name ? make_address(thread, address) : Ref();
  if (!shown) return {};
  return make_tuple_of(thread, Value::integer(row->ai_family), Value::integer(row->ai_socktype),
                       Value::integer(row->ai_protocol), name.get(), shown.get());
}

Ref socket_getaddrinfo(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string host_text, port_text;
  const char *host, *port;
  if (is_integer(args[0])) return raise(thread, Error::TypeError, "getaddrinfo() argument 1 must be string or None");
  if (!text_or_none(thread, args[0], &host_text, &host, "getaddrinfo() argument 1 must be string or None")) return {};
  if (!text_or_none(thread, args[1], &port_text, &port, "Int or String expected")) return {};
  addrinfo hints{};
  if (!small_int(thread, args[2], 0, &hints.ai_family) || !small_int(thread, args[3], 0, &hints.ai_socktype) ||
      !small_int(thread, args[4], 0, &hints.ai_protocol) || !small_int(thread, args[5], 0, &hints.ai_flags)) {
    return {};
  }
  addrinfo* found = nullptr;
  int error;
  {
    Blocking region(thread, gil::Reason::Io);
    error = ::getaddrinfo(host, port, &hints, &found);
  }
  if (error) return raise_resolver_error(thread, error);
  Ref list = make_list(thread);
  for (const addrinfo* row = found; list && row; row = row->ai_next) {
    Ref item = info_row(thread, row);
    if (!item || !append(thread, list.as<List>(), std::move(item))) list = Ref();
  }
  ::freeaddrinfo(found);
  return list;
}

Ref socket_getnameinfo(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int flags;
  Address address;
  if (!small_int(thread, args[1], 0, &flags)) return {};
  if (!is<Tuple>(args[0])) return raise(thread, Error::TypeError, "getnameinfo() argument 1 must be a tuple");
  Socket like{};
  if (as<Tuple>(args[0])->length == 0) {
    return raise(thread, Error::TypeError, "getnameinfo(): illegal sockaddr argument");
  }
  like.family = as<Tuple>(args[0])->length > 2 ? AF_INET6 : AF_INET;
  if (!read_address(thread, &like, args[0], "getnameinfo", &address)) return {};
  char host[NI_MAXHOST], service[NI_MAXSERV];
  int error;
  {
    Blocking region(thread, gil::Reason::Io);
    error = ::getnameinfo(address.any(), address.size, host, sizeof host, service, sizeof service, flags);
  }
  if (error) return raise_resolver_error(thread, error);
  Ref first = make_str(thread, host), second = make_str(thread, service);
  return first && second ? make_tuple_of(thread, first.get(), second.get()) : Ref();
}

Ref socket_gethostbyname(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Socket like{};
  like.family = AF_INET;
  Address address;
  Ref pair = make_tuple_of(thread, args[0], Value::integer(0));
  if (!pair || !read_address(thread, &like, pair.get(), "gethostbyname", &address)) return {};
  Ref made = make_address(thread, address);
  return made ? Ref::share(made.as<Tuple>()->items[0]) : Ref();
}

Ref socket_gethostname(Thread& thread, const Value*, uint32_t, Tuple*) {
  char name[HOST_NAME_MAX + 1];
  return ::gethostname(name, sizeof name) < 0 ? Ref(raise_errno(thread, errno)) : text_of_system(thread, name);
}

Ref list_of_addresses(Thread& thread, const hostent& host) {
  Ref list = make_list(thread);
  for (char** row = host.h_addr_list; list && *row; ++row) {
    char text[INET6_ADDRSTRLEN];
    ::inet_ntop(host.h_addrtype, *row, text, sizeof text);
    if (!append(thread, list.as<List>(), make_str(thread, text))) return {};
  }
  return list;
}

Ref host_entry(Thread& thread, const hostent& host) {
  Ref aliases = make_list(thread), name = make_str(thread, host.h_name);
  for (char** row = host.h_aliases; aliases && *row; ++row) {
    if (!append(thread, aliases.as<List>(), make_str(thread, *row))) return {};
  }
  Ref addresses = list_of_addresses(thread, host);
  return name && aliases && addresses ? make_tuple_of(thread, name.get(), aliases.get(), addresses.get()) : Ref();
}

// (name, aliases, addresses), asked by name or by number.
template <bool ByNumber>
Ref socket_host(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Socket like{};
  like.family = AF_INET;
  Address address;
  std::string name;
  const char* pointer;
  Ref pair = make_tuple_of(thread, args[0], Value::integer(0));
  if (!pair || !read_address(thread, &like, pair.get(), "gethostbyname", &address)) return {};
  if (!text_or_none(thread, args[0], &name, &pointer, "host name expected")) return {};
  const auto* ip = reinterpret_cast<const sockaddr_in*>(&address.storage);
  char room[8192];
  hostent entry{}, *found = nullptr;
  int failure = 0;
  {
    Blocking region(thread, gil::Reason::Io);
    if (ByNumber)
      ::gethostbyaddr_r(&ip->sin_addr, sizeof ip->sin_addr, AF_INET, &entry, room, sizeof room, &found, &failure);
    else
      ::gethostbyname_r(name.c_str(), &entry, room, sizeof room, &found, &failure);
  }
  return found ? host_entry(thread, *found) : Ref(raise_of_module(thread, "herror", failure, ::hstrerror(failure)));
}

Ref socket_getservbyname(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = expect_str(thread, args[0], "getservbyname() argument 1");
  Str* protocol = !name || args[1].is_empty() ? nullptr : expect_str(thread, args[1], "getservbyname() argument 2");
  if (!name || thread.has_exception()) return {};
  std::string kind = protocol ? to_utf8(protocol) : "";
  servent* found = ::getservbyname(to_utf8(name).c_str(), protocol ? kind.c_str() : nullptr);
  return found ? make_int(thread, ntohs(static_cast<uint16_t>(found->s_port)))
               : Ref(raise(thread, Error::OSError, "service/proto not found"));
}

Ref socket_getservbyport(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int port;
  if (!small_int(thread, args[0], 0, &port)) return {};
  if (port < 0 || port > 0xFFFF) return raise(thread, Error::OverflowError, "getservbyport: port must be 0-65535.");
  Str* protocol = args[1].is_empty() ? nullptr : expect_str(thread, args[1], "getservbyport() argument 2");
  if (thread.has_exception()) return {};
  std::string kind = protocol ? to_utf8(protocol) : "";
  servent* found = ::getservbyport(htons(static_cast<uint16_t>(port)), protocol ? kind.c_str() : nullptr);
  return found ? make_str(thread, found->s_name) : Ref(raise(thread, Error::OSError, "port/proto not found"));
}

Ref socket_getprotobyname(Thread& thread, const Value* args, uint32_t, Tuple*) {
  Str* name = expect_str(thread, args[0], "getprotobyname() argument");
  if (!name) return {};
  protoent* found = ::getprotobyname(to_utf8(name).c_str());
  return found ? make_int(thread, found->p_proto) : Ref(raise(thread, Error::OSError, "protocol not found"));
}

// --- numbers

template <const char* const& Name>
Ref swap16(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t number;
  if (!index_as_int64(thread, args[0], &number, true)) return {};
  if (number < 0) {
    return raise(thread, Error::OverflowError, "{}: can't convert negative Python int to C 16-bit unsigned integer",
                 Name);
  }
  if (number > 0xFFFF) {
    return raise(thread, Error::OverflowError, "{}: Python int too large to convert to C 16-bit unsigned integer",
                 Name);
  }
  return make_int(thread, htons(static_cast<uint16_t>(number)));
}
const char* const kHtons = "htons";
const char* const kNtohs = "ntohs";

Ref swap32(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t number;
  if (!is_integer(args[0])) {
    return raise(thread, Error::TypeError, "expected int, {} found", type_name(thread, args[0]));
  }
  if (!index_as_int64(thread, args[0], &number, true)) return {};
  if (number < 0) return raise(thread, Error::OverflowError, "can't convert negative value to unsigned int");
  if (number > 0xFFFFFFFF) return raise(thread, Error::OverflowError, "int larger than 32 bits");
  return make_int(thread, htonl(static_cast<uint32_t>(number)));
}

Ref socket_inet_aton(Thread& thread, const Value* args, uint32_t, Tuple*) {
  in_addr number{};
  Str* text = expect_str(thread, args[0], "inet_aton() argument");
  if (!text) return {};
  if (!::inet_aton(to_utf8(text).c_str(), &number)) {
    return raise(thread, Error::OSError, "illegal IP address string passed to inet_aton");
  }
  return make_bytes(thread, {reinterpret_cast<char*>(&number), sizeof number});
}

Ref socket_inet_ntoa(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string_view packed;
  char text[INET_ADDRSTRLEN];
  if (!bytes_view(thread, args[0], &packed)) return {};
  if (packed.size() != 4) return raise(thread, Error::OSError, "packed IP wrong length for inet_ntoa");
  return make_str(thread, ::inet_ntop(AF_INET, packed.data(), text, sizeof text));
}

bool known_family(Thread& thread, Value value, int* family) {
  if (!small_int(thread, value, 0, family)) return false;
  if (*family == AF_INET || *family == AF_INET6) return true;
  return raise_errno(thread, EAFNOSUPPORT);
}

Ref socket_inet_pton(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int family;
  char packed[16];
  Str* text = expect_str(thread, args[1], "inet_pton() argument 2");
  if (!text || !known_family(thread, args[0], &family)) return {};
  if (::inet_pton(family, to_utf8(text).c_str(), packed) != 1) {
    return raise(thread, Error::OSError, "illegal IP address string passed to inet_pton");
  }
  return make_bytes(thread, {packed, family == AF_INET ? 4U : 16U});
}

Ref socket_inet_ntop(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int family;
  std::string_view packed;
  char text[INET6_ADDRSTRLEN];
  if (!small_int(thread, args[0], 0, &family) || !bytes_view(thread, args[1], &packed)) return {};
  if (family != AF_INET && family != AF_INET6) {
    return raise(thread, Error::ValueError, "unknown address family {}", family);
  }
  if (packed.size() != (family == AF_INET ? 4U : 16U)) {
    return raise(thread, Error::ValueError, "invalid length of packed IP address string");
  }
  return make_str(thread, ::inet_ntop(family, packed.data(), text, sizeof text));
}

// --- the rest

// (descriptor, descriptor): lib/socket.py makes sockets of them.
Ref socket_pair(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int family, type, protocol, ends[2];
  if (!small_int(thread, args[0], AF_UNIX, &family) || !small_int(thread, args[1], SOCK_STREAM, &type)) return {};
  if (!small_int(thread, args[2], 0, &protocol)) return {};
  if (::socketpair(family, type | SOCK_CLOEXEC, protocol, ends) < 0) return raise_errno(thread, errno);
  return make_tuple_of(thread, Value::integer(ends[0]), Value::integer(ends[1]));
}

Ref socket_close_descriptor(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int descriptor;
  if (!small_int(thread, args[0], -1, &descriptor)) return {};
  return done_or_errno(thread, ::close(descriptor));
}

// The name of an interface or a host, which the system takes as bytes.
bool system_name(Thread& thread, Value value, std::string* name) {
  std::string_view bytes;
  if (is<Str>(value)) return bytes_for_system(thread, value, name);
  if (!is<Bytes>(value)) {
    return raise(thread, Error::TypeError, "expected str, bytes or os.PathLike object, not {}",
                 type_name(thread, value));
  }
  if (!bytes_view(thread, value, &bytes)) return false;
  name->assign(bytes);
  return true;
}

Ref socket_if_nametoindex(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string name;
  if (!system_name(thread, args[0], &name)) return {};
  unsigned number = ::if_nametoindex(name.c_str());
  return number ? make_int(thread, number) : Ref(raise(thread, Error::OSError, "no interface with this name"));
}

Ref socket_if_indextoname(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t number;
  char name[IF_NAMESIZE];
  if (!is_integer(args[0])) return raise(thread, Error::TypeError, "an integer is required");
  if (!index_as_int64(thread, args[0], &number, true)) return {};
  if (number < 0) return raise(thread, Error::OverflowError, "can't convert negative value to unsigned int");
  if (!::if_indextoname(static_cast<unsigned>(number), name)) return raise_errno(thread, errno);
  return text_of_system(thread, name);
}

Ref socket_if_nameindex(Thread& thread, const Value*, uint32_t, Tuple*) {
  struct if_nameindex* rows = ::if_nameindex();
  if (!rows) return raise_errno(thread, errno);
  Ref list = make_list(thread);
  for (struct if_nameindex* row = rows; list && row->if_index != 0; ++row) {
    Ref name = text_of_system(thread, row->if_name);
    Ref item = name ? make_tuple_of(thread, Value::integer(row->if_index), name.get()) : Ref();
    if (!item || !append(thread, list.as<List>(), std::move(item))) list = Ref();
  }
  ::if_freenameindex(rows);
  return list;
}

Ref socket_sethostname(Thread& thread, const Value* args, uint32_t, Tuple*) {
  std::string name;
  if (!system_name(thread, args[0], &name)) return {};
  return done_or_errno(thread, ::sethostname(name.data(), name.size()));
}

// CMSG_LEN and CMSG_SPACE: what they add must still fit.
template <size_t (*Size)(size_t), size_t Spare, const char* const& Name>
Ref socket_cmsg_size(Thread& thread, const Value* args, uint32_t, Tuple*) {
  int64_t size;
  if (!index_as_int64(thread, args[0], &size)) return {};
  const auto most = static_cast<int64_t>(INT_MAX - Size(Spare));
  if (size < 0 || size > most) return raise(thread, Error::OverflowError, "{}() argument out of range", Name);
  return make_int(thread, static_cast<int64_t>(Size(static_cast<size_t>(size))));
}
size_t cmsg_len(size_t size) { return CMSG_LEN(size); }
size_t cmsg_space(size_t size) { return CMSG_SPACE(size); }
const char* const kCmsgLen = "CMSG_LEN";
const char* const kCmsgSpace = "CMSG_SPACE";

const MethodDef kFunctions[] = {
    {"getaddrinfo", "(host, port, family=0, type=0, proto=0, flags=0)", audited<socket_getaddrinfo, "socket.getaddrinfo", Told{0}, Told{1}, Told{2, 0}, Told{3, 0}, Told{4, 0}>},
    {"getnameinfo", "(sockaddr, flags, /)", socket_getnameinfo},
    {"gethostbyname", "(host, /)", audited<socket_gethostbyname, "socket.gethostbyname", Told{0}>},
    {"gethostbyname_ex", "(host, /)", socket_host<false>},
    {"gethostbyaddr", "(host, /)", socket_host<true>},
    {"gethostname", "()", audited<socket_gethostname, "socket.gethostname">},
    {"getservbyname", "(servicename, protocolname='tcp', /)", socket_getservbyname},
    {"getservbyport", "(port, protocolname='tcp', /)", socket_getservbyport},
    {"getprotobyname", "(name, /)", socket_getprotobyname},
    {"htons", "(x, /)", swap16<kHtons>},
    {"ntohs", "(x, /)", swap16<kNtohs>},
    {"htonl", "(x, /)", swap32},
    {"ntohl", "(x, /)", swap32},
    {"inet_aton", "(ip_addr, /)", socket_inet_aton},
    {"inet_ntoa", "(packed_ip, /)", socket_inet_ntoa},
    {"inet_pton", "(address_family, ip_string, /)", socket_inet_pton},
    {"inet_ntop", "(address_family, packed_ip, /)", socket_inet_ntop},
    {"_pair", "(family=1, type=1, proto=0, /)", socket_pair},
    {"close", "(fd, /)", socket_close_descriptor},
    {"if_nametoindex", "(oname, /)", socket_if_nametoindex},
    {"if_indextoname", "(if_index, /)", socket_if_indextoname},
    {"if_nameindex", "()", socket_if_nameindex},
    {"sethostname", "(name, /)", socket_sethostname},
    {"CMSG_LEN", "(length, /)", socket_cmsg_size<cmsg_len, 0, kCmsgLen>},
    {"CMSG_SPACE", "(length, /)", socket_cmsg_size<cmsg_space, 1, kCmsgSpace>}};

}  // namespace

Failed raise_resolver_error(Thread& thread, int code) {
  if (code == EAI_SYSTEM) return raise_errno(thread, errno);
  return raise_of_module(thread, "gaierror", code, ::gai_strerror(code));
}

bool add_error_classes(Thread& thread, Module* module) {
  return add_value(thread, module, "herror", make_error_class(thread, "herror")) &&
         add_value(thread, module, "gaierror", make_error_class(thread, "gaierror")) &&
         add_value(thread, module, "error", Ref::share(thread.error_type(Error::OSError))) &&
         add_value(thread, module, "timeout", Ref::share(thread.error_type(Error::TimeoutError)));
}

bool add_name_functions(Thread& thread, Module* module) { return add_functions(thread, module, kFunctions); }

}  // namespace gillab
