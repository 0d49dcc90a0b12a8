# Random programs for several threads whose outcome is determined: each thread works on objects of its own, on shared
# ones that nobody changes, and on shared ones by operations whose order does not matter. Run one after the other or at
# once, the threads come to the same.
import gc
import random
import threading

# Each station: what all share, what a thread does (`me`: its number, `n`: how often; it returns an int), and what is
# seen of the shared objects at the end. {i} is the station's number in the program, {a} to {c} are small numbers.
STATIONS = {
    "append": ("log{i} = []", """
for k in range(n):
    log{i}.append((me, k))
    if k % {a} == 0: log{i}.extend([(me, -k)] * {b})
return n
""", "sorted(log{i})"),
    "insert": ("log{i} = [0] * {a}", """
global log{i}
for k in range(n):
    log{i}.insert(k % ({b} + 1), me)
    log{i} += (me, me)
return n
""", "sorted(log{i})"),
    "own keys": ("table{i} = {{}}", """
total = 0
for k in range(n):
    table{i}[me, k % {a}] = k
    table{i}["%d-%d" % (me, k % {b})] = [k]
    total += table{i}[me, k % {a}] + table{i}.get((me, -1), 3) + len(table{i}["%d-%d" % (me, k % {b})])
    if k % {c} == 0: del table{i}[me, k % {a}]
    elif k % {c} == 1: total += table{i}.pop("%d-%d" % (me, k % {b}))[0]
return total
""", "sorted(table{i}.items(), key=repr)"),
    "counts": ("table{i} = {{}}; lock{i} = __import__('threading').Lock()", """
for k in range(n):
    with lock{i}:
        table{i}[k % {a}] = table{i}.get(k % {a}, 0) + me + 1
    table{i}.setdefault("same", {b})
return table{i}["same"]
""", "sorted(table{i}.items(), key=repr)"),
    "set": ("elements{i} = set()", """
total = 0
for k in range(n):
    elements{i}.add(k % {a})
    elements{i}.add((me, k % {b}))
    elements{i}.update(("x", k % {c}), [me * 1000])
    elements{i}.discard((me, (k + 1) % {b}))
    total += (me, k % {b}) in elements{i}
return total
""", "sorted(elements{i}, key=repr)"),
    "deque": ("from collections import deque; line{i} = deque()", """
for k in range(n):
    if k % 2: line{i}.append(k)
    else: line{i}.appendleft(k)
    if k % {a} == 0: line{i}.rotate({b})
    if k % {c} == 0: line{i}.append(line{i}.popleft())
return len(line{i}) and 1
""", "sorted(line{i})"),
    "groups": ("from collections import defaultdict, Counter; groups{i} = defaultdict(list); counter{i} = Counter()", """
words = ["w%d" % (k % {b}) for k in range({c} * 3)]
for k in range(n):
    groups{i}[k % {a}].append(me)
    if k % 5 == 0: counter{i}.update(words)
return n
""", "sorted((k, sorted(v)) for k, v in groups{i}.items()), sorted(counter{i}.items())"),
    "heap": ("import heapq; heap{i} = []", """
for k in range(n):
    heapq.heappush(heap{i}, (k * 7919 + me) % 1000)
    if k % {a} == 0: heapq.heappush(heap{i}, heapq.heappop(heap{i}))
return n
""", "sorted(heap{i})"),
    "bytes": ("data{i} = bytearray()", """
for k in range(n):
    data{i}.append(me)
    data{i}.extend(bytes([me]) * {a})
    data{i}.insert(0, 100 + me)
return n
""", "sorted(data{i})"),
    "read": ("known{i} = {{k: [k, str(k)] for k in range({a} * 10)}}; row{i} = [(k, k * 1.5) for k in range({b} * 5)]", """
total = 0
for k in range(n):
    number, text = known{i}[k % ({a} * 10)]
    total += number + len(text) + row{i}[k % len(row{i})][0] + row{i}[-1][0]
    if k % {c} == 0:
        total += sum(number for number, _ in row{i}) + len([*known{i}]) + max(known{i}) + len(known{i}.copy())
        for key, value in known{i}.items(): total += value[0] - key
return total
""", "len(known{i}), row{i}"),
    "replace": ("place{i} = [[0, 0] for _ in range({a})]; named{i} = dict.fromkeys('abc', (0, 0))", """
makers = [lambda k: [k, k], lambda k: (k, k), lambda k: {{0: k, 1: k}}, lambda k: str(k % 10) * 2, lambda k: [object()] * 2]
total = 0
for k in range(n):
    place{i}[(k + me) % {a}] = makers[k % 5](k)
    named{i}["abc"[k % 3]] = makers[(k + me) % 5](k)
    x = place{i}[k % {a}]; total += x[0] is x[1] or x[0] == x[1]
    x = named{i}["abc"[k % 3]]; total += x[0] is x[1] or x[0] == x[1]
return total
""", "len(place{i}), sorted(named{i})"),
    "iterator": ("steps{i} = iter(list(range(400))); pairs{i} = enumerate('x' * 400); sums{i} = []", """
mine = 0
for k in steps{i}:
    mine += k
    if k % {a} == 0: next(pairs{i}, None)
sums{i}.append(mine)
return 0
""", "sum(sums{i})"),
    "objects": ("""
class Thing{i}:
    shared = {a}
    def __init__(self, number): self.number = number
    def more(self, by): self.number += by; return self
    @property
    def twice(self): return self.number * 2
    def __eq__(self, other): return self.number == other.number
    def __hash__(self): return hash(self.number % 7)
common{i} = Thing{i}({b})
""", """
total = 0
mine = {{}}
for k in range(n):
    thing = Thing{i}(k).more({c})
    thing.extra = [thing.number]
    mine[thing] = mine.get(Thing{i}(k + {c}), 0) + 1
    total += thing.twice + thing.shared + common{i}.twice + len(thing.extra) + isinstance(thing, Thing{i})
return total + len(mine)
""", "common{i}.number"),
    "attributes": ("class Box{i}: pass\nbox{i} = Box{i}()", """
for k in range(n):
    setattr(box{i}, "t%d_%d" % (me, k % {a}), k)
    setattr(Box{i}, "c%d" % (k % {b}), {c})
    if k % 7 == 0: delattr(box{i}, "t%d_%d" % (me, k % {a}))
    box{i}.same = {c}
return box{i}.same + box{i}.c0
""", "sorted(vars(box{i}).items())"),
    "generators": ("def numbers{i}(top):\n    for k in range(top):\n        got = yield k\n        if got: yield got", """
total = 0
for k in range(n // 20 + 1):
    walk = numbers{i}({a})
    total += sum(walk) + sum(x * {b} for x in numbers{i}({c}))
    walk = numbers{i}({a}); next(walk); total += walk.send(me + 1); walk.close()
    def inner(y): yield from numbers{i}(y); return k
    total += len(list(inner({b})))
return total
""", "0"),
    "errors": ("class Wrong{i}(Exception): pass\nseen{i} = []", """
total = 0
for k in range(n):
    try:
        try:
            if k % {a} == 0: raise Wrong{i}(k)
            total += {{0: 1}}[k % {b}]
        except KeyError as error:
            total += error.args[0]
            if k % {c} == 0: raise Wrong{i}(me) from error
    except Wrong{i} as error:
        seen{i}.append(1)
        total += error.args[0] + (error.__cause__ is not None)
    finally:
        total += 1
return total
""", "len(seen{i})"),
    "texts": ("", """
text = ""
parts = []
for k in range(n):
    text += chr(97 + k % 26) if k % {a} else "\\u00e9"
    parts.append(f"{{k:>{b}}}|{{me!r}}|{{k / 3:.{c}f}}")
    if k % 50 == 0: text = text.replace("a", "bb")[-200:].upper().lower()
joined = ",".join(parts)
return len(text) + len(joined) + len(joined.split("|")) + joined.count("1") + text.find("z") + sum(map(ord, text))
""", "0"),
    "sorting": ("base{i} = [(k * 7919 % 101, str(k)) for k in range({a} * 10)]", """
total = 0
for k in range(n // 20 + 1):
    mine = base{i}[:]
    mine.sort(reverse=k % 2 == 0)
    total += mine[k % len(mine)][0] + sorted(base{i})[-1][0] + sorted(base{i}, key=lambda pair: -pair[0])[0][0]
    mine.reverse(); del mine[::2]; mine[1:1] = mine[:{b}]
    total += len(mine) + min(mine)[0]
return total
""", "base{i} == sorted(base{i}, key=lambda pair: int(pair[1]))"),
    "big numbers": ("big{i} = 3 ** ({a} * 50)", """
total = 1
for k in range(n // 4 + 1):
    total = (total * big{i} + me + k) % 10 ** 40
    total += hash(total) % {b} + int(str(total)[:{c}]) + int((k + 0.5) * 1e30) % 7
return total % 10 ** 12
""", "big{i}"),
    "closures": ("""
def make{i}(start):
    value = start
    def step(by):
        nonlocal value
        value += by
        return value
    return step
plus{i} = lambda x, y={a}, *rest, **names: x + y + len(rest) + sum(names.values())
""", """
step = make{i}(me)
total = 0
for k in range(n):
    total += step(k % {b}) % 97 + plus{i}(k) + plus{i}(1, 2, 3, z=k % {c})
return total
""", "0"),
    "garbage": ("import weakref; ended{i} = []\nclass Node{i}:\n    def __del__(self): ended{i}.append(1)", """
alive = 0
for k in range(n // 4 + 1):
    node = Node{i}()
    watch = weakref.ref(node)
    if k % {a} == 0: node.me = node
    elif k % {b} == 0: node.list = [node, {{"x": node}}]
    alive += watch() is node
    del node
return alive
""", "(gc.collect(), len(ended{i}))[1]"),
    "globals": ("shared{i} = (0, 0)", """
global shared{i}
total = 0
for k in range(n):
    shared{i} = (k, k)
    a, b = shared{i}
    total += a == b
return total
""", "0"),
}


class Program:
    def __init__(self, seed):
        choice = random.Random(seed)
        self.threads = choice.choice([2, 2, 3, 4])
        self.names = choice.choices(sorted(STATIONS), k=choice.randint(2, 6))
        lines, self.ends = ["import gc"], []
        for i, name in enumerate(self.names):
            numbers = dict(i=i, a=choice.randint(1, 9), b=choice.randint(1, 9), c=choice.randint(1, 9))
            shared, work, end = (text.format(**numbers) for text in STATIONS[name])
            lines += [shared, f"def work{i}(me, n):", *("    " + line for line in work.strip().splitlines())]
            self.ends.append(end)
        self.text = "\n".join(lines) + "\n"
        # What each thread does, in which order, how often.
        self.plans = []
        for me in range(self.threads):
            plan = [(i, choice.randint(20, 400)) for i in range(len(self.names)) for _ in range(choice.randint(1, 2))]
            choice.shuffle(plan)
            self.plans.append(plan)

    def run(self, at_once):
        """What it comes to, as a text."""
        names = {}
        exec(compile(self.text, "<program>", "exec"), names)
        results = [None] * self.threads
        barrier = threading.Barrier(self.threads if at_once else 1)

        def thread(me):
            barrier.wait()
            try:
                results[me] = [names[f"work{i}"](me, n) for i, n in self.plans[me]]
            except BaseException as error:
                results[me] = repr(error)

        threads = [threading.Thread(target=thread, args=(me,)) for me in range(self.threads)]
        for each in threads:
            each.start()
            if not at_once:
                each.join()
        for each in threads:
            each.join()
        gc.collect()
        return repr((results, [eval(end, names) for end in self.ends]))


def check(seed):
    """What the program of that seed comes to at once. Says what is wrong where that is not what it comes to one thread
    after the other, and gives None."""
    program = Program(seed)
    expected, got = program.run(False), program.run(True)
    if expected == got:
        return got
    at = next((i for i, (a, b) in enumerate(zip(expected, got)) if a != b), 0)
    print(f"seed {seed}: {program.threads} threads, {program.names}")
    print(f"  expected ...{expected[max(0, at - 60):at + 60]}")
    print(f"  got      ...{got[max(0, at - 60):at + 60]}")
    return None
