# Who is said to have returned no text: __str__ where str() was asked, although only __repr__ is there.
class Wrong:
    def __repr__(self):
        return 5


for call in lambda: str(Wrong()), lambda: repr(Wrong()), lambda: f'{Wrong()}', lambda: f'{Wrong()!r}', lambda: [Wrong()].__str__():
    try:
        call()
    except TypeError as error:
        print(error)
# expect: __str__ returned non-string (type int)
# expect: __repr__ returned non-string (type int)
# expect: __str__ returned non-string (type int)
# expect: __repr__ returned non-string (type int)
# expect: __repr__ returned non-string (type int)
