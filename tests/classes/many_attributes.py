class A: pass
a = A()
for i in range(200):
    setattr(a, f"a{i}", i)
print(a.a0, a.a199, len(a.__dict__), list(a.__dict__)[:3])  # expect: 0 199 200 ['a0', 'a1', 'a2']
for i in range(0, 200, 2):
    delattr(a, f"a{i}")
print(len(a.__dict__), hasattr(a, "a0"), a.a1, list(a.__dict__)[:2])  # expect: 100 False 1 ['a1', 'a3']
