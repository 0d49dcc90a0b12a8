def f(name, value):
    print("eval", name)
    return value
print(f("then", 1) if f("cond", True) else f("else", 2))
# expect: eval cond
# expect: eval then
# expect: 1
print(f("then", 1) if f("cond", []) else f("else", 2))
# expect: eval cond
# expect: eval else
# expect: 2
