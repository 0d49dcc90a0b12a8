class I:
    def __init__(self):
        self.log = []
    def __iadd__(self, other): self.log.append(("iadd", other)); return self
    def __isub__(self, other): self.log.append(("isub", other)); return self
    def __imul__(self, other): self.log.append(("imul", other)); return self
    def __itruediv__(self, other): self.log.append(("itruediv", other)); return self
    def __ifloordiv__(self, other): self.log.append(("ifloordiv", other)); return self
    def __imod__(self, other): self.log.append(("imod", other)); return self
    def __ipow__(self, other): self.log.append(("ipow", other)); return self
    def __imatmul__(self, other): self.log.append(("imatmul", other)); return self
    def __ilshift__(self, other): self.log.append(("ilshift", other)); return self
    def __irshift__(self, other): self.log.append(("irshift", other)); return self
    def __iand__(self, other): self.log.append(("iand", other)); return self
    def __ior__(self, other): self.log.append(("ior", other)); return self
    def __ixor__(self, other): self.log.append(("ixor", other)); return self
i = j = I()
i += 1; i -= 2; i *= 3; i /= 4; i //= 5; i %= 6; i **= 7; i @= 8; i <<= 9; i >>= 10; i &= 11; i |= 12; i ^= 13
print(i is j)  # expect: True
for entry in i.log:
    print(*entry)
# expect: iadd 1
# expect: isub 2
# expect: imul 3
# expect: itruediv 4
# expect: ifloordiv 5
# expect: imod 6
# expect: ipow 7
# expect: imatmul 8
# expect: ilshift 9
# expect: irshift 10
# expect: iand 11
# expect: ior 12
# expect: ixor 13
