class Asks:
    def __getattr__(self, name):
        raise RuntimeError(name)
    def __getstate__(self):
        return {}

print(Asks().__reduce_ex__(2)[1:])

# expect: ((<class '__main__.Asks'>,), {}, None, None)
