# What an except* does not catch must not be held by it.
import gc
import weakref


class Failure(Exception):
    pass


def passes_through():
    failure = Failure("x")
    seen.append(weakref.ref(failure))
    try:
        try:
            raise failure
        except* TypeError:
            print("never")
    except Failure as error:
        print("caught", error)  # expect: caught x


seen = []
passes_through()
gc.collect()
print(seen[0]() is None)  # expect: True
