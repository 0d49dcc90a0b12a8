# Addresses, networks and interfaces: text, order, arithmetic, kinds, errors.
import ipaddress as ip

a, b = ip.ip_address("192.168.0.1"), ip.ip_address("2001:db8::1%eth0")
print(a, repr(b), a + 1, int(a), a.packed, b.scope_id, ip.ip_address("::1").exploded)
print(f"{a:b} {a:#x} {b:_x} {a:>15s}|", a < a + 1, a == b, hash(a) == hash(ip.IPv4Address(int(a))))
net = ip.ip_network("10.0.0.0/29")
print(net, net.netmask, net.hostmask, net.num_addresses, list(net.hosts())[-1])
print(net[-1], ip.ip_address("10.0.0.5") in net)
print(list(net.subnets(new_prefix=30)), net.supernet(2), list(net.address_exclude(ip.ip_network("10.0.0.4/31"))))
print(list(ip.collapse_addresses([ip.ip_network("10.0.0.0/25"), ip.ip_network("10.0.0.128/25"), a])))
print(list(ip.summarize_address_range(ip.ip_address("1.0.0.1"), ip.ip_address("1.0.0.10"))))
face = ip.ip_interface("10.1.2.3/255.255.0.0")
print(face, face.network, face.with_netmask, face.ip, net.overlaps(face.network))
for each in ("127.0.0.1", "10.0.0.1", "224.0.0.1", "8.8.8.8", "169.254.1.1", "::1", "fe80::1", "ff02::1",
             "::ffff:1.2.3.4", "0.0.0.0"):
    at = ip.ip_address(each)
    print(at, at.is_private, at.is_global, at.is_loopback, at.is_multicast, at.is_link_local, at.is_reserved)
for wrong in (lambda: ip.IPv4Address("1.2.3"), lambda: ip.IPv4Address("1.2.3.04"), lambda: ip.IPv4Address("1.2.3.256"),
              lambda: ip.IPv4Address(-1), lambda: ip.IPv6Address("1:2"), lambda: ip.IPv6Address("1::2::3"),
              lambda: ip.ip_network("10.0.0.1/8"), lambda: ip.ip_address("x"), lambda: ip.IPv4Network("1.2.3.4/40"),
              lambda: a < b, lambda: ip.IPv6Address("12345::"), lambda: net[9], lambda: ip.IPv4Address(b"123")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
# expect: 192.168.0.1 IPv6Address('2001:db8::1%eth0') 192.168.0.2 3232235521 b'\xc0\xa8\x00\x01' eth0 0000:0000:0000:0000:0000:0000:0000:0001
# expect: 11000000101010000000000000000001 0xc0a80001 2001_0db8_0000_0000_0000_0000_0000_0001     192.168.0.1| True False True
# expect: 10.0.0.0/29 255.255.255.248 0.0.0.7 8 10.0.0.6
# expect: 10.0.0.7 True
# expect: [IPv4Network('10.0.0.0/30'), IPv4Network('10.0.0.4/30')] 10.0.0.0/27 [IPv4Network('10.0.0.0/30'), IPv4Network('10.0.0.6/31')]
# expect: [IPv4Network('10.0.0.0/24'), IPv4Network('192.168.0.1/32')]
# expect: [IPv4Network('1.0.0.1/32'), IPv4Network('1.0.0.2/31'), IPv4Network('1.0.0.4/30'), IPv4Network('1.0.0.8/31'), IPv4Network('1.0.0.10/32')]
# expect: 10.1.2.3/16 10.1.0.0/16 10.1.2.3/255.255.0.0 10.1.2.3 False
# expect: 127.0.0.1 True False True False False False
# expect: 10.0.0.1 True False False False False False
# expect: 224.0.0.1 False True False True False False
# expect: 8.8.8.8 False True False False False False
# expect: 169.254.1.1 True False False False True False
# expect: ::1 True False True False False True
# expect: fe80::1 True False False False True False
# expect: ff02::1 False True False True False False
# expect: ::ffff:102:304 False True False False False True
# expect: 0.0.0.0 True False False False False False
# expect: AddressValueError Expected 4 octets in '1.2.3'
# expect: AddressValueError Leading zeros are not permitted in '04' in '1.2.3.04'
# expect: AddressValueError Octet 256 (> 255) not permitted in '1.2.3.256'
# expect: AddressValueError -1 (< 0) is not permitted as an IPv4 address
# expect: AddressValueError At least 3 parts expected in '1:2'
# expect: AddressValueError At most one '::' permitted in '1::2::3'
# expect: ValueError 10.0.0.1/8 has host bits set
# expect: ValueError 'x' does not appear to be an IPv4 or IPv6 address
# expect: NetmaskValueError '40' is not a valid netmask
# expect: TypeError 192.168.0.1 and 2001:db8::1%eth0 are not of the same version
# expect: AddressValueError At most 4 characters permitted in '12345' in '12345::'
# expect: IndexError address out of range
# expect: AddressValueError b'123' (len 3 != 4) is not permitted as an IPv4 address
