class Yield:
    def __await__(self): yield
log = []
async def worker(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        await Yield()
    return name
ready = [worker("a", 3), worker("b", 1), worker("c", 2)]
done = []
while ready:
    task = ready.pop(0)
    try:
        task.send(None)
        ready.append(task)
    except StopIteration as stop:
        done.append(stop.value)
print(log, done)  # expect: ['a0', 'b0', 'c0', 'a1', 'c1', 'a2'] ['b', 'c', 'a']
