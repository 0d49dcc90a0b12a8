class Text(bytes):
    pass

class Gives:
    def __bytes__(self):
        return Text(b'abc')

class Blocked(bytes):
    __bytes__ = None

class Wrong:
    def __bytes__(self):
        return 'abc'

print(type(bytes(Gives())).__name__)
print(type(Text(Gives())).__name__, Text(Gives()))
for value in Blocked(b'x'), Wrong():
    try:
        bytes(value)
    except TypeError as error:
        print(error)

# expect: Text
# expect: Text b'abc'
# expect: 'NoneType' object is not callable
# expect: __bytes__ returned non-bytes (type str)
