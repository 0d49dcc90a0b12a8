# The bytes of a pickle are CPython's: batches, frames, what stands outside of them, integers of any size.
import hashlib
import pickle


class Plain:
    def __init__(self):
        self.a, self.b = 1, 'b'


values = [None, 2**40, -2**63, 2**70, -2**71, 10**300, -10**700, 0.5, 'caf\u00e9', b'x' * 300, (), [1], {'a': 1}, Plain(), Plain]
for count in (999, 1000, 1001, 2000):
    values += [list(range(count)), dict.fromkeys(range(count)), set(range(count)), frozenset(range(count))]
values += [[str(i) for i in range(30000)], ['x' * 70000, 'y' * 20000, b'q' * 70000]]
for value in values:
    data = pickle.dumps(value, 4)
    back = pickle.loads(data)
    print(len(data), hashlib.md5(data).hexdigest()[:8], type(back) is type(value), isinstance(value, Plain) or back == value)
for bad in (b'\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00N.', b'\x80\x04]q', b'\x80\x04\x8c\x02os\x8c\x04nope\x93.', b''):
    try:
        pickle.loads(bad)
    except Exception as error:
        print(type(error).__name__)
changing = {}


class Grows:
    def __reduce__(self):
        changing[len(changing)] = 0
        return Plain, ()


changing.update(a=Grows(), b=Grows())
try:
    pickle.dumps(changing)
except RuntimeError as error:
    print(error)
# expect: 4 7d1e5565 True True
# expect: 20 7e7649e8 True True
# expect: 22 6a1c7572 True True
# expect: 23 f32e7a7f True True
# expect: 23 07659913 True True
# expect: 139 28693e7e True True
# expect: 308 421ef8f5 True True
# expect: 21 b8113e33 True True
# expect: 20 aa10e2a9 True True
# expect: 318 23429edd True True
# expect: 4 4f8ea2af True True
# expect: 17 38b97910 True True
# expect: 21 34a63eb0 True True
# expect: 53 639afcff True True
# expect: 33 ee27f19a True True
# expect: 2757 a7d672ad True True
# expect: 3756 08dc2b36 True True
# expect: 2757 c2ed40c9 True True
# expect: 2756 d215000a True True
# expect: 2760 2b3be4df True True
# expect: 3762 133e5ab7 True True
# expect: 2762 b19848bd True True
# expect: 2759 55f984fe True True
# expect: 2765 a839173c True True
# expect: 3766 59b7cadb True True
# expect: 2765 62bc8640 True True
# expect: 2762 f9a33eaf True True
# expect: 5762 24cc9044 True True
# expect: 7764 e73532f9 True True
# expect: 5764 441e9837 True True
# expect: 5759 fd4fb78a True True
# expect: 228991 c981b53e True True
# expect: 160034 ecc1c124 True True
# expect: UnpicklingError
# expect: UnpicklingError
# expect: AttributeError
# expect: EOFError
# expect: dictionary changed size during iteration
