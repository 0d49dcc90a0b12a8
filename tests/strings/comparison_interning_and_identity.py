a = "hello"
b = "hel" + "lo"
c = "".join(["hel", "lo"])
print(a == b == c, a is b, {a: 1}[c], hash(a) == hash(c), c in {a}, a < c, a >= c, [a].index(c))
# expect: True True 1 True True False True 0
import sys
print(sys.intern(c) is sys.intern("hello"))  # expect: True
