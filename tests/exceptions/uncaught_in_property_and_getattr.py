class A:
    @property
    def p(self): return self.q
    def __getattr__(self, name): raise LookupError(name)
A().p
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 5, in <module>
# expect stderr:     A().p
# expect stderr:   File "{file}", line 3, in p
# expect stderr:     def p(self): return self.q
# expect stderr:                         ^^^^^^
# expect stderr:   File "{file}", line 4, in __getattr__
# expect stderr:     def __getattr__(self, name): raise LookupError(name)
# expect stderr:                                  ^^^^^^^^^^^^^^^^^^^^^^^
# expect error: LookupError: q
# expect line: 4
