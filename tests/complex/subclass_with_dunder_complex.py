class Doubled(complex):
    def __complex__(self):
        return 42j

class Wrong(complex):
    def __complex__(self):
        return None

print(complex(Doubled(1j)))
print(complex(1, Doubled(1j)))
try:
    complex(Wrong(1))
except TypeError as error:
    print(error)

# expect: 42j
# expect: 0j
# expect: __complex__ returned non-complex (type NoneType)
