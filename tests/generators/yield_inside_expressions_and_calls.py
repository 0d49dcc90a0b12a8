def f(*a, **k): return a, k
def g():
    r = f((yield "a"), *[(yield "b")], k=(yield "c"))
    yield r
    x = {(yield "key"): (yield "value")}
    yield x
    yield [(yield 1), (yield 2)][(yield "index")]
    assert (yield "assert"), (yield "message")
it = g()
print(next(it), it.send(1), it.send(2), it.send(3), next(it), it.send("K"), it.send("V"))
# expect: a b c ((1, 2), {'k': 3}) key value {'K': 'V'}
print(next(it), it.send("x"), it.send("y"), it.send(1), next(it), it.send(0))  # expect: 1 2 index y assert message
try:
    it.send("why")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AssertionError: why
