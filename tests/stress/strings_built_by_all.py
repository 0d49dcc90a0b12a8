# Texts that grow in place belong to one thread; texts that all know never change.
from _hammer import each

shared = "start"
parts = []
results = {}


def work(number):
    global shared
    text = ""
    mine = shared
    for i in range(8000):
        text += str(i % 10)
        mine += "x"
        parts.append("ab"[number % 2])
        if i % 500 == 0:
            assert set("".join(parts)) <= {"a", "b"}
            copy = shared
            shared = copy + "!"
            assert copy.startswith("start") and set(copy[5:]) <= {"!"}
            shared += "!"
    assert text == "0123456789" * 800 and mine.endswith("x" * 8000)
    results[f"thread {number}"] = hash("name" + str(len(text)))
    assert "%s-%d" % ("k", number) == f"k-{number}" == "{}-{}".format("k", number)


each(4, work)
print(len("".join(parts)), len(set(results.values())), len(results))  # expect: 32000 1 4
