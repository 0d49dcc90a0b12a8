from _run import together

def squares(limit):
    total = 0
    for n in range(limit):
        total += (yield n * n) or 0
    return total

results = []

def work(number):
    for _ in range(100):
        generator = squares(20)
        answer = next(generator)
        try:
            while True:
                answer = generator.send(number)
        except StopIteration as end:
            results.append((answer, end.value == number * 20))

together(work)
print(set(results), len(results))                    # expect: {(361, True)} 400
