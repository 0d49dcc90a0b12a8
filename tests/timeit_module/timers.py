# timeit runs a statement the given number of times.
import timeit

calls = []
print(timeit.timeit("calls.append(1)", number=10, globals=globals()) >= 0, len(calls))  # expect: True 10
print(len(timeit.repeat(lambda: calls.append(2), repeat=3, number=4)), len(calls))  # expect: 3 22
print(timeit.timeit("x += 1\nx += 2", "x = 0", number=100) > 0)  # expect: True
timer = timeit.Timer("f()", "f = lambda: None")
number, taken = timer.autorange()
print(number >= 1000, taken >= 0.2)  # expect: True True
ticks = iter(range(100))
print(timeit.timeit("pass", number=3, timer=lambda: next(ticks)))  # expect: 1
try:
    timeit.Timer("1 +")
except SyntaxError as error:
    print(error.msg)  # expect: invalid syntax
