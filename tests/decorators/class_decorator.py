def register(cls):
    cls.registered = True
    return cls
def replace(cls): return "not a class"
@register
class A: pass
@replace
class B: pass
print(A.registered, B)  # expect: True not a class
