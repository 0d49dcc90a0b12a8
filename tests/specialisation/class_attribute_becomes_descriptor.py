class A: x = 1
a = A()
a.own = 1
def get(): return a.x
for _ in range(300): get()
A.x = property(lambda self: "property now")
print(get())  # expect: property now
A.x = 2
print(get())  # expect: 2
a.x = 3
print(get())  # expect: 3
A.x = property(lambda self: "data descriptor wins")
print(get())  # expect: data descriptor wins
del A.x
print(get())  # expect: 3
