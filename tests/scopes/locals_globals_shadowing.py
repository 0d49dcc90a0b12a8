len = 5
print(len)  # expect: 5
del len
print(len("abc"))  # expect: 3
def f(list): return list
print(f(3), list("a"))  # expect: 3 ['a']
def g():
    print = repr
    return print("x")
print(g())  # expect: 'x'
