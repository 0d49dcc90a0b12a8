import sched

now = [0]
scheduler = sched.scheduler(lambda: now[0], lambda delay: now.__setitem__(0, now[0] + delay))
log = []
for priority, name in ((2, "low"), (1, "high 1"), (1, "high 2"), (0, "highest"), (2, "low 2")):
    scheduler.enterabs(5, priority, log.append, argument=(name,))
print([event.priority for event in scheduler.queue])   # expect: [0, 1, 1, 2, 2]
scheduler.run()
print(log)                                           # expect: ['highest', 'high 1', 'high 2', 'low', 'low 2']
