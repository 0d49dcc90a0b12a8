import hashlib

print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex())
print(hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 10, dklen=50).hex())
print(hashlib.scrypt(b"password", salt=b"NaCl", n=16, r=8, p=1, dklen=32).hex())


def attempt(function):
    try:
        function()
    except (TypeError, ValueError) as error:
        print(error)


attempt(lambda: hashlib.pbkdf2_hmac("sha1", b"", b"", 0))
attempt(lambda: hashlib.pbkdf2_hmac("sha1", b"", b"", 1, 0))
attempt(lambda: hashlib.scrypt(b"", n=2, r=1, p=1))
attempt(lambda: hashlib.scrypt(b"", salt=b"", n=3, r=1, p=1))
attempt(lambda: hashlib.scrypt(b"", salt=b"", n=2, p=1))
attempt(lambda: hashlib.scrypt(b"", salt=b"", n=2**20, r=8, p=1))
# expect: 632c2812e46d4604102ba7618e9d6d7d2f8128f6266b4a03264d2a0460b7dcb3
# expect: ae3fe5f5707e07f3e7c117fb885cd052a6fcd77a4a7bcc3d30539407bd172fa42f47a3017f051611e69543e74bcffbedd2f6
# expect: f5dfb3972e7908b22410c5c5f3788907cdbd1a79971b12277502bd4a77e6d5d3
# expect: iteration value must be greater than 0.
# expect: key length must be greater than 0.
# expect: salt is required
# expect: n must be a power of 2.
# expect: r is required and must be an unsigned int
# expect: [digital envelope routines] memory limit exceeded
