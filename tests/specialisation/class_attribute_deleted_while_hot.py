class A:
    x = "A"
class B(A):
    x = "B"
b = B()
def get(): return b.x, B.x
for _ in range(300): get()
del B.x
print(get())  # expect: ('A', 'A')
A.x = "A2"
print(get())  # expect: ('A2', 'A2')
del A.x
try:
    get()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'B' object has no attribute 'x'
