# A global, and a built-in that a global hides for a while, rebound while others read them: each read gives a value that
# was there.
from _hammer import together

ROUNDS = 200000
word = "word-0"
seen = set()


def rebind():
    global word
    for i in range(ROUNDS):
        word = "word-%d" % (i % 7)
        if i % 50 == 0:
            globals()["abs"] = lambda x: "mine"
            globals().pop("abs", None)


def read():
    for _ in range(ROUNDS):
        value = word
        assert value[:5] == "word-" and len(value) == 6, value
        result = abs(-3)
        assert result == 3 or result == "mine", result


together(rebind, read, read, rebind)
print(abs(-1), word[:5])  # expect: 1 word-
