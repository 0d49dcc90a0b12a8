def f(**kwargs):
    return list(kwargs)
print(f(z=1, a=2, m=3), f(**{"b": 1}, a=2, **{"c": 3}))  # expect: ['z', 'a', 'm'] ['b', 'a', 'c']
