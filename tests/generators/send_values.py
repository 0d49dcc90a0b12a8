def echo():
    received = None
    while True:
        received = yield received
        if received == "stop":
            return "result"
g = echo()
print(g.send(None), g.send(1), g.send("x"), next(g))  # expect: None 1 x None
try:
    g.send("stop")
except StopIteration as stop:
    print("returned", stop.value)  # expect: returned result
g = echo()
try:
    g.send(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: can't send non-None value to a just-started generator
