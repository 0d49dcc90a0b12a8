import hmac
import secrets

print(hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"abc", bytearray(b"abd")), hmac.compare_digest(b"", b"a"))
print(secrets.compare_digest("a", "b"))
for pair in ((1, 2), ("a", b"a"), ("é", "é")):
    try:
        hmac.compare_digest(*pair)
    except TypeError as error:
        print(error)
# expect: True False False
# expect: False
# expect: unsupported operand types(s) or combination of types: 'int' and 'int'
# expect: a bytes-like object is required, not 'str'
# expect: comparing strings with non-ASCII characters is not supported
