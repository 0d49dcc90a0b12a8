def f():
    out = []
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out
def g():
    for i in range(3):
        try:
            raise ValueError
        finally:
            continue
    for i in range(3):
        try:
            return "returned"
        finally:
            break
    return "after", i
def h():
    while True:
        try:
            try:
                return 1
            finally:
                print("inner")
        finally:
            print("outer")
print(f(), g(), h())
# expect: inner
# expect: outer
# expect: [0, 'f0', 'f1', 2, 'f2', 'f3'] ('after', 0) 1
