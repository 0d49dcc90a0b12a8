import copyreg
import io
import pickle


class Kept:
    pass


kept = Kept()


class Writer(pickle.Pickler):
    def persistent_id(self, obj):
        return "the kept one" if obj is kept else None

    def reducer_override(self, obj):
        if isinstance(obj, range):
            return list, (tuple(obj),)
        return NotImplemented


class Reader(pickle.Unpickler):
    def persistent_load(self, pid):
        return kept if pid == "the kept one" else None

    def find_class(self, module, name):
        if name == "eval":
            raise pickle.UnpicklingError("forbidden")
        return super().find_class(module, name)


for protocol in (0, 2, 4):
    file = io.BytesIO()
    Writer(file, protocol).dump([kept, range(2), kept])
    file.seek(0)
    result = Reader(file).load()
    print(result[0] is kept, result[1], result[2] is kept)
try:
    Reader(io.BytesIO(pickle.dumps(eval))).load()
except pickle.UnpicklingError as error:
    print(error)
file = io.BytesIO()
for value in (1, "two", [3]):
    pickle.dump(value, file)
file.seek(0)
print(pickle.load(file), pickle.load(file), pickle.load(file))
try:
    pickle.load(file)
except EOFError as error:
    print(error)


class Odd:
    def __init__(self, value):
        self.value = value


copyreg.pickle(Odd, lambda odd: (Odd, (odd.value + 1,)))
print(pickle.loads(pickle.dumps(Odd(1))).value)
# expect: True [0, 1] True
# expect: True [0, 1] True
# expect: True [0, 1] True
# expect: forbidden
# expect: 1 two [3]
# expect: Ran out of input
# expect: 2
