import types

class Odd(types.ModuleType):
    __dict__ = 8

class Own(types.ModuleType):
    __dict__ = {'b': 1, 'a': 2}

try:
    dir(Odd('odd'))
except TypeError as error:
    print(error)
print(dir(Own('own')))

# expect: <module>.__dict__ is not a dictionary
# expect: ['a', 'b']
