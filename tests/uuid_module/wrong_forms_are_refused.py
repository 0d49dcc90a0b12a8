import uuid
from uuid import UUID


def attempt(function):
    try:
        print(function())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


identifier = UUID(int=5)
attempt(lambda: UUID("x"))
attempt(lambda: UUID())
attempt(lambda: UUID(bytes=b"a"))
attempt(lambda: UUID(bytes_le=b"a"))
attempt(lambda: UUID(int=-1))
attempt(lambda: UUID(int=1 << 128))
attempt(lambda: UUID(fields=(1, 2)))
attempt(lambda: UUID(fields=(1 << 33, 0, 0, 0, 0, 0)))
attempt(lambda: UUID(fields=(0, 0, 0, 999, 0, 0)))
attempt(lambda: UUID(int=5, version=9))
attempt(lambda: setattr(identifier, "int", 1))
attempt(lambda: identifier < 5)
# expect: ValueError badly formed hexadecimal UUID string
# expect: TypeError one of the hex, bytes, bytes_le, fields, or int arguments must be given
# expect: ValueError bytes is not a 16-char string
# expect: ValueError bytes_le is not a 16-char string
# expect: ValueError int is out of range (need a 128-bit value)
# expect: ValueError int is out of range (need a 128-bit value)
# expect: ValueError fields is not a 6-tuple
# expect: ValueError field 1 out of range (need a 32-bit value)
# expect: ValueError field 4 out of range (need an 8-bit value)
# expect: ValueError illegal version number
# expect: TypeError UUID objects are immutable
# expect: TypeError '<' not supported between instances of 'UUID' and 'int'
