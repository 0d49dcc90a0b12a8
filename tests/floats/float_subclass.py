class Celsius(float):
    def __str__(self):
        return f"{float(self):.1f}C"
c = Celsius(21.55)
print(c, repr(c), c + 1, type(c + 1).__name__, f"{c}", "%s" % c, c > 20, hash(c) == hash(21.55))
# expect: 21.6C 21.55 22.55 float 21.6C 21.6C True True
