class A:
    x = 1
    def __getattribute__(self, name):
        if name == "magic": return "m"
        if name == "hidden": raise AttributeError(name)
        return super().__getattribute__(name)
    def __getattr__(self, name): return "fallback " + name
a = A()
a.y = 2
print(a.x, a.y, a.magic, a.hidden, a.zip)  # expect: 1 2 m fallback hidden fallback zip
