"""Universally unique identifiers (RFC 4122)."""
import os
from enum import Enum

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = (
    "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility",
    "reserved for future definition")


int_, bytes_ = int, bytes  # UUID has attributes of the same names


class SafeUUID(Enum):
    safe = 0
    unsafe = -1
    unknown = None


_FIELDS = (("time_low", 32), ("time_mid", 16), ("time_hi_version", 16), ("clock_seq_hi_variant", 8),
           ("clock_seq_low", 8), ("node", 48))


def _number_of_text(hex):
    digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
    if len(digits) != 32:
        raise ValueError("badly formed hexadecimal UUID string")
    return int(digits, 16)


def _number_of_bytes(content, name):
    if len(content) != 16:
        raise ValueError(f"{name} is not a 16-char string")
    assert isinstance(content, bytes), repr(content)
    return int.from_bytes(content, "big")


def _number_of_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    number = 0
    for place, (value, (_, width)) in enumerate(zip(fields, _FIELDS), 1):
        if not 0 <= value < 1 << width:
            raise ValueError(f"field {place} out of range (need a{'n' if width == 8 else ''} {width}-bit value)")
        number = number << width | value
    return number


def _swapped(content):
    """The first three fields the other way round: little-endian and back."""
    return content[3::-1] + content[5:3:-1] + content[7:5:-1] + content[8:]


class UUID:
    """An identifier of 128 bits, made from any of its forms. It never changes."""

    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *,
                 is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            int = _number_of_text(hex)
        elif bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            int = _number_of_bytes(_swapped(bytes_le), "bytes_le")
        elif bytes is not None:
            int = _number_of_bytes(bytes, "bytes")
        elif fields is not None:
            int = _number_of_fields(fields)
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            int = int & ~(0xC000 << 48 | 0xF000 << 64) | 0x8000 << 48 | version << 76
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    def __getstate__(self):
        state = {"int": self.int}
        if self.is_safe != SafeUUID.unknown:
            state["is_safe"] = self.is_safe.value
        return state

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe", SafeUUID(state.get("is_safe")))

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __str__(self):
        digits = self.hex
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    @property
    def bytes_le(self):
        return _swapped(self.bytes)

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
                self.node)

    @property
    def time_low(self):
        return self.int >> 96

    @property
    def time_mid(self):
        return self.int >> 80 & 0xFFFF

    @property
    def time_hi_version(self):
        return self.int >> 64 & 0xFFFF

    @property
    def clock_seq_hi_variant(self):
        return self.int >> 56 & 0xFF

    @property
    def clock_seq_low(self):
        return self.int >> 48 & 0xFF

    @property
    def time(self):
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def node(self):
        return self.int & 0xFFFFFFFFFFFF

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def urn(self):
        return "urn:uuid:" + str(self)

    @property
    def variant(self):
        bits = self.int >> 61 & 7
        if bits < 4:
            return RESERVED_NCS
        return RFC_4122 if bits < 6 else RESERVED_MICROSOFT if bits == 6 else RESERVED_FUTURE

    @property
    def version(self):
        if self.variant == RFC_4122:
            return self.int >> 76 & 0xF


_node = None
_generate_time_safe = _UuidCreate = None
_has_uuid_generate_time_safe = False
_last_timestamp = None


def _network_address():
    """The address of a network card that its maker gave, or None."""
    folder = "/sys/class/net"
    try:
        cards = sorted(os.listdir(folder))
    except (OSError, AttributeError):
        return None
    for card in cards:
        try:
            with open(f"{folder}/{card}/address") as file:
                address = int(file.read().strip().replace(":", ""), 16)
        except (OSError, ValueError):
            continue
        if address and not address >> 41 & 1:
            return address
    return None


# What else could be asked for the number of a card: programs of other systems, by the text that they print.
_MAC_DELIM = b":"
_MAC_OMITS_LEADING_ZEROES = False


def _get_command_stdout(command, args):
    """What a program prints, as a file; None where there is none."""
    import shutil
    import subprocess
    path = shutil.which(command) or shutil.which(command, path="/sbin:/usr/sbin")
    if path is None:
        return None
    try:
        process = subprocess.Popen((path, *args.split()), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   env={**os.environ, "LC_ALL": "C"})
    except OSError:
        return None
    return process.stdout


def _parse_mac(word):
    """Six groups of hexadecimal digits as a number, or None."""
    groups = word.split(_MAC_DELIM)
    if len(groups) != 6:
        return None
    if _MAC_OMITS_LEADING_ZEROES:
        if not all(1 <= len(group) <= 2 for group in groups):
            return None
    elif not all(len(group) == 2 for group in groups):
        return None
    try:
        return int(b"".join(group.rjust(2, b"0") for group in groups), 16)
    except ValueError:
        return None


def _is_universal(mac):
    return not mac >> 41 & 1


def _universal_or_first(macs):
    """A number that a maker gave, else the first."""
    first = None
    for mac in macs:
        if _is_universal(mac):
            return mac
        first = first or mac
    return first


def _lines_of(command, args):
    file = _get_command_stdout(command, args)
    return () if file is None else file


def _find_mac_near_keyword(command, args, keywords, get_word_index):
    """The number in the word that stands at get_word_index(place of a keyword)."""
    def found():
        for line in _lines_of(command, args):
            words = line.lower().rstrip().split()
            for place, word in enumerate(words):
                if word in keywords:
                    try:
                        mac = int(words[get_word_index(place)].replace(_MAC_DELIM, b""), 16)
                    except (ValueError, IndexError):
                        continue
                    if mac:
                        yield mac
    return _universal_or_first(found())


def _find_mac_under_heading(command, args, heading):
    """The number in the column below a heading."""
    lines = iter(_lines_of(command, args))
    headings = next(lines, b"").rstrip().split()
    if heading not in headings:
        return None
    column = headings.index(heading)

    def found():
        for line in lines:
            words = line.rstrip().split()
            mac = _parse_mac(words[column]) if column < len(words) else None
            if mac is not None:
                yield mac
    return _universal_or_first(found())


def _ifconfig_getnode():
    for args in "", "-a", "-av":
        mac = _find_mac_near_keyword("ifconfig", args, (b"hwaddr", b"ether", b"address:", b"lladdr"), lambda i: i + 1)
        if mac:
            return mac
    return None


def _ip_getnode():
    return _find_mac_near_keyword("ip", "link", [b"link/ether"], lambda i: i + 1)


def _arp_getnode():
    import socket
    try:
        address = socket.gethostbyname(socket.gethostname())
    except OSError:
        return None
    return _find_mac_near_keyword("arp", "-an", [os.fsencode(address), os.fsencode(f"({address})")], lambda i: i + 2)


def _lanscan_getnode():
    return _find_mac_near_keyword("lanscan", "-ai", [b"lan0"], lambda i: 0)


def _netstat_getnode():
    return _find_mac_under_heading("netstat", "-ian", b"Address")


def _random_getnode():
    import random
    return random.getrandbits(48) | 1 << 40


# Who is asked for the number, in this order.
_GETTERS = [_network_address]


def getnode():
    """The machine's 48-bit number: of a network card, or random with the bit set that says so."""
    global _node
    if _node is None:
        for getter in [*_GETTERS, _random_getnode]:
            try:
                _node = getter()
            except Exception:
                continue
            if _node is not None and 0 <= _node < 1 << 48:
                break
    return _node


def uuid1(node=None, clock_seq=None):
    """From the machine, a sequence number and the time, in steps of 100 ns since 1582."""
    global _last_timestamp
    import time
    now = time.time_ns() // 100 + 0x01B21DD213814000
    if _last_timestamp is not None and now <= _last_timestamp:
        now = _last_timestamp + 1
    _last_timestamp = now
    if clock_seq is None:
        import random
        clock_seq = random.getrandbits(14)
    if node is None:
        node = getnode()
    return UUID(fields=(now & 0xFFFFFFFF, now >> 32 & 0xFFFF, now >> 48 & 0x0FFF, clock_seq >> 8 & 0x3F,
                        clock_seq & 0xFF, node), version=1)


def uuid3(namespace, name):
    """From the MD5 hash of a namespace and a name."""
    from hashlib import md5
    return UUID(bytes=md5(namespace.bytes + bytes(name, "utf-8"), usedforsecurity=False).digest(), version=3)


def uuid4():
    """Random."""
    return UUID(bytes=os.urandom(16), version=4)


def uuid5(namespace, name):
    """From the SHA-1 hash of a namespace and a name."""
    from hashlib import sha1
    return UUID(bytes=sha1(namespace.bytes + bytes(name, "utf-8")).digest()[:16], version=5)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
