import sched

now = [0]
scheduler = sched.scheduler(lambda: now[0], lambda delay: now.__setitem__(0, now[0] + delay))
log = []
first = scheduler.enterabs(1, 0, log.append, ("first",))
second = scheduler.enterabs(2, 0, log.append, ("second",))
scheduler.cancel(first)
try:
    scheduler.cancel(first)
except ValueError as error:
    print(error)                                     # expect: list.remove(x): x not in list
scheduler.run()
print(log)                                           # expect: ['second']
