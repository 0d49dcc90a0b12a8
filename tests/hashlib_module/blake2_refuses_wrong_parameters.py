import hashlib

for options in (dict(digest_size=0), dict(digest_size=65), dict(key=b"k" * 65), dict(salt=b"s" * 17),
                dict(person=b"p" * 17), dict(fanout=256), dict(depth=0), dict(leaf_size=-1), dict(leaf_size=2**32),
                dict(node_offset=2**64), dict(node_depth=256), dict(inner_size=65)):
    try:
        hashlib.blake2b(**options)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
# expect: ValueError digest_size must be between 1 and 64 bytes
# expect: ValueError digest_size must be between 1 and 64 bytes
# expect: ValueError maximum key length is 64 bytes
# expect: ValueError maximum salt length is 16 bytes
# expect: ValueError maximum person length is 16 bytes
# expect: ValueError fanout must be between 0 and 255
# expect: ValueError depth must be between 1 and 255
# expect: ValueError value must be positive
# expect: OverflowError leaf_size is too large
# expect: OverflowError int too big to convert
# expect: ValueError node_depth must be between 0 and 255
# expect: ValueError inner_size must be between 0 and is 64
