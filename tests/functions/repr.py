def f(): pass
print(repr(f).startswith("<function f at 0x"))  # expect: True
print(repr(lambda: 0).startswith("<function <lambda> at 0x"), repr(len))  # expect: True <built-in function len>
print(repr([].append).startswith("<built-in method append of list object at 0x"), repr(print))
# expect: True <built-in function print>
class A:
    def m(self): pass
print(repr(A.m).startswith("<function A.m at 0x"))  # expect: True
print(repr(A().m).startswith("<bound method A.m of <__main__.A object at 0x"), A)
# expect: True <class '__main__.A'>
print(type(A.m).__name__, type(A().m).__name__, type(len).__name__)
# expect: function method builtin_function_or_method
