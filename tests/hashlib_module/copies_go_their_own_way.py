# A copy shares what was hashed so far and nothing after; digest() does not end the object.
import hashlib

for make in (hashlib.sha256, hashlib.sha3_512, hashlib.blake2b, hashlib.blake2s):
    first = make(b"ab")
    second = first.copy()
    second.update(b"c")
    print(first.digest() == make(b"ab").digest(), second.digest() == make(b"abc").digest())
    first.update(b"c")
    print(first.hexdigest() == second.hexdigest(), type(first) is type(second))
# expect: True True
# expect: True True
# expect: True True
# expect: True True
# expect: True True
# expect: True True
# expect: True True
# expect: True True
