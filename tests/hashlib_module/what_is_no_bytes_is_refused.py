import hashlib


def attempt(function):
    try:
        function()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


attempt(lambda: hashlib.sha256("text"))
attempt(lambda: hashlib.sha256(5))
attempt(lambda: hashlib.md5().update("text"))
attempt(lambda: hashlib.blake2b("text"))
attempt(lambda: hashlib.new("nothing"))
attempt(lambda: hashlib.new(5))
attempt(lambda: type(hashlib.sha256())())
attempt(lambda: hashlib.shake_128().digest())
attempt(lambda: hashlib.sha256(b"", b""))
attempt(lambda: setattr(hashlib.sha256(), "other", 1))
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError Strings must be encoded before hashing
# expect: ValueError unsupported hash type nothing
# expect: TypeError name must be a string
# expect: TypeError cannot create '_hashlib.HASH' instances
# expect: TypeError digest() missing required argument 'length' (pos 1)
# expect: TypeError openssl_sha256() takes at most 1 positional argument (2 given)
# expect: AttributeError '_hashlib.HASH' object has no attribute 'other'
