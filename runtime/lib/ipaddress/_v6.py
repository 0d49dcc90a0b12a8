# Addresses, interfaces and networks of version 6.
from ipaddress._base import IPV6LENGTH, AddressValueError, _BaseAddress, _BaseInterface, _BaseNetwork
from ipaddress._v4 import IPv4Address

_HEX_DIGITS = frozenset('0123456789ABCDEFabcdef')
_HEXTETS = 8


class _BaseV6:
    """The text of version 6: eight groups of hexadecimal digits, the longest run of zeros as `::`."""

    __slots__ = ()
    _version = 6
    _ALL_ONES = 2 ** IPV6LENGTH - 1
    _HEXTET_COUNT = _HEXTETS
    _max_prefixlen = IPV6LENGTH
    _netmask_cache = {}

    @classmethod
    def _make_netmask(cls, arg):
        if arg not in cls._netmask_cache:
            if isinstance(arg, int):
                length = arg
                if not 0 <= length <= cls._max_prefixlen:
                    cls._report_invalid_netmask(length)
            else:
                length = cls._prefix_from_prefix_string(arg)
            cls._netmask_cache[arg] = IPv6Address(cls._ip_int_from_prefix(length)), length
        return cls._netmask_cache[arg]

    @classmethod
    def _ip_int_from_string(cls, ip_str):
        if not ip_str:
            raise AddressValueError('Address cannot be empty')
        parts = ip_str.split(':')
        if len(parts) < 3:
            raise AddressValueError(f'At least 3 parts expected in {ip_str!r}')
        if '.' in parts[-1]:
            try:
                last = IPv4Address(parts.pop())._ip
            except AddressValueError as error:
                raise AddressValueError(f'{error} in {ip_str!r}') from None
            parts += [f'{last >> 16:x}', f'{last & 0xffff:x}']
        if len(parts) > _HEXTETS + 1:
            raise AddressValueError(f'At most {_HEXTETS} colons permitted in {ip_str!r}')
        before, after = cls._sides_of_gap(parts, ip_str)
        zeros = [0] * (_HEXTETS - len(before) - len(after))
        try:
            numbers = [*map(cls._parse_hextet, before), *zeros, *map(cls._parse_hextet, after)]
        except ValueError as error:
            raise AddressValueError(f'{error} in {ip_str!r}') from None
        number = 0
        for each in numbers:
            number = number << 16 | each
        return number

    @staticmethod
    def _sides_of_gap(parts, ip_str):
        """The groups before and after `::`."""
        gaps = [index for index in range(1, len(parts) - 1) if not parts[index]]
        if len(gaps) > 1:
            raise AddressValueError(f"At most one '::' permitted in {ip_str!r}")
        if not gaps:
            if len(parts) != _HEXTETS:
                raise AddressValueError(f"Exactly {_HEXTETS} parts expected without '::' in {ip_str!r}")
            if not parts[0]:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {ip_str!r}")
            if not parts[-1]:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {ip_str!r}")
            return parts, []
        before, after = parts[:gaps[0]], parts[gaps[0] + 1:]
        if not before[0]:
            before = before[1:]
            if before:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {ip_str!r}")
        if not after[-1]:
            after = after[:-1]
            if after:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {ip_str!r}")
        if len(before) + len(after) >= _HEXTETS:
            raise AddressValueError(f"Expected at most {_HEXTETS - 1} other parts with '::' in {ip_str!r}")
        return before, after

    @classmethod
    def _parse_hextet(cls, hextet_str):
        if not _HEX_DIGITS.issuperset(hextet_str):
            raise ValueError(f'Only hex digits permitted in {hextet_str!r}')
        if len(hextet_str) > 4:
            raise ValueError(f'At most 4 characters permitted in {hextet_str!r}')
        return int(hextet_str, 16)

    @classmethod
    def _compress_hextets(cls, hextets):
        """The groups with the first of the longest runs of zeros, of two at least, as an empty one."""
        best_start, best_length, start = 0, 0, None
        for index, each in enumerate([*hextets, '']):
            if each == '0':
                start = index if start is None else start
                if index + 1 - start > best_length:
                    best_start, best_length = start, index + 1 - start
            else:
                start = None
        if best_length < 2:
            return hextets
        end = best_start + best_length
        before = hextets[:best_start] or ['']
        return [*before, '', *(hextets[end:] or [''])]

    @classmethod
    def _string_from_ip_int(cls, ip_int=None):
        if ip_int is None:
            ip_int = int(cls._ip)
        if ip_int > cls._ALL_ONES:
            raise ValueError('IPv6 address is too large')
        digits = f'{ip_int:032x}'
        return ':'.join(cls._compress_hextets([f'{int(digits[i:i + 4], 16):x}' for i in range(0, 32, 4)]))

    def _explode_shorthand_ip_string(self):
        if isinstance(self, IPv6Network):
            address, tail = self.network_address, f'/{self._prefixlen}'
        elif isinstance(self, IPv6Interface):
            address, tail = self.ip, f'/{self._prefixlen}'
        else:
            address, tail = self, ''
        digits = f'{self._ip_int_from_string(str(address)):032x}'
        return ':'.join([digits[i:i + 4] for i in range(0, 32, 4)]) + tail

    def _reverse_pointer(self):
        return '.'.join(self.exploded[::-1].replace(':', '')) + '.ip6.arpa'

    @staticmethod
    def _split_scope_id(ip_str):
        address, percent, scope_id = ip_str.partition('%')
        if not percent:
            return address, None
        if not scope_id or '%' in scope_id:
            raise AddressValueError(f'Invalid IPv6 address: "{ip_str!r}"')
        return address, scope_id

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    @property
    def version(self):
        return self._version


class IPv6Address(_BaseV6, _BaseAddress):
    """An address of version 6, of a text that may name a scope, a number or sixteen bytes."""

    __slots__ = ('_ip', '_scope_id', '__weakref__')

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            self._check_int_address(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed_address(address, 16)
            self._ip = int.from_bytes(address, 'big')
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, self._scope_id = self._split_scope_id(text)
            self._ip = self._ip_int_from_string(text)

    def __str__(self):
        text = self._string_from_ip_int(self._ip)
        return f'{text}%{self._scope_id}' if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return self._scope_id == getattr(other, '_scope_id', None)

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def packed(self):
        return self._ip.to_bytes(16, 'big')

    @property
    def is_multicast(self):
        return self in self._constants._multicast_network

    @property
    def is_reserved(self):
        return any(self in each for each in self._constants._reserved_networks)

    @property
    def is_link_local(self):
        return self in self._constants._linklocal_network

    @property
    def is_site_local(self):
        return self in self._constants._sitelocal_network

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        if mapped is not None:
            return mapped.is_private
        return (any(self in each for each in self._constants._private_networks)
                and not any(self in each for each in self._constants._private_networks_exceptions))

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._ip == 1

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        """(server, client) of an address that tunnels, or None."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address((self._ip >> 64) & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        return IPv4Address((self._ip >> 80) & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


class IPv6Interface(_BaseInterface, IPv6Address):
    """An address and the network it is in."""

    _address_class = IPv6Address

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        return super().is_loopback and self.network.is_loopback


class IPv6Network(_BaseV6, _BaseNetwork):
    """The addresses of version 6 that begin with the same bits."""

    _address_class = IPv6Address

    def __init__(self, address, strict=True):
        addr, mask = self._split_addr_prefix(address)
        self.network_address = IPv6Address(addr)
        self.netmask, self._prefixlen = self._make_netmask(mask)
        packed = int(self.network_address)
        if packed & int(self.netmask) != packed:
            if strict:
                raise ValueError(f'{self} has host bits set')
            self.network_address = IPv6Address(packed & int(self.netmask))
        if self._prefixlen == self._max_prefixlen - 1:
            self.hosts = self.__iter__
        elif self._prefixlen == self._max_prefixlen:
            self.hosts = lambda: [IPv6Address(addr)]

    def hosts(self):
        """All but the first address, which routers answer to."""
        first, last = self._edges()
        for number in range(first + 1, last + 1):
            yield self._address_class(number)

    @property
    def is_private(self):
        outer = super().is_private
        exceptions = self._constants._private_networks_exceptions
        return outer and not any(self.network_address in each or self.broadcast_address in each for each in exceptions)

    @property
    def is_site_local(self):
        return self.network_address.is_site_local and self.broadcast_address.is_site_local


IPv6Interface._network_class = IPv6Network



class _IPv6Constants:
    _linklocal_network = IPv6Network('fe80::/10')
    _multicast_network = IPv6Network('ff00::/8')
    _sitelocal_network = IPv6Network('fec0::/10')
    _private_networks = [IPv6Network(each) for each in (
        '::1/128', '::/128', '::ffff:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16',
        'fc00::/7', 'fe80::/10')]
    _private_networks_exceptions = [IPv6Network(each) for each in (
        '2001:1::1/128', '2001:1::2/128', '2001:3::/32', '2001:4:112::/48', '2001:20::/28', '2001:30::/28')]
    _reserved_networks = [IPv6Network(each) for each in (
        '::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3', '8000::/3', 'a000::/3',
        'c000::/3', 'e000::/4', 'f000::/5', 'f800::/6', 'fe00::/9')]


IPv6Address._constants = IPv6Network._constants = _IPv6Constants
