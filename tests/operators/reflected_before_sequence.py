# A sequence's + and * come after the reflected method of a class, also for += and *=.
class Right:
    def __radd__(self, other):
        return 'radd', other

    def __rmul__(self, other):
        return 'rmul', other

    def __iter__(self):
        return iter((7, 8))

    def __index__(self):
        return 2


class Refuses(Right):
    def __radd__(self, other):
        return NotImplemented

    __rmul__ = __radd__


for left in [1], (1,), 'a', b'a', bytearray(b'a'):
    print(left + Right(), left * Right(), left * Refuses())
numbers = [1]
numbers += Right()
print(numbers)
numbers = [1]
numbers *= Right()
print(numbers)
numbers = [1]
numbers += Refuses()
numbers *= Refuses()
print(numbers)
try:
    pow('a', 2, 1.5)
except TypeError as error:
    print(error)
# expect: ('radd', [1]) ('rmul', [1]) [1, 1]
# expect: ('radd', (1,)) ('rmul', (1,)) (1, 1)
# expect: ('radd', 'a') ('rmul', 'a') aa
# expect: ('radd', b'a') ('rmul', b'a') b'aa'
# expect: ('radd', bytearray(b'a')) ('rmul', bytearray(b'a')) bytearray(b'aa')
# expect: ('radd', [1])
# expect: ('rmul', [1])
# expect: [1, 7, 8, 1, 7, 8]
# expect: pow() 3rd argument not allowed unless all arguments are integers
