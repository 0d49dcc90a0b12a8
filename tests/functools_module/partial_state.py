# partial.__setstate__ takes what __reduce__ gave, replaces the attributes, and refuses all else.
import copy
from functools import partial


def show(*args, **keywords):
    return args, keywords


one = partial(show, 1, a=[2])
one.note = 'x'
other = copy.copy(one)
print(other.note, other.args is one.args, other.keywords is one.keywords)
one.__setstate__((show, (5,), None, None))
print(one(), one.keywords, vars(one))


class MyTuple(tuple):
    pass


one.__setstate__((show, MyTuple((1,)), {'b': 2}, {'note': 1}))
print(type(one.args), one(), one.note)
for state in (None, (), {}, None), (show, [], {}, None), (show, (), [], None), (show, (), {}), [show, (), {}, None]:
    try:
        one.__setstate__(state)
    except TypeError as error:
        print(error)
# expect: x True True
# expect: ((5,), {}) {} {}
# expect: <class 'tuple'> ((1,), {'b': 2}) 1
# expect: invalid partial state
# expect: invalid partial state
# expect: invalid partial state
# expect: invalid partial state
# expect: invalid partial state
