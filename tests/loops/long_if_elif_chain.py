def f(x):
    if x == 0: return "zero"
    elif x == 1: return "one"
    elif x == 2: return "two"
    elif x < 0: return "negative"
    else: return "many"
print([f(x) for x in (-5, 0, 1, 2, 3)])  # expect: ['negative', 'zero', 'one', 'two', 'many']
