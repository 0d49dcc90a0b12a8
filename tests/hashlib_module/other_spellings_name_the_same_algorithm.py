import hashlib

for name in ("SHA256", "sha256", "SHA512-256", "sha512_256", "SHA3-224", "MD5"):
    print(name, hashlib.new(name).name)
print(hashlib.new("sha256", b"x", usedforsecurity=False).hexdigest() == hashlib.sha256(string=b"x").hexdigest())
# expect: SHA256 sha256
# expect: sha256 sha256
# expect: SHA512-256 sha512_256
# expect: sha512_256 sha512_256
# expect: SHA3-224 sha3_224
# expect: MD5 md5
# expect: True
