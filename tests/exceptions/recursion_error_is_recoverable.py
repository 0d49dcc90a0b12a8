def f(n): return f(n + 1)
for _ in range(3):
    try:
        f(0)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
# expect: RecursionError: maximum recursion depth exceeded
# expect: RecursionError: maximum recursion depth exceeded
# expect: RecursionError: maximum recursion depth exceeded
print("alive", sum(range(10)))  # expect: alive 45
class A:
    def __getattr__(self, name): return getattr(self, name + "x")
try:
    A().y
except RecursionError as error:
    print(type(error).__name__)  # expect: RecursionError
