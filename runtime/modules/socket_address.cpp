// _socket: addresses as tuples and texts, and back.
#include <arpa/inet.h>
#include <cstddef>
#include <cstring>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/un.h>

#include "runtime/blocking.h"
#include "runtime/bytes.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/modules/posix.h"
#include "runtime/modules/socket.h"
#include "runtime/operations.h"
#include "runtime/str.h"
#include "runtime/text/byte_strings.h"

namespace gillab {

namespace {

// "", "<broadcast>", digits, or a name that the resolver is asked for.
bool resolve(Thread& thread, const std::string& host, int family, void* target, size_t size) {
  if (family == AF_INET && (host.empty() || host == "<broadcast>")) {
    uint32_t number = htonl(host.empty() ? INADDR_ANY : INADDR_BROADCAST);
    std::memcpy(target, &number, sizeof number);
    return true;
  }
  if (family == AF_INET6 && host.empty()) {
    std::memset(target, 0, size);
    return true;
  }
  if (::inet_pton(family, host.c_str(), target) == 1) return true;
  addrinfo hints{};
  hints.ai_family = family;
  addrinfo* found = nullptr;
  int error;
  {
    Blocking region(thread, gil::Reason::Io);
    error = ::getaddrinfo(host.c_str(), nullptr, &hints, &found);
  }
  if (error) return raise_resolver_error(thread, error);
  if (family == AF_INET)
    std::memcpy(target, &reinterpret_cast<sockaddr_in*>(found->ai_addr)->sin_addr, size);
  else
    std::memcpy(target, &reinterpret_cast<sockaddr_in6*>(found->ai_addr)->sin6_addr, size);
  ::freeaddrinfo(found);
  return true;
}

// A name in other letters than ASCII is asked for as IDNA writes it.
bool read_host(Thread& thread, Value value, const char* function, std::string* host) {
  std::string_view bytes;
  if (is<Str>(value)) {
    if (!as<Str>(value)->ascii) {
      Ref encoded = encode(thread, as<Str>(value), intern(thread, std::string_view("idna")), nullptr);
      if (!encoded || !bytes_view(thread, encoded.get(), &bytes)) return false;
      host->assign(bytes);
      return true;
    }
    *host = to_utf8(as<Str>(value));
  } else if (is_object_with_bytes(thread, value, &bytes)) {
    host->assign(bytes);
  } else {
    if (thread.has_exception()) return false;
    bool asks_for_name = std::string_view(function).starts_with("gethost");
    return raise(thread, Error::TypeError, "{}str, bytes or bytearray{}, not {}",
                 asks_for_name ? "gethostbyname() argument 1 must be " : "", asks_for_name ? "" : " expected",
                 type_name(thread, value));
  }
  if (host->find('\0') == std::string::npos) return true;
  return raise(thread, Error::ValueError, "host name must not contain null character");
}

bool read_port(Thread& thread, Value value, const char* function, in_port_t* port) {
  int64_t number;
  if (!index_as_int64(thread, value, &number)) return false;
  if (number < 0 || number > 0xFFFF) {
    return raise(thread, Error::OverflowError, "{}(): port must be 0-65535.", function);
  }
  *port = htons(static_cast<uint16_t>(number));
  return true;
}

bool read_ip4(Thread& thread, Value value, const char* function, Address* address) {
  if (!is<Tuple>(value)) {
    return raise(thread, Error::TypeError, "{}(): AF_INET address must be tuple, not {}", function,
                 type_name(thread, value));
  }
  auto* tuple = as<Tuple>(value);
  if (tuple->length != 2) {
    return raise(thread, Error::TypeError, "AF_INET address must be a pair (host, port)");
  }
  auto* ip = reinterpret_cast<sockaddr_in*>(&address->storage);
  std::string host;
  ip->sin_family = AF_INET;
  address->size = sizeof *ip;
  if (!read_host(thread, tuple->items[0], function, &host)) return false;
  return resolve(thread, host, AF_INET, &ip->sin_addr, sizeof ip->sin_addr) &&
         read_port(thread, tuple->items[1], function, &ip->sin_port);
}

bool read_ip6(Thread& thread, Value value, const char* function, Address* address) {
  if (!is<Tuple>(value)) {
    return raise(thread, Error::TypeError, "{}(): AF_INET6 address must be tuple, not {}", function,
                 type_name(thread, value));
  }
  auto* tuple = as<Tuple>(value);
  if (tuple->length < 2 || tuple->length > 4) {
    return raise(thread, Error::TypeError,
                 "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
  }
  auto* ip = reinterpret_cast<sockaddr_in6*>(&address->storage);
  std::string host;
  int64_t flow = 0, scope = 0;
  if (!read_host(thread, tuple->items[0], function, &host)) return false;
  if (tuple->length > 2 && !index_as_int64(thread, tuple->items[2], &flow)) return false;
  if (tuple->length > 3 && !index_as_int64(thread, tuple->items[3], &scope)) return false;
  if (flow < 0 || flow > 0xFFFFF) {
    return raise(thread, Error::OverflowError, "{}(): flowinfo must be 0-1048575.", function);
  }
  ip->sin6_family = AF_INET6;
  ip->sin6_flowinfo = htonl(static_cast<uint32_t>(flow));
  ip->sin6_scope_id = static_cast<uint32_t>(scope);
  address->size = sizeof *ip;
  return resolve(thread, host, AF_INET6, &ip->sin6_addr, sizeof ip->sin6_addr) &&
         read_port(thread, tuple->items[1], function, &ip->sin6_port);
}

bool read_unix(Thread& thread, Value value, Address* address) {
  std::string path;
  std::string_view bytes;
  if (is<Str>(value)) {
    if (!bytes_for_system(thread, value, &path)) return false;
  } else {
    if (!bytes_view(thread, value, &bytes)) return false;
    path.assign(bytes);
  }
  auto* name = reinterpret_cast<sockaddr_un*>(&address->storage);
  bool abstract = path.empty() || path[0] == '\0';
  if (path.size() + !abstract > sizeof name->sun_path) {
    return raise(thread, Error::OSError, "AF_UNIX path too long");
  }
  name->sun_family = AF_UNIX;
  std::memcpy(name->sun_path, path.data(), path.size());
  address->size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + !abstract);
  return true;
}

Ref make_ip4(Thread& thread, const sockaddr_in* ip) {
  char text[INET_ADDRSTRLEN];
  ::inet_ntop(AF_INET, &ip->sin_addr, text, sizeof text);
  Ref host = make_str(thread, text);
  return host ? make_tuple_of(thread, host.get(), Value::integer(ntohs(ip->sin_port))) : Ref();
}

Ref make_ip6(Thread& thread, const sockaddr_in6* ip) {
  char text[INET6_ADDRSTRLEN];
  ::inet_ntop(AF_INET6, &ip->sin6_addr, text, sizeof text);
  Ref host = make_str(thread, text);
  if (!host) return {};
  return make_tuple_of(thread, host.get(), Value::integer(ntohs(ip->sin6_port)),
                       Value::integer(ntohl(ip->sin6_flowinfo)), Value::integer(ip->sin6_scope_id));
}

Ref make_unix(Thread& thread, const sockaddr_un* name, socklen_t size) {
  constexpr socklen_t kStart = offsetof(sockaddr_un, sun_path);
  if (size <= kStart) return make_str(thread, "");
  if (name->sun_path[0] == '\0') return make_bytes(thread, {name->sun_path, size - kStart});
  return text_of_system(thread, {name->sun_path, ::strnlen(name->sun_path, size - kStart)});
}

}  // namespace

bool read_address(Thread& thread, const Socket* socket, Value value, const char* function, Address* address) {
  switch (socket->family) {
    case AF_INET:
      return read_ip4(thread, value, function, address);
    case AF_INET6:
      return read_ip6(thread, value, function, address);
    case AF_UNIX:
      return read_unix(thread, value, address);
    default:
      return read_other_address(thread, socket, value, function, address);
  }
}

Ref make_address(Thread& thread, Address& address) {
  if (address.size == 0) return Ref::none();
  switch (address.storage.ss_family) {
    case AF_INET:
      return make_ip4(thread, reinterpret_cast<sockaddr_in*>(&address.storage));
    case AF_INET6:
      return make_ip6(thread, reinterpret_cast<sockaddr_in6*>(&address.storage));
    case AF_UNIX:
      return make_unix(thread, reinterpret_cast<sockaddr_un*>(&address.storage), address.size);
    default:
      return make_other_address(thread, address);
  }
}

}  // namespace gillab
