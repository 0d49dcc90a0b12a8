class M:
    def __enter__(self): pass
    def __exit__(self, *a): raise RuntimeError("from exit")
try:
    with M():
        raise ValueError("body")
except RuntimeError as error:
    print(error, repr(error.__context__))  # expect: from exit ValueError('body')
