// _socket: addresses of the kernel itself (netlink), of virtual machines (vsock) and of network cards (packet).
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <linux/netlink.h>
#include <linux/vm_sockets.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netpacket/packet.h>
#include <sys/ioctl.h>

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

constexpr int64_t kLargest = 0xFFFFFFFF;

bool number_up_to(Thread& thread, Value value, int64_t* number) {
  if (!index_as_int64(thread, value, number)) return false;
  return (*number >= 0 && *number <= kLargest) ||
         raise(thread, Error::OverflowError, "Python int too large to convert to C unsigned int");
}

// Two numbers in a tuple.
bool read_pair(Thread& thread, Value value, const char* function, const char* family, const char* parts,
               uint32_t* first, uint32_t* second) {
  int64_t one, two;
  if (!is<Tuple>(value)) {
    return raise(thread, Error::TypeError, "{}(): {} address must be tuple, not {}", function, family,
                 type_name(thread, value));
  }
  auto* tuple = as<Tuple>(value);
  if (tuple->length != 2) {
    return raise(thread, Error::TypeError, "{}(): {} address must be a pair {}", function, family, parts);
  }
  if (!number_up_to(thread, tuple->items[0], &one) || !number_up_to(thread, tuple->items[1], &two)) return false;
  *first = static_cast<uint32_t>(one);
  *second = static_cast<uint32_t>(two);
  return true;
}

bool read_netlink(Thread& thread, Value value, const char* function, Address* address) {
  auto* name = reinterpret_cast<sockaddr_nl*>(&address->storage);
  name->nl_family = AF_NETLINK;
  address->size = sizeof *name;
  return read_pair(thread, value, function, "AF_NETLINK", "(pid, groups)", &name->nl_pid, &name->nl_groups);
}

bool read_vsock(Thread& thread, Value value, const char* function, Address* address) {
  auto* name = reinterpret_cast<sockaddr_vm*>(&address->storage);
  name->svm_family = AF_VSOCK;
  address->size = sizeof *name;
  return read_pair(thread, value, function, "AF_VSOCK", "(CID, Port)", &name->svm_cid, &name->svm_port);
}

// (interface, protocol[, kind of packet[, kind of hardware[, its address]]])
bool read_packet(Thread& thread, const Socket* socket, Value value, const char* function, Address* address) {
  if (!is<Tuple>(value)) {
    return raise(thread, Error::TypeError, "{}(): AF_PACKET address must be tuple, not {}", function,
                 type_name(thread, value));
  }
  auto* tuple = as<Tuple>(value);
  if (tuple->length < 2 || tuple->length > 5 || !is<Str>(tuple->items[0])) {
    return raise(thread, Error::TypeError,
                 "{}(): AF_PACKET address must be a tuple of two to five elements", function);
  }
  int64_t protocol;
  int kind = 0, hardware = 0;
  std::string_view card;
  if (!index_as_int64(thread, tuple->items[1], &protocol)) return false;
  if (tuple->length > 2 && !small_int(thread, tuple->items[2], 0, &kind)) return false;
  if (tuple->length > 3 && !small_int(thread, tuple->items[3], 0, &hardware)) return false;
  if (tuple->length > 4 && !bytes_view(thread, tuple->items[4], &card)) return false;
  if (card.size() > 8) return raise(thread, Error::ValueError, "Hardware address must be 8 bytes or less");
  if (protocol < 0 || protocol > 0xFFFF) {
    return raise(thread, Error::OverflowError, "{}(): proto must be 0-65535.", function);
  }
  ifreq asked{};
  std::string interface = to_utf8(as<Str>(tuple->items[0]));
  std::memcpy(asked.ifr_name, interface.data(), std::min(interface.size(), sizeof asked.ifr_name - 1));
  if (::ioctl(socket->descriptor, SIOCGIFINDEX, &asked) < 0) return raise_errno(thread, errno);
  auto* name = reinterpret_cast<sockaddr_ll*>(&address->storage);
  name->sll_family = AF_PACKET;
  name->sll_protocol = htons(static_cast<uint16_t>(protocol));
  name->sll_ifindex = asked.ifr_ifindex;
  name->sll_pkttype = static_cast<unsigned char>(kind);
  name->sll_hatype = static_cast<unsigned short>(hardware);
  name->sll_halen = static_cast<unsigned char>(card.size());
  std::memcpy(name->sll_addr, card.data(), card.size());
  address->size = sizeof *name;
  return true;
}

Ref make_packet(Thread& thread, const sockaddr_ll* name) {
  char interface[IF_NAMESIZE] = "";
  if (name->sll_ifindex) ::if_indextoname(static_cast<unsigned>(name->sll_ifindex), interface);
  Ref shown = text_of_system(thread, interface);
  Ref card = shown ? make_bytes(thread, {reinterpret_cast<const char*>(name->sll_addr), name->sll_halen}) : Ref();
  if (!card) return {};
  return make_tuple_of(thread, shown.get(), Value::integer(ntohs(name->sll_protocol)),
                       Value::integer(name->sll_pkttype), Value::integer(name->sll_hatype), card.get());
}

}  // namespace

bool read_other_address(Thread& thread, const Socket* socket, Value value, const char* function, Address* address) {
  switch (socket->family) {
    case AF_NETLINK:
      return read_netlink(thread, value, function, address);
    case AF_VSOCK:
      return read_vsock(thread, value, function, address);
    case AF_PACKET:
      return read_packet(thread, socket, value, function, address);
    default:
      return raise(thread, Error::OSError, "{}(): bad family", function);
  }
}

Ref make_other_address(Thread& thread, const Address& address) {
  const void* any = &address.storage;
  switch (address.storage.ss_family) {
    case AF_NETLINK: {
      auto* name = static_cast<const sockaddr_nl*>(any);
      return make_tuple_of(thread, Value::integer(name->nl_pid), Value::integer(name->nl_groups));
    }
    case AF_VSOCK: {
      auto* name = static_cast<const sockaddr_vm*>(any);
      return make_tuple_of(thread, Value::integer(name->svm_cid), Value::integer(name->svm_port));
    }
    case AF_PACKET:
      return make_packet(thread, static_cast<const sockaddr_ll*>(any));
    default:
      break;
  }
  Ref bytes = make_bytes(thread, {static_cast<const char*>(any), address.size});
  return bytes ? make_tuple_of(thread, Value::integer(address.storage.ss_family), bytes.get()) : Ref();
}

}  // namespace gillab
