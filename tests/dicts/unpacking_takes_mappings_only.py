# {**x} wants keys(): pairs, which dict() takes, are refused.
class Keys:
    def keys(self):
        return ['a']

    def __getitem__(self, key):
        return key * 2


class Broken(Keys):
    def keys(self):
        raise ValueError('keys')


class NoItems:
    def keys(self):
        return ['a']


class Pairs(dict):
    def keys(self):
        raise ValueError('never asked')


print({**Keys()}, {**Keys(), **{'b': 1}}, {**Pairs(x=1)})
for given in [], [(1, 2)], 5, None, Broken(), NoItems(), 'ab':
    try:
        print({**given})
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: {'a': 'aa'} {'a': 'aa', 'b': 1} {'x': 1}
# expect: TypeError 'list' object is not a mapping
# expect: TypeError 'list' object is not a mapping
# expect: TypeError 'int' object is not a mapping
# expect: TypeError 'NoneType' object is not a mapping
# expect: ValueError keys
# expect: TypeError 'NoItems' object is not subscriptable
# expect: TypeError 'str' object is not a mapping
