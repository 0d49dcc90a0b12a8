print(any([]), all([]), any([0, "", 3]), all([1, "a", []]), any(x > 2 for x in range(5)))
# expect: False True True False True
print(all(x < 2 for x in range(5)), all({}), any({0: 1}))  # expect: False True False
def noisy():
    for i in range(5):
        print("test", i)
        yield i
print(any(noisy()))
# expect: test 0
# expect: test 1
# expect: True
print(all(x < 1 for x in noisy()))
# expect: test 0
# expect: test 1
# expect: False
try:
    any(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
