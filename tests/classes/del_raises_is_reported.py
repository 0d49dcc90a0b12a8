class A:
    def __del__(self): raise ValueError("in del")
    def __repr__(self): return "<A>"
a = A()
del a
print("goes on")  # expect: goes on
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in __del__
# expect stderr:     def __del__(self): raise ValueError("in del")
# expect stderr:                        ^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect stderr: ValueError: in del
