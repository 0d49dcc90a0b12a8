def plain(a, *b, c=1, **d): x = 1
def gen(): yield
async def co(): pass
async def ag(): yield
for f in (plain, gen, co, ag, lambda: 0):
    c = f.__code__
    print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_nlocals)
    print(c.co_varnames, bool(c.co_flags & 0x20), bool(c.co_flags & 0x80), bool(c.co_flags & 0x200))
    print(bool(c.co_flags & 4), bool(c.co_flags & 8), c.co_firstlineno)
# expect: plain 1 1 0 5
# expect: ('a', 'c', 'b', 'd', 'x') False False False
# expect: True True 1
# expect: gen 0 0 0 0
# expect: () True False False
# expect: False False 2
# expect: co 0 0 0 0
# expect: () False True False
# expect: False False 3
# expect: ag 0 0 0 0
# expect: () False False True
# expect: False False 4
# expect: <lambda> 0 0 0 0
# expect: () False False False
# expect: False False 5
