import gc
kept = []
class A:
    def __del__(self): kept.append(self)
a = A()
a.me = a
a.value = 5
del a
gc.collect()
print(len(kept), kept[0].value, kept[0].me is kept[0])  # expect: 1 5 True
