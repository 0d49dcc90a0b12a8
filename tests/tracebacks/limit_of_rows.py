import io, sys

def inner():
    raise ValueError

def outer():
    inner()

for limit in 1, 0, -1, 100:
    sys.tracebacklimit = limit
    sys.stderr = io.StringIO()
    try:
        outer()
    except ValueError:
        sys.excepthook(*sys.exc_info())
    text = sys.stderr.getvalue()
    print(limit, text.count('File'), 'inner' in text, text.splitlines()[-1])

# expect: 1 1 True ValueError
# expect: 0 0 False ValueError
# expect: -1 0 False ValueError
# expect: 100 3 True ValueError
