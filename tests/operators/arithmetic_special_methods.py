class V:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return self.name
    def __add__(self, other): return f"{self}+{other}"
    def __sub__(self, other): return f"{self}-{other}"
    def __mul__(self, other): return f"{self}*{other}"
    def __truediv__(self, other): return f"{self}/{other}"
    def __floordiv__(self, other): return f"{self}//{other}"
    def __mod__(self, other): return f"{self}%{other}"
    def __pow__(self, other): return f"{self}**{other}"
    def __matmul__(self, other): return f"{self}@{other}"
    def __lshift__(self, other): return f"{self}<<{other}"
    def __rshift__(self, other): return f"{self}>>{other}"
    def __and__(self, other): return f"{self}&{other}"
    def __or__(self, other): return f"{self}|{other}"
    def __xor__(self, other): return f"{self}^{other}"
a, b = V("a"), V("b")
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b, a @ b, a << b, a >> b, a & b, a | b, a ^ b)
# expect: a+b a-b a*b a/b a//b a%b a**b a@b a<<b a>>b a&b a|b a^b
print(a + 1, a - 1.5, a * "x", a ** None)  # expect: a+1 a-1.5 a*x a**None
