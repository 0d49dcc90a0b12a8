# What socket and its functions say of arguments they cannot use; the numbers of families and interfaces.
import socket
import warnings

s = socket.socket()


def wrong(function, *args, **kwargs):
    try:
        print("no error:", function(*args, **kwargs))
    except (TypeError, ValueError, OverflowError, OSError) as error:
        print(type(error).__name__, error)


wrong(socket.setdefaulttimeout, "soon")  # expect: TypeError 'str' object cannot be interpreted as an integer
wrong(s.settimeout, float("nan"))  # expect: ValueError Invalid value NaN (not a number)
wrong(socket.getnameinfo, ("::1", 0, 1 << 20, 0), 0)
# expect: OverflowError getnameinfo(): flowinfo must be 0-1048575.
wrong(socket.getnameinfo, (), 0)  # expect: TypeError getnameinfo(): illegal sockaddr argument
wrong(socket.getaddrinfo, 5, 5)  # expect: TypeError getaddrinfo() argument 1 must be string or None
wrong(socket.getaddrinfo, "localhost", "\ud800")
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
wrong(socket.if_nametoindex, 5)  # expect: TypeError expected str, bytes or os.PathLike object, not int
wrong(socket.if_indextoname, -1)  # expect: OverflowError can't convert negative value to unsigned int
wrong(socket.if_indextoname, "a")  # expect: TypeError an integer is required
wrong(socket.htonl, "a")  # expect: TypeError expected int, str found
wrong(socket.inet_ntoa, b"abc")  # expect: OSError packed IP wrong length for inet_ntoa
wrong(s.setsockopt, 1, 2, None)  # expect: TypeError a bytes-like object is required, not 'NoneType'
wrong(s.bind, (5, 5))  # expect: TypeError str, bytes or bytearray expected, not int

for number, name in socket.if_nameindex():
    if socket.if_nametoindex(name) != number or socket.if_indextoname(number) != name:
        print("wrong", name)
s.settimeout(30)
print(s.gettimeout(), s.timeout)  # expect: 30.0 30.0
print(repr(socket.AF_CAN), repr(socket.AF_IRDA))  # expect: <AddressFamily.AF_CAN: 29> <AddressFamily.AF_IRDA: 23>
print(socket.IPPROTO_UDPLITE, socket.SO_INCOMING_CPU, socket.SocketType)  # expect: 136 49 <class '_socket.socket'>

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    text = repr(s)
    del s
print([(w.category.__name__, str(w.message) == "unclosed " + text, w.lineno) for w in caught])
# expect: [('ResourceWarning', True, 42)]
