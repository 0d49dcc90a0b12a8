class WithNew(OSError):
    def __new__(cls, message, extra):
        self = super().__new__(cls, message)
        self.extra = extra
        return self

class WithInit(OSError):
    def __init__(self, message, extra):
        self.extra = extra
        super().__init__(message)

class Both(WithInit, WithNew):
    pass

for cls in WithNew, WithInit, Both:
    error = cls('text', extra='more')
    print(cls.__name__, error.args, error.extra)
error = OSError(2, 'text', 'file')
error.__init__(1, 'other')
print(type(error).__name__, error.errno, error.args)

# expect: WithNew ('text',) more
# expect: WithInit ('text',) more
# expect: Both ('text',) more
# expect: FileNotFoundError 2 (2, 'text')
