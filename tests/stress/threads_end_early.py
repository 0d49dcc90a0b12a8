# Threads end while others go on with what they made: their objects, functions, generators and exceptions live on.
import threading

ROUNDS = 180
shared = {"lists": [], "functions": [], "generators": [], "problems": []}


def produce(i):
    captured = [i] * 3

    def function():
        return sum(captured)

    def generator():
        yield from captured

    begun = generator()
    next(begun)
    try:
        raise ValueError(captured)
    except ValueError as problem:
        shared["problems"].append(problem)
    shared["lists"].append(captured)
    shared["functions"].append(function)
    shared["generators"].append(begun)


for round in range(ROUNDS):
    threads = [threading.Thread(target=produce, args=(round * 4 + i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

total = ROUNDS * 4
assert sorted(each[0] for each in shared["lists"]) == list(range(total))
assert sorted(each() for each in shared["functions"]) == [3 * i for i in range(total)]
assert sorted(sum(each) for each in shared["generators"]) == [2 * i for i in range(total)]
assert all(each.__traceback__.tb_frame.f_code.co_name == "produce" for each in shared["problems"])
assert sorted(each.args[0][0] for each in shared["problems"]) == list(range(total))
print(total)  # expect: 720
