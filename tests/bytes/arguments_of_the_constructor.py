import copy


class Text(str):
    def __bytes__(self):
        return b"own"


print(bytes(Text("x")), bytes(Text("x"), "ascii"))
for action in lambda: bytes(b"", errors="ignore"), lambda: b"ab".hex(None), lambda: bytes("x"):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(b"abc".__rmod__(1), bytearray().__rmod__(1))


class Array(bytearray):
    pass


array = Array(b"ab\xff")
array.extra = [1]
again = copy.copy(array)
print(type(again).__name__, again, again.extra, bytearray(b"x").__reduce_ex__(2))

# expect: b'own' b'x'
# expect: errors without a string argument
# expect: object of type 'NoneType' has no len()
# expect: string argument without an encoding
# expect: NotImplemented NotImplemented
# expect: Array Array(b'ab\xff') [1] (<class 'bytearray'>, ('x', 'latin-1'), None)
