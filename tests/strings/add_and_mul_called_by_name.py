class Radd:
    def __radd__(self, other):
        return 'radd'
    def __rmul__(self, other):
        return 'rmul'

for value in 'a', b'a', bytearray(b'a'):
    for call in (lambda: value.__add__(1), lambda: value.__add__(None), lambda: value + 1.5, lambda: value * 1.5,
                 lambda: value + Radd(), lambda: value * Radd(), lambda: value.splitlines(1.5)):
        try:
            print(call())
        except TypeError as error:
            print(error)

# expect: can only concatenate str (not "int") to str
# expect: can only concatenate str (not "NoneType") to str
# expect: can only concatenate str (not "float") to str
# expect: can't multiply sequence by non-int of type 'float'
# expect: radd
# expect: rmul
# expect: 'float' object cannot be interpreted as an integer
# expect: can't concat int to bytes
# expect: can't concat NoneType to bytes
# expect: can't concat float to bytes
# expect: can't multiply sequence by non-int of type 'float'
# expect: radd
# expect: rmul
# expect: 'float' object cannot be interpreted as an integer
# expect: can't concat int to bytearray
# expect: can't concat NoneType to bytearray
# expect: can't concat float to bytearray
# expect: can't multiply sequence by non-int of type 'float'
# expect: radd
# expect: rmul
# expect: 'float' object cannot be interpreted as an integer
