import sched

now = [0]
scheduler = sched.scheduler(lambda: now[0], lambda delay: now.__setitem__(0, now[0] + delay))
log = []
for delay, name in ((3, "c"), (1, "a"), (2, "b")):
    scheduler.enter(delay, 1, lambda name: log.append((now[0], name)), (name,))
print(scheduler.empty(), len(scheduler.queue))       # expect: False 3
print(scheduler.run(), log, now)                     # expect: None [(1, 'a'), (2, 'b'), (3, 'c')] [3]
print(scheduler.empty(), scheduler.queue)            # expect: True []
