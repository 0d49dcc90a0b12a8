# A pickle that gives a class a state, as none should: the class stays as it was.
import pickle


class Plain:
    pass


data = b"\x80\x04c__main__\nPlain\n}\x8c\x01xK\x05sb."
try:
    print(pickle.loads(data))
except TypeError as error:
    print(error)
print(hasattr(Plain, "x"))

# expect: 'mappingproxy' object does not support item assignment
# expect: False
