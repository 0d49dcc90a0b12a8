# What OrderedDict has of its own: views, keywords, state that is copied, its wording of errors.
import copy
from collections import OrderedDict

ordered = OrderedDict(a=1, b=2)
print(ordered.keys(), ordered.values(), ordered.items(), isinstance(ordered.keys(), type({}.keys())))
print(ordered.keys() | {'c'} == {'a', 'b', 'c'}, ('a', 1) in ordered.items(), list(reversed(ordered.keys())))
print(ordered.pop('zz', default=5), ordered.setdefault('c', default=3), OrderedDict.fromkeys('ab', value=0))
ordered.note = 'kept'
print(copy.copy(ordered).note, copy.deepcopy(ordered).note, ordered.__reduce__()[2])
for given in [1], 'd', 5, [(1, 2, 3)], [()]:
    try:
        OrderedDict(given)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for call in lambda: ordered.pop(), lambda: ordered.pop('zz'), lambda: [ordered.pop(key) for key in ordered]:
    try:
        call()
    except (TypeError, KeyError, RuntimeError) as error:
        print(type(error).__name__, error)


class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


loud = Loud([('x', 1)], y=2)
loud.update({'z': 3})
print(loud.setdefault('w', 4), Loud.fromkeys('q'), loud.pop('x'))
# expect: odict_keys(['a', 'b']) odict_values([1, 2]) odict_items([('a', 1), ('b', 2)]) True
# expect: True True ['b', 'a']
# expect: 5 3 OrderedDict([('a', 0), ('b', 0)])
# expect: kept kept {'note': 'kept'}
# expect: TypeError 'int' object is not iterable
# expect: ValueError need more than 1 value to unpack
# expect: TypeError 'int' object is not iterable
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError need more than 0 values to unpack
# expect: TypeError pop() missing required argument 'key' (pos 1)
# expect: KeyError 'zz'
# expect: RuntimeError OrderedDict mutated during iteration
# expect: set x 1
# expect: set y 2
# expect: set z 3
# expect: set w 4
# expect: set q None
# expect: 4 Loud([('q', None)]) 1
