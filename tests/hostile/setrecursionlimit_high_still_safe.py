import sys
sys.setrecursionlimit(5000)
class A:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __getitem__(self, i): return self[i]
    def __call__(self): return self()
for f in (repr, lambda a: a == 1, lambda a: a[0], lambda a: a()):
    try: f(A())
    except RecursionError: print("RecursionError")
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
print("alive")  # expect: alive
