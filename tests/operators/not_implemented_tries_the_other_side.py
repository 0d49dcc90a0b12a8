class Left:
    def __add__(self, other):
        print("left add")
        return NotImplemented
class Right:
    def __radd__(self, other):
        print("right radd")
        return "done"
print(Left() + Right())
# expect: left add
# expect: right radd
# expect: done
try:
    Left() + 5
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: left add
# expect: TypeError: unsupported operand type(s) for +: 'Left' and 'int'
try:
    Left() + Left()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: left add
# expect: TypeError: unsupported operand type(s) for +: 'Left' and 'Left'
