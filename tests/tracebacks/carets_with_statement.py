class M:
    def __enter__(self): return self
    def __exit__(self, *a): return 1 / 0
with M() as m:
    pass
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     with M() as m:
# expect stderr:   File "{file}", line 3, in __exit__
# expect stderr:     def __exit__(self, *a): return 1 / 0
# expect stderr:                                    ~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 3
