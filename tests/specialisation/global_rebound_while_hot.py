n = 1
def f(): return n
total = 0
for i in range(3000):
    if i == 1000: n = 10
    if i == 2000: n = "s"
    if i == 2001: n = 100
    r = f()
    total += r if isinstance(r, int) else 0
print(total)  # expect: 110900
def g(): return 1
def h(): return g()
for _ in range(300): h()
def g(): return 2
print(h())  # expect: 2
del n
try:
    f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'n' is not defined
n = 5
print(f())  # expect: 5
