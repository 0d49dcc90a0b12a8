import hashlib
import hmac


def attempt(function):
    try:
        print(function())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: hmac.new(b"key"))
attempt(lambda: hmac.new("key", b"", "md5"))
attempt(lambda: hmac.new(b"key", "text", "md5"))
attempt(lambda: hmac.new(b"key", b"", hashlib.sha1).name)
# expect: TypeError Missing required parameter 'digestmod'.
# expect: TypeError key: expected bytes or bytearray, but got 'str'
# expect: TypeError Strings must be encoded before hashing
# expect: hmac-sha1
