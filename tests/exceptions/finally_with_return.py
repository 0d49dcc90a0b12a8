def a():
    try:
        return "try"
    finally:
        print("finally")
def b():
    try:
        return "try"
    finally:
        return "finally wins"
def c():
    try:
        raise ValueError
    finally:
        return "swallowed"
def d():
    x = 1
    try:
        return x
    finally:
        x = 2
print(a(), b(), c(), d())
# expect: finally
# expect: try finally wins swallowed 1
