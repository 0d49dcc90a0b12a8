class It:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, v): return ("sent", v)
    def throw(self, *a): return ("thrown", a[0].__name__ if isinstance(a[0], type) else type(a[0]).__name__)
    def close(self): print("closed")
def g(): yield from It()
it = g()
print(next(it), it.send(5), it.throw(ValueError), it.send(None))
# expect: next ('sent', 5) ('thrown', 'ValueError') next
it.close()  # expect: closed
