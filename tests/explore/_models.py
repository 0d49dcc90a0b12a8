"""Counts the schedules of scripts in scripts/races/ without gillab: each is written once more as a model whose threads
yield before each operation that others can see, and every way through the states of the model is counted.

A thread is a generator. What it yields says when it can go on: None at any time, else a function. What it knows it keeps
in `mine`, what all can see in `world`: together with the places of the threads they are a state. A way that spins ends where
it would come to a state of its own a second time.
"""
import json
import sys


class Lock:
    def __init__(self, name):
        self.name = name

    def free(self, world):
        return self.name not in world

    def take(self, world):
        world[self.name] = "taken"

    def give(self, world):
        del world[self.name]


def begin(model):
    world, threads = model()
    for thread, mine in threads:
        mine["when"] = next(thread)
    return world, threads


def frozen(value):
    if isinstance(value, dict):
        return tuple(sorted((key, frozen(each)) for key, each in value.items() if key != "when"))
    if isinstance(value, (list, tuple)):
        return tuple(map(frozen, value))
    return "function" if callable(value) else repr(value)


def places_of(thread):
    places = []
    while thread is not None and thread.gi_frame:
        places.append(thread.gi_frame.f_lasti)
        thread = thread.gi_yieldfrom
    return places


def key_of(world, threads):
    return str((frozen(world), [places_of(thread) for thread, mine in threads], [frozen(mine) for thread, mine in threads]))


def follow(model, path):
    world, threads = begin(model)
    for number in path:
        thread, mine = threads[number]
        mine["when"] = next(thread, "ended")
    open = [i for i, (thread, mine) in enumerate(threads)
            if mine["when"] is None or callable(mine["when"]) and mine["when"]()]
    ended = all(mine["when"] == "ended" for thread, mine in threads)
    return key_of(world, threads), open, world, ended


def graph_of(model):
    first, open, state, ended = follow(model, ())
    found, edges, results = {first: ()}, {}, {}
    waiting = [(first, (), open, state, ended)]
    while waiting:
        key, path, open, state, ended = waiting.pop()
        edges[key] = []
        if not open:
            results[key] = str(state["result"](state)) if ended else "deadlock"
        for number in open:
            step = follow(model, path + (number,))
            edges[key].append(step[0])
            if step[0] not in found:
                found[step[0]] = path + (number,)
                waiting.append((step[0], path + (number,), *step[1:]))
    return first, edges, results


def add(counts, more):
    for result, count in more.items():
        counts[result] = counts.get(result, 0) + count


def ways(first, edges, results, known, path):
    """Each way to an end that is in no state twice. Where no way leads back the ways are counted once for all."""
    if first in results:
        return {results[first]: 1}, True
    if first in known:
        return known[first], True
    counts, plain = {}, True
    for next_one in edges[first]:
        if next_one in path:
            plain = False
            continue
        more, simple = ways(next_one, edges, results, known, path | {next_one})
        add(counts, more)
        plain = plain and simple
    if plain:
        known[first] = counts
    return counts, plain


def count(model):
    sys.setrecursionlimit(10000)
    first, edges, results = graph_of(model)
    counts, plain = ways(first, edges, results, {}, frozenset([first]))
    return counts, not plain


# --- the models: a function each, that gives what all can see and the threads


def threads_of(world, function, *arguments):
    threads = []
    for each in arguments:
        mine = {"when": None}
        threads.append((function(world, mine, *each), mine))
    return world, threads


def lazy_singleton():
    def ask(world, mine, name):
        yield
        if world["instance"] is None:
            yield
            mine["made"] = world["made"]
            yield
            world["made"] = mine["made"] + 1
            mine["number"] = world["next"] = world["next"] + 1
            yield
            world["instance"] = mine["number"]
        yield
        mine["got"] = world["instance"]
        yield
        world["got"].append((name, mine["got"]))

    def result(world):
        got = dict(world["got"])
        return world["made"], got["A"] == got["B"]

    return threads_of({"instance": None, "made": 0, "next": 0, "got": [], "result": result}, ask, ["A"], ["B"])


def check_then_act():
    def buy(world, mine, name):
        yield
        if world["tickets"] > 0:
            yield
            mine["tickets"] = world["tickets"]
            yield
            world["tickets"] = mine["tickets"] - 1
            yield
            world["sold"].append(name)

    def result(world):
        return sorted(world["sold"]), world["tickets"]

    return threads_of({"tickets": 1, "sold": [], "result": result}, buy, ["Ann"], ["Bob"])


def needs_four_preemptions():
    def run(world, mine, *steps):
        for mine["at"] in steps:
            yield
            if world["step"] == mine["at"]:
                yield
                world["step"] = mine["at"] + 1

    def odd(world, mine):
        yield from run(world, mine, 1, 3)
        yield
        world["reached"] = world["step"] == 5

    world = {"step": 0, "reached": False, "result": lambda world: world["reached"]}
    threads = threads_of(world, run, [0, 2, 4])[1] + threads_of(world, odd, [])[1]
    return world, threads


def aba_on_a_stack():
    exchange = Lock("exchange")

    def compare_and_set(world, mine, old, new):
        yield lambda: exchange.free(world)
        exchange.take(world)
        yield
        same = mine["same"] = world["top"] == old
        if same:
            yield
            world["top"] = new
        yield
        exchange.give(world)
        return same

    def pop(world, mine):
        yield
        node = mine["node"] = world["top"]
        if node is None:
            return None
        if node == "A":
            yield                        # who looks below B sees what nobody writes
        below = mine["below"] = world[node]
        if (yield from compare_and_set(world, mine, node, below)):
            return node
        return None

    def slow(world, mine):
        node = mine["slow"] = yield from pop(world, mine)
        if node:
            yield
            world["taken"].append(node)

    def quick(world, mine):
        first = mine["first"] = yield from pop(world, mine)
        second = mine["second"] = yield from pop(world, mine)
        if first and second:
            yield
            world["taken"].append(second)
            if first == "A":
                yield
            world[first] = None
            if not (yield from compare_and_set(world, mine, None, first)):
                yield
                world["taken"].append(first)
        elif first:
            yield
            world["taken"].append(first)

    def result(world):
        taken, top = list(world["taken"]), world["top"]
        while top:
            taken.append(top)
            top = world[top]
        return taken

    world = {"top": "A", "A": "B", "B": None, "taken": [], "result": result}
    return world, threads_of(world, slow, [])[1] + threads_of(world, quick, [])[1]


def half_an_update():
    def move(world, mine):
        yield
        world["x"] = 1
        yield
        world["y"] = 1

    def look(world, mine):
        yield
        mine["y"] = world["y"]
        yield
        world["seen"] = world["x"], mine["y"]

    world = {"x": 0, "y": 0, "result": lambda world: world["seen"]}
    return world, threads_of(world, move, [])[1] + threads_of(world, look, [])[1]


def circle_of_locks(function):
    locks = [Lock(f"lock {i}") for i in range(3)]
    return threads_of({"done": 0, "result": lambda world: world["done"]}, function,
                      *((locks[i], locks[(i + 1) % 3]) for i in range(3)))


def taken(world, lock):
    yield lambda: lock.free(world)
    lock.take(world)


def given(world, lock):
    yield
    lock.give(world)


def dining_philosophers_that_starve():
    def dine(world, mine, left, right):
        yield from taken(world, left)
        yield from taken(world, right)
        world["done"] += 1               # each has a plate of its own
        yield from given(world, right)
        yield from given(world, left)

    return circle_of_locks(dine)


def deadlock_of_three():
    counting = Lock("counting")

    def work(world, mine, first, second):
        yield from taken(world, first)
        yield from taken(world, second)
        yield from given(world, second)
        yield from given(world, first)
        yield from taken(world, counting)
        yield
        mine["done"] = world["done"]
        yield
        world["done"] = mine["done"] + 1
        yield from given(world, counting)

    return circle_of_locks(work)


def polite_livelock():
    left, right = Lock("left"), Lock("right")

    def work(world, mine, name, own, other):
        while True:
            yield from taken(world, own)
            yield
            if other.free(world):
                other.take(world)
                break
            yield from given(world, own)
        yield
        world["done"].append(name)
        yield from given(world, other)
        yield from given(world, own)

    return threads_of({"done": [], "result": lambda world: sorted(world["done"])}, work,
                      ["left", left, right], ["right", right, left])


def ticket_lock():
    drawing = Lock("drawing")

    def work(world, mine):
        yield from taken(world, drawing)
        yield
        number = mine["number"] = world["next"]
        yield
        world["next"] = number + 1
        yield from given(world, drawing)
        yield
        while world["called"] != number:
            yield
        yield
        mine["count"] = world["count"]
        yield
        world["count"] = mine["count"] + 1
        yield
        world["called"] = number + 1

    return threads_of({"next": 0, "called": 0, "count": 0, "result": lambda world: world["count"]}, work, [], [])


def waits_for_ever():
    def watch(world, mine):
        yield
        while not world["flag"]:
            yield
        world["seen"] = True

    def signal(world, mine):
        yield
        world["flag"] = True
        yield
        world["flag"] = False

    world = {"flag": False, "seen": False, "result": lambda world: world["seen"]}
    return world, threads_of(world, watch, [])[1] + threads_of(world, signal, [])[1]


def main():
    """Arguments: the name of a model, and what gillab explore wrote of the script of that name."""
    with open(sys.argv[2]) as file:
        report = json.load(file)
    counts, circles = count(globals()[sys.argv[1]])
    found = sorted(row["schedules"] for row in report["outcomes"] if not row.get("never"))
    wanted = sorted(counts.values())
    print(sys.argv[1], sum(wanted), "the same" if found == wanted else f"{found} is not {counts}")


if __name__ == "__main__":
    main()
