class A: pass
a = A()
def put(v): a.x = v
for i in range(300): put(i)
print(a.x)  # expect: 299
log = []
A.__setattr__ = lambda self, n, v: log.append((n, v))
put(999)
print(a.x, log)  # expect: 299 [('x', 999)]
del A.__setattr__
put(5)
print(a.x)  # expect: 5
class D:
    def __set__(self, o, v): log.append(("descriptor", v))
    def __get__(self, o, c): return "d"
A.x = D()
put(6)
print(log[-1], a.x)  # expect: ('descriptor', 6) d
