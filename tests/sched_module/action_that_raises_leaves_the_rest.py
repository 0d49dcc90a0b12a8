import sched

now = [0]
scheduler = sched.scheduler(lambda: now[0], lambda delay: now.__setitem__(0, now[0] + delay))
log = []
scheduler.enter(1, 1, lambda: 1 / 0)
scheduler.enter(2, 1, log.append, ("after",))
try:
    scheduler.run()
except ZeroDivisionError as error:
    print(error, len(scheduler.queue))               # expect: division by zero 1
scheduler.run()
print(log)                                           # expect: ['after']
