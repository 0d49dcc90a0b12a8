def machine():
    state = "idle"
    while state != "done":
        event = yield state
        state = {("idle", "go"): "busy", ("busy", "end"): "done"}.get((state, event), state)
    return "finished"
m = machine()
print(next(m), m.send("x"), m.send("go"))  # expect: idle idle busy
try:
    m.send("end")
except StopIteration as stop:
    print(stop.value)  # expect: finished
