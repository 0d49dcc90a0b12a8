import types
@types.coroutine
def wait():
    x = yield 'asked'
    return x * 2
async def main():
    return await wait()
c = main()
print(c.send(None))
try: c.send(21)
except StopIteration as e: print(e.value)
print(wait.__code__.co_flags & 0x100)
def f(a): return a + 1000
g = f.__code__.replace(co_name='g', co_consts=tuple(5 if k == 1000 else k for k in f.__code__.co_consts))
h = types.FunctionType(g, {})
print(g.co_name, h(1), f(1), g.co_filename == f.__code__.co_filename)
from dataclasses import dataclass, field
@dataclass
class C:
    x: int
    y: list = field(default_factory=list, repr=False)
    def __init__(self, x): self.x = 2 * x
print(C(3).x, 'default' in repr(C.__dataclass_fields__['x']))

# expect: asked
# expect: 42
# expect: 256
# expect: g 6 1001 True
# expect: 6 True
