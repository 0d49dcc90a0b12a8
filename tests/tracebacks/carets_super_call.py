class A:
    def f(self): return super().f()
A().f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     A().f()
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     def f(self): return super().f()
# expect stderr:                         ^^^^^^^^^
# expect error: AttributeError: 'super' object has no attribute 'f'
# expect line: 2
