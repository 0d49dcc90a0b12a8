state = {"n": 0}
def a():
    global a
    state["n"] += 1
    if state["n"] == 500: a = b
    return "a"
def b(): return "b"
out = [a() for _ in range(600)]
print(out.count("a"), out.count("b"))  # expect: 500 100
