import queue

class Named(queue.SimpleQueue):
    name = "mine"

    def get(self, *args, **kwargs):
        return self.name, super().get(*args, **kwargs)

q = Named()
q.put(1)
q.owner = "Ann"
print(q.get(timeout=1), q.owner, isinstance(q, queue.SimpleQueue))   # expect: ('mine', 1) Ann True
q = queue.SimpleQueue()
q.put(q)
print(q.get() is q)                                  # expect: True
for wrong in (lambda: q.get(timeout="a"), lambda: q.get(True, 1e20), lambda: q.put(), lambda: queue.SimpleQueue(1)):
    try:
        wrong()
    except (TypeError, OverflowError) as error:
        print(type(error).__name__)
# expect: TypeError
# expect: OverflowError
# expect: TypeError
# expect: TypeError
