def f():
    def g(): return value
    try:
        g()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    value = 5
    print(g())
    del value
    try:
        g()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
f()
# expect: NameError: cannot access free variable 'value' where it is not associated with a value in enclosing scope
# expect: 5
# expect: NameError: cannot access free variable 'value' where it is not associated with a value in enclosing scope
