d = {1: 1, 2: 2}
def run(action):
    d = {1: 1, 2: 2, 3: 3}
    try:
        for key in d:
            action(d, key)
        print("finished", d)
    except RuntimeError as error:
        print(error)
run(lambda d, key: d.update({key + 10: 0}))  # expect: dictionary changed size during iteration
run(lambda d, key: d.pop(key))  # expect: dictionary changed size during iteration
run(lambda d, key: d.update({key: 0}))  # expect: finished {1: 0, 2: 0, 3: 0}
run(lambda d, key: (d.pop(key), d.update({key + 10: 0})))  # expect: finished {11: 0, 12: 0, 13: 0}
try:
    for item in d.items():
        d[99] = 1
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
try:
    for value in d.values():
        d[100] = 1
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
