o = object()
print(o == o, o != o, hash(o) == hash(o), bool(o), o.__doc__ is not None, object.__name__)
# expect: True False True True True object
print(object.__mro__, object.__bases__)  # expect: (<class 'object'>,) ()
class A: pass
print(sorted(n for n in dir(A()) if not n.startswith("__")), "__init__" in dir(A), A.__doc__)
# expect: [] True None
print(A.__dict__.get("__module__"))  # expect: __main__
print([c.__name__ for c in A.__subclasses__()], A().__str__ is not None, A().__init__(), object.__eq__(1, 2))
# expect: [] True None NotImplemented
