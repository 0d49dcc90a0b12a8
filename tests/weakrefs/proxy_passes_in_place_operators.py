import weakref

class Number:
    def __ifloordiv__(self, other):
        return 'ifloordiv', other
    def __imatmul__(self, other):
        return 'imatmul', other
    def __divmod__(self, other):
        return 'divmod', other
    def __rdivmod__(self, other):
        return 'rdivmod', other
    def __reversed__(self):
        return iter('cba')

number = Number()
proxy = weakref.proxy(number)
p = proxy
p //= 2
print(p)
p = proxy
p @= 3
print(p)
print(divmod(proxy, 4), divmod(5, proxy), list(reversed(proxy)))

# expect: ('ifloordiv', 2)
# expect: ('imatmul', 3)
# expect: ('divmod', 4) ('rdivmod', 5) ['c', 'b', 'a']
