import os
path = f"/tmp/gillab-tell-{os.getpid()}"
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

with open(path, "w", encoding="utf-8") as f:
    print(f.tell(), f.write("héllo\nwörld\n€uro\n"), f.tell())
with open(path, encoding="utf-8") as f:
    places = []
    while True:
        places.append(f.tell())
        if not f.readline():
            break
    print(places)
    for place in reversed(places):
        f.seek(place)
        print(repr(f.readline()))
    f.seek(0)
    next(f)
    print(refuse(f.tell))
    print(refuse(lambda: f.seek(1, 1)), refuse(lambda: f.seek(-1, 2)), refuse(lambda: f.seek(-1)),
          refuse(lambda: f.seek(0, 9)))
    print(f.seek(0, 2), f.tell(), f.read())
os.remove(path)
# expect: 0 17 21
# expect: [0, 7, 14, 21]
# expect: ''
# expect: '€uro\n'
# expect: 'wörld\n'
# expect: 'héllo\n'
# expect: OSError: telling position disabled by next() call
# expect: UnsupportedOperation: can't do nonzero cur-relative seeks UnsupportedOperation: can't do nonzero end-relative seeks ValueError: negative seek position -1 ValueError: invalid whence (9, should be 0, 1 or 2)
# expect: 21 21 
