"""One line of Python is several instructions, and another thread may run between any two of them.

`count += 1` reads a variable, adds one, and writes the variable. The lesson shows the instructions, then plays two
threads by hand: each runs to the middle of the line, and one of the two updates is lost.
"""

import dis

count = 0


def up():
    global count
    count += 1


names = [instruction.opname for instruction in dis.get_instructions(up)]
read, write = names.index("LOAD_GLOBAL"), names.index("STORE_GLOBAL")
print("count += 1 is made of:")
for name in names[read:write + 1]:
    print("   ", name)
print(f"A switch has {write - read} places to fall into between the read and the write.")


def up_in_steps():
    """The same line, cut where a switch can fall: it stops after the read."""
    global count
    value = count
    yield f"read {value}"
    count = value + 1
    yield f"wrote {value + 1}"


def play(schedule):
    global count
    count = 0
    threads = {"A": up_in_steps(), "B": up_in_steps()}
    for thread in schedule:
        print(f"    {thread} {next(threads[thread])}")
    print(f"    {schedule}: two updates, and count is {count}")
    return count


print("One after the other:")
assert play("AABB") == 2
print("With a switch between read and write:")
assert play("ABAB") == 1

outcomes = {}
for schedule in ("AABB", "ABAB", "ABBA", "BAAB", "BABA", "BBAA"):
    count = 0
    threads = {"A": up_in_steps(), "B": up_in_steps()}
    for thread in schedule:
        next(threads[thread])
    outcomes[count] = outcomes.get(count, 0) + 1
for result, schedules in sorted(outcomes.items()):
    print(f"{schedules} of 6 schedules end with count == {result}")
