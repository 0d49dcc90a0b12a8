from _run import together

class Thing:
    def method(self):
        return 0

answers = set()

def work(number):
    thing = Thing()
    for n in range(500):
        if number == 0:
            Thing.method = (lambda self: 1) if n % 2 else (lambda self: 0)
            Thing.extra = n
        else:
            answers.add(thing.method())

together(work)
print(answers <= {0, 1}, Thing.extra)                # expect: True 499
