import sched

now = [0]
scheduler = sched.scheduler(lambda: now[0], lambda delay: now.__setitem__(0, now[0] + delay))
log = []

def tick(left):
    log.append(now[0])
    if left:
        scheduler.enter(10, 1, tick, (left - 1,))

scheduler.enter(0, 1, tick, kwargs={"left": 3})
scheduler.run()
print(log)                                           # expect: [0, 10, 20, 30]
