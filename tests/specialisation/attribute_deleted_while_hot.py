class A: x = "class"
a = A()
a.x = "instance"
def get(): return a.x
out = []
for i in range(600):
    if i == 200: del a.x
    if i == 400: a.x = "again"
    out.append(get())
print(out[0], out[200], out[400])  # expect: instance class again
class B: pass
b = B()
b.x, b.y = 1, 2
def read(): return b.x
for _ in range(300): read()
del b.x
try:
    read()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'B' object has no attribute 'x'
b.x = 3
print(read(), list(b.__dict__))  # expect: 3 ['y', 'x']
