def f(): pass
def g(): pass
print(f == f, f == g, {f: 1}[f], f != g, f in [g, f], bool(f))  # expect: True False 1 True True True
try:
    f < g
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'function' and 'function'
