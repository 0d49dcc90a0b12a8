# Keys that are empty, short and longer than a block.
import hmac

for key in (b"", b"k", b"k" * 300):
    for name in ("md5", "sha256", "sha3_512", "blake2b"):
        state = hmac.new(key, b"mes", name)
        copy = state.copy()
        state.update(b"sage")
        print(state.name, state.digest_size, state.block_size, state.hexdigest()[:20])
        print(state.digest() == hmac.digest(key, b"message", name), copy.digest() == state.digest())
# expect: hmac-md5 16 64 b32797ea4b4b90a5d6fe
# expect: True False
# expect: hmac-sha256 32 64 eb08c1f56d5ddee07f7b
# expect: True False
# expect: hmac-sha3_512 64 72 ed089cb5b29ac6ba3736
# expect: True False
# expect: hmac-blake2b 64 128 dddc388800f00458e773
# expect: True False
# expect: hmac-md5 16 64 830e89d40ff8cacbb791
# expect: True False
# expect: hmac-sha256 32 64 9831a5afefa770d5fe6c
# expect: True False
# expect: hmac-sha3_512 64 72 61115ddcbc783ccd1967
# expect: True False
# expect: hmac-blake2b 64 128 b7f70501b4c7aa07353e
# expect: True False
# expect: hmac-md5 16 64 218e2183884ad7f1fdca
# expect: True False
# expect: hmac-sha256 32 64 37eba316974ab9d4e917
# expect: True False
# expect: hmac-sha3_512 64 72 b09dedb3be904477d8ae
# expect: True False
# expect: hmac-blake2b 64 128 ed897778719bbd7d633a
# expect: True False
