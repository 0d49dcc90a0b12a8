import base64


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


for text in ("abc", "mfrgg===", "MFRGG==0", "A=======", "AA======", "AAA=====", "AAAAAA==", "========", "AA=A===="):
    attempt(base64.b32decode, text)
for text in ("vvvvv", "<~abc", "azb", "xabc", "a", 's8W-"'):
    attempt(base64.a85decode, text)
for text in ("~~~~~", "a b", "abc ~d", "|NsC1"):
    attempt(base64.b85decode, text)
attempt(base64.b16decode, "AG")
attempt(base64.b16decode, "aa")
attempt(base64.a85decode, "abc", adobe=True)
attempt(base64.b64decode, "YQ=!=", validate=True)
attempt(base64.b64decode, "é")
attempt(base64.b64decode, 1)
attempt(base64.b64encode, "a")
attempt(base64.b32encode, "a")
attempt(base64.encodebytes, "a")
attempt(base64.b64encode, b"a", altchars=b"x")
# expect: Error Incorrect padding
# expect: Error Non-base32 digit found
# expect: Error Non-base32 digit found
# expect: Error Incorrect padding
# expect: b'\x00'
# expect: Error Incorrect padding
# expect: Error Incorrect padding
# expect: Error Incorrect padding
# expect: Error Non-base32 digit found
# expect: ValueError Non-Ascii85 digit found: v
# expect: ValueError Non-Ascii85 digit found: ~
# expect: ValueError z inside Ascii85 5-tuple
# expect: ValueError Non-Ascii85 digit found: x
# expect: b''
# expect: ValueError Ascii85 overflow
# expect: ValueError base85 overflow in hunk starting at byte 0
# expect: ValueError bad base85 character at position 1
# expect: ValueError bad base85 character at position 3
# expect: ValueError base85 overflow in hunk starting at byte 0
# expect: Error Non-base16 digit found
# expect: Error Non-base16 digit found
# expect: ValueError Ascii85 encoded byte sequences must end with b'~>'
# expect: Error Only base64 data is allowed
# expect: ValueError string argument should contain only ASCII characters
# expect: TypeError argument should be a bytes-like object or ASCII string, not 'int'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: TypeError expected bytes-like object, not str
# expect: AssertionError b'x'
