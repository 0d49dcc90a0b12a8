from _run import together

class Thing:
    pass

shared = Thing()
kept = []

def work(number):
    for n in range(300):
        mine = Thing()
        setattr(mine, f"a{n % 7}", n)
        setattr(mine, f"b{number}", n)
        setattr(shared, f"shared_{number}_{n}", n)
        kept.append(mine.__dict__ == {f"a{n % 7}": n, f"b{number}": n})

together(work)
print(all(kept), len(kept), len(vars(shared)))       # expect: True 1200 1200
