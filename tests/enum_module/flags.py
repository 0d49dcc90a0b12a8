# Flags: combining, testing, inverting, names of combinations, boundaries.
from enum import CONFORM, STRICT, KEEP, EJECT, Flag, IntFlag, auto


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


class Strict(Flag, boundary=STRICT):
    A = 1
    B = 2


both = Access.READ | Access.WRITE
print(both, repr(both), both.value)  # expect: Access.READ|WRITE <Access.READ|WRITE: 3> 3
print(list(Access), Access.ALL, len(Access.ALL))
# expect: [<Access.READ: 1>, <Access.WRITE: 2>, <Access.RUN: 4>] Access.ALL 3
print(Access.READ in both, Access.RUN in both, both & Access.WRITE, both ^ Access.ALL)
# expect: True False Access.WRITE Access.RUN
print(~both, ~Access.READ, bool(Access(0)), repr(Access(0)), Access(0))
# expect: Access.RUN Access.WRITE|RUN False <Access: 0> Access(0)
print(list(both), both.name, Access(3) is both, Access(7) is Access.ALL)
# expect: [<Access.READ: 1>, <Access.WRITE: 2>] READ|WRITE True True
for action in (lambda: Strict(8), lambda: Access.READ | 1, lambda: 1 in both, lambda: Access("x")):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
# expect: ValueError <flag 'Strict'> invalid value 8
# expect:     given 0b0 1000
# expect:   allowed 0b0 0011
# expect: TypeError unsupported operand type(s) for |: 'Access' and 'int'
# expect: TypeError unsupported operand type(s) for 'in': 'int' and 'Access'
# expect: ValueError 'x' is not a valid Access


class Bits(IntFlag):
    A = 1
    B = 2
    D = 8


print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A | 16, repr(Bits.A | 16), repr(~Bits.A), Bits.A + 1)
# expect: 3 <Bits.A|B: 3> 17 <Bits.A|16: 17> <Bits.B|D|4: 14> 2
print(repr(Bits(4)), repr(Bits(0)), 3 & Bits.B, repr(Bits.D & 3), isinstance(Bits.A | Bits.D, int))
# expect: <Bits: 4> <Bits: 0> 2 <Bits: 0> True


class Loose(Flag, boundary=CONFORM):
    A = 1
    B = 2


class Thrown(IntFlag, boundary=EJECT):
    A = 1


print(Loose(7), Loose(4), type(Thrown(5)).__name__, ~Loose.A)  # expect: Loose.A|B Loose(0) int Loose.B
