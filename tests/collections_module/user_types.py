from collections import UserDict, UserList, UserString
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
d = D(a=1)
d.update(b=2)
print(d, d.data, UserList([1, 2]) + [3], UserString("ab").upper())
# expect: {'a': 2, 'b': 4} {'a': 2, 'b': 4} [1, 2, 3] AB
