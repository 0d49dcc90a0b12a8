import dis


def f(a, /, b, *, c=1):
    return lambda: (a, b, c)


async def waits():
    pass


def yields():
    yield


for line in dis.code_info(f).splitlines():
    if not line.startswith(("Filename", "Stack", "   0: None", "   1: <code", "   2:", "Constants")):
        print(line)
# expect: Name:              f
# expect: Argument count:    2
# expect: Positional-only arguments: 1
# expect: Kw-only arguments: 1
# expect: Number of locals:  3
# expect: Flags:             OPTIMIZED, NEWLOCALS
# expect: Variable names:
# expect:    0: a
# expect:    1: b
# expect: Cell variables:
# expect:    0: a
# expect:    1: b
print(dis.pretty_flags(waits.__code__.co_flags))  # expect: OPTIMIZED, NEWLOCALS, COROUTINE
print(dis.pretty_flags(yields.__code__.co_flags))  # expect: OPTIMIZED, NEWLOCALS, GENERATOR
print(dis.pretty_flags(0x20000), dis.pretty_flags(0))  # expect: 0x20000 0x0
