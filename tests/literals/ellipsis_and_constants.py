print(..., Ellipsis is ...)
print(None, True, False, NotImplemented)
print(type(...).__name__, type(None).__name__, type(NotImplemented).__name__)
print(__debug__)
# expect: Ellipsis True
# expect: None True False NotImplemented
# expect: ellipsis NoneType NotImplementedType
# expect: True
