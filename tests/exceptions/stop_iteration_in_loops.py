class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("done")
for x in It(): print("never")
else: print("else")  # expect: else
try:
    next(It())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: StopIteration: done
class Err:
    def __iter__(self): return self
    def __next__(self): raise ValueError("broken")
try:
    for x in Err(): pass
except ValueError as error:
    print(error)  # expect: broken
