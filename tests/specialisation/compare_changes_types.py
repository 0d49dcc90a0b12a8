def less(a, b): return a < b
for _ in range(200): less(1, 2)
print(less(1, 2), less(2.0, 1), less("a", "b"), less([1], [2]), less(2 ** 80, 1))
# expect: True False True True False
print(less((1, 2), (1, 3)), less({1}, {1, 2}), less(float("nan"), 1))  # expect: True True False
class C:
    def __lt__(self, o): return "custom"
print(less(C(), 1))  # expect: custom
try:
    less(1, "a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
for _ in range(200): less("a", "b")
print(less(1, 2), less("b", "a"))  # expect: True False
def branch(a, b):
    if a == b: return "same"
    return "different"
for _ in range(200): branch(1, 1)
print(branch(1.0, 1), branch("a", "a"), branch(None, 0), branch([], []), branch(2 ** 70, 2 ** 70))
# expect: same same different same same
