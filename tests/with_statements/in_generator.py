class M:
    def __enter__(self): print("enter")
    def __exit__(self, *a): print("exit")
def g():
    with M():
        yield 1
        yield 2
for v in g(): print(v)
# expect: enter
# expect: 1
# expect: 2
# expect: exit
it = g()
next(it)  # expect: enter
it.close()  # expect: exit
