from _run import together

items = list(range(100))
errors = set()

def work(number):
    for n in range(300):
        try:
            if number == 0:
                items.sort(key=lambda value: -value)
            else:
                items.append(n)
        except ValueError as error:
            errors.add(str(error))

together(work)
print(errors <= {"list modified during sort"}, len(items) <= 1000)   # expect: True True
