class M:
    def __init__(self, result): self.result = result
    def __enter__(self): pass
    def __exit__(self, *a): return self.result
for result in (1, "x", [0], 0, "", None, []):
    try:
        with M(result): raise ValueError
        print("swallowed", repr(result))
    except ValueError:
        print("passed", repr(result))
# expect: swallowed 1
# expect: swallowed 'x'
# expect: swallowed [0]
# expect: passed 0
# expect: passed ''
# expect: passed None
# expect: passed []
