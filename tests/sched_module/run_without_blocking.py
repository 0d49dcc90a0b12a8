import sched

now = [0]
scheduler = sched.scheduler(lambda: now[0], None)
log = []

def delay(duration):
    log.append(f"delay {duration}")

scheduler.delayfunc = delay
scheduler.enterabs(0, 1, log.append, ("due",))
scheduler.enterabs(4, 1, log.append, ("later",))
print(scheduler.run(blocking=False), log)            # expect: 4 ['due', 'delay 0']
now[0] = 3
print(scheduler.run(False), len(log))                # expect: 1 2
now[0] = 9
print(scheduler.run(False), log)                     # expect: None ['due', 'delay 0', 'later', 'delay 0']
