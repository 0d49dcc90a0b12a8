# Key, salt, person, size and the places in a tree all change the digest as the algorithm's description says.
import hashlib

options = dict(key=b"key", salt=b"salt", person=b"person", fanout=2, depth=3, leaf_size=4096, node_offset=5,
               node_depth=1, inner_size=32, last_node=True)
for make in (hashlib.blake2b, hashlib.blake2s):
    print(make(b"x" * 1000, digest_size=20, **options).hexdigest())
    print(make(b"x" * 128, key=b"k").hexdigest()[:40])
    print(make.SALT_SIZE, make.PERSON_SIZE, make.MAX_KEY_SIZE, make.MAX_DIGEST_SIZE)
# expect: 0093a6f7ca7e69aa146f682e59dfc52303a50321
# expect: 47f984e94077df97cfdf1346d445acf39f32b920
# expect: 16 16 64 64
# expect: 68421611e8571a3271f501e3050b54551a8c29eb
# expect: 039177dd6d88965b5d122ebce675afe4a6d4f79d
# expect: 8 8 32 32
