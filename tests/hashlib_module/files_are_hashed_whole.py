import hashlib
import io
import os

print(hashlib.file_digest(io.BytesIO(b"abc"), "sha256").hexdigest()[:16])
with open(__file__, "rb") as file:
    made = hashlib.file_digest(file, hashlib.md5)
with open(__file__, "rb") as file:
    print(made.digest() == hashlib.md5(file.read()).digest())
# expect: ba7816bf8f01cfea
# expect: True
