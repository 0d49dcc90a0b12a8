import sys
sys.setrecursionlimit(20000)
def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(15000))  # expect: 15000
class A:
    def m(self, n): return n if n == 0 else self.m(n - 1) + 1
print(A().m(10000))  # expect: 10000
