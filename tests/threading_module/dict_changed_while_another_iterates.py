from _run import together

table = {n: n for n in range(50)}
errors = set()

def work(number):
    for n in range(400):
        try:
            if number % 2:
                table[1000 + n] = n
                table.pop(1000 + n, None)
            else:
                sum(table.values())
                for key in table:
                    pass
        except RuntimeError as error:
            errors.add(str(error))

together(work)
print(errors <= {"dictionary changed size during iteration", "dictionary keys changed during iteration"}, len(table))   # expect: True 50
