import sched

scheduler = sched.scheduler()
event = scheduler.enterabs(5, 2, print, ("x",), {"end": "\n"})
print(event)   # expect: Event(time=5, priority=2, sequence=0, action=<built-in function print>, argument=('x',), kwargs={'end': '\n'})
print(event.time, event.priority, event.sequence, event.action is print, event.argument)   # expect: 5 2 0 True ('x',)
print(scheduler.enterabs(1, 1, print).sequence, scheduler.enter(1, 1, print).kwargs)       # expect: 1 {}
print(event == scheduler.queue[1], type(event).__mro__[1])                                 # expect: True <class 'tuple'>
print(sched.__all__)                                 # expect: ['scheduler']
