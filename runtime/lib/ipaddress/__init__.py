"""Addresses and networks of the internet, versions 4 and 6."""
from ipaddress._base import (IPV4LENGTH, IPV6LENGTH, AddressValueError, NetmaskValueError, _BaseAddress, _BaseNetwork,
                             _count_righthand_zero_bits, _IPAddressBase, _split_optional_netmask)
from ipaddress._v4 import IPv4Address, IPv4Interface, IPv4Network, _BaseV4
from ipaddress._v6 import IPv6Address, IPv6Interface, IPv6Network, _BaseV6

for _each in (AddressValueError, NetmaskValueError, _BaseAddress, _BaseNetwork, _IPAddressBase, IPv4Address,
              IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network, _BaseV4, _BaseV6):
    _each.__module__ = 'ipaddress'


def _first_that_fits(kinds, value, what, *more):
    for kind in kinds:
        try:
            return kind(value, *more)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{value!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    return _first_that_fits((IPv4Address, IPv6Address), address, 'address')


def ip_network(address, strict=True):
    return _first_that_fits((IPv4Network, IPv6Network), address, 'network', strict)


def ip_interface(address):
    return _first_that_fits((IPv4Interface, IPv6Interface), address, 'interface')


def _packed(address, size, version):
    try:
        return address.to_bytes(size, 'big')
    except OverflowError:
        raise ValueError(f'Address negative or too large for IPv{version}')


def v4_int_to_packed(address):
    return _packed(address, 4, 4)


def v6_int_to_packed(address):
    return _packed(address, 16, 6)


def summarize_address_range(first, last):
    """The networks that hold the addresses from `first` to `last` and no others."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    kinds = {4: IPv4Network, 6: IPv6Network}
    if first.version not in kinds:
        raise ValueError('unknown IP version')
    kind, bits = kinds[first.version], first._max_prefixlen
    number, end = first._ip, last._ip
    while number <= end:
        size = min(_count_righthand_zero_bits(number, bits), (end - number + 1).bit_length() - 1)
        yield kind((number, bits - size))
        number += 1 << size
        if number - 1 == kind._ALL_ONES:
            break


def _collapse_addresses_internal(addresses):
    """Networks joined with their other halves, in order, those inside another left out."""
    waiting, halves = list(addresses), {}
    while waiting:
        network = waiting.pop()
        upper = network.supernet()
        other = halves.get(upper)
        if other is None:
            halves[upper] = network
        elif other != network:
            del halves[upper]
            waiting.append(upper)
    last = None
    for network in sorted(halves.values()):
        if last is None or last.broadcast_address < network.broadcast_address:
            yield network
            last = network


def _same_version(item, others):
    if others and others[-1]._version != item._version:
        raise TypeError(f'{item} and {others[-1]} are not of the same version')


def _find_address_range(numbers):
    """(first, last) of the addresses that follow one another."""
    first = last = None
    for each in numbers:
        if last is not None and each._ip == last._ip + 1:
            last = each
        else:
            if first is not None:
                yield first, last
            first = last = each
    if first is not None:
        yield first, last


def collapse_addresses(addresses):
    """The fewest networks that hold those addresses and networks."""
    singles, networks = [], []
    for each in addresses:
        if isinstance(each, _BaseAddress):
            _same_version(each, singles)
            singles.append(each)
        elif each._prefixlen == each._max_prefixlen:
            _same_version(each, singles)
            try:
                singles.append(each.ip)
            except AttributeError:
                singles.append(each.network_address)
        else:
            _same_version(each, networks)
            networks.append(each)
    found = []
    for first, last in _find_address_range(sorted(set(singles))):
        found += summarize_address_range(first, last)
    return _collapse_addresses_internal(found + networks)


def get_mixed_type_key(obj):
    """A key that sorts networks and addresses together."""
    if isinstance(obj, _BaseNetwork):
        return obj._get_networks_key()
    return obj._get_address_key() if isinstance(obj, _BaseAddress) else NotImplemented
