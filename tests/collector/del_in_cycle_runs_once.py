import gc
class A:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
a = A("only")
a.me = a
del a
print("before")  # expect: before
gc.collect()  # expect: del only
print("after")  # expect: after
gc.collect()
