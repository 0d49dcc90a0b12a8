"""Counts the schedules of scripts/races/petersons_lock.py without gillab: every path of a model that is in no state twice.

A thread's place is its next shared operation. The loop's condition stands twice in the code: before the first round and
after each.
"""


def step(state, me):
    wants, turn, count, places, loaded = map(lambda part: list(part) if isinstance(part, tuple) else part, state)
    other = 1 - me
    place = places[me]
    if place == "want":
        wants[me], places[me] = True, "give way"
    elif place == "give way":
        turn, places[me] = other, "first look"
    elif place in ("first look", "look"):
        places[me] = place + " at turn" if wants[other] else "load"
    elif place in ("first look at turn", "look at turn"):
        places[me] = "look" if turn == other else "load"
    elif place == "load":
        loaded[me], places[me] = count, "store"
    elif place == "store":
        count, loaded[me], places[me] = loaded[me] + 1, None, "leave"
    elif place == "leave":
        wants[me], places[me] = False, "end"
    else:
        return None
    return tuple(wants), turn, count, tuple(places), tuple(loaded)


def paths(state, visited, results):
    nexts = [each for each in (step(state, 0), step(state, 1)) if each]
    if not nexts:
        results[state[2]] = results.get(state[2], 0) + 1
    for each in nexts:
        if each not in visited:
            paths(each, visited | {each}, results)
    return results


start = ((False, False), 0, 0, ("want", "want"), (None, None))
print(paths(start, {start}, {}))
