# A class's attribute is remembered where it is read; what its metaclass learns later goes before it.
class Meta(type): pass


class Thing(metaclass=Meta):
    x = 1
    count = 0


def read(): return Thing.x


def write(value): Thing.count = value


print(read(), read(), read())  # expect: 1 1 1
Meta.x = property(lambda cls: "from the metaclass")
print(read())  # expect: from the metaclass
del Meta.x
print(read())  # expect: 1
Thing.x = 2
print(read())  # expect: 2
for i in range(4): write(i)
print(Thing.count)  # expect: 3
Meta.__setattr__ = lambda cls, name, value: type.__setattr__(cls, name, ("set", value))
write(5)
print(Thing.count)  # expect: ('set', 5)
del Meta.__setattr__
write(6)
print(Thing.count)  # expect: 6
