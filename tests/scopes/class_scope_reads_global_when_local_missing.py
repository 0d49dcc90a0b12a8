x = "global"
def f():
    x = "enclosing"
    class A:
        y = x
        if False: x = 1
    return A
try:
    f()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
class B:
    x = x + "!"
print(B.x)  # expect: global!
class C:  # expect: name 'x' is not defined
    try:
        del x
    except NameError as error:
        print(error)
