class M:
    def __enter__(self): return self
    def __exit__(self, kind, *a): print("exit", kind)
def f():
    with M():
        return "returned"
print(f())
# expect: exit None
# expect: returned
for i in range(3):
    with M():
        if i == 0: continue
        break
# expect: exit None
# expect: exit None
print(i)  # expect: 1
