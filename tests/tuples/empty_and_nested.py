print((), ((),), ((1,), (2, (3,))), tuple(), tuple(()), len(((), ())), ((1, 2), [3])[1])
# expect: () ((),) ((1,), (2, (3,))) () () 2 [3]
t = ([1], 2)
t[0].append(5)
print(t)  # expect: ([1, 5], 2)
try:
    t[0] += [6]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'tuple' object does not support item assignment
print(t)  # expect: ([1, 5, 6], 2)
