import sys

class Broken:
    def __iter__(self):
        return self
    def __next__(self):
        return 1
    def __getattr__(self, name):
        1 / 0

def generator():
    yield from Broken()

sys.unraisablehook = lambda problem: print('unraisable', problem.exc_type.__name__)
made = generator()
next(made)
made.close()
made = generator()
next(made)
try:
    made.throw(ValueError)
except ZeroDivisionError as error:
    print(error)

# expect: unraisable ZeroDivisionError
# expect: division by zero
