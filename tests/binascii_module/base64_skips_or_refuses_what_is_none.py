import binascii

for text in ("ab!c", "ab==x", "=abc", "ab=", "abc==", "abcd=", "ab=a", "ab==\n", "a===", "", "ab==ab==", "a", "ab=c",
             "é"):
    for strict in (False, True):
        try:
            print(repr(text), strict, binascii.a2b_base64(text, strict_mode=strict))
        except ValueError as error:
            print(repr(text), strict, type(error).__name__, error)
print(binascii.b2a_base64(b"abcd"), binascii.b2a_base64(b"\xff\xfe", newline=False))
# expect: 'ab!c' False Error Incorrect padding
# expect: 'ab!c' True Error Only base64 data is allowed
# expect: 'ab==x' False b'i'
# expect: 'ab==x' True Error Excess data after padding
# expect: '=abc' False Error Incorrect padding
# expect: '=abc' True Error Leading padding not allowed
# expect: 'ab=' False Error Incorrect padding
# expect: 'ab=' True Error Incorrect padding
# expect: 'abc==' False b'i\xb7'
# expect: 'abc==' True Error Excess data after padding
# expect: 'abcd=' False b'i\xb7\x1d'
# expect: 'abcd=' True b'i\xb7\x1d'
# expect: 'ab=a' False Error Incorrect padding
# expect: 'ab=a' True Error Discontinuous padding not allowed
# expect: 'ab==\n' False b'i'
# expect: 'ab==\n' True Error Excess data after padding
# expect: 'a===' False Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: 'a===' True Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: '' False b''
# expect: '' True b''
# expect: 'ab==ab==' False b'i'
# expect: 'ab==ab==' True Error Excess data after padding
# expect: 'a' False Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: 'a' True Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: 'ab=c' False Error Incorrect padding
# expect: 'ab=c' True Error Discontinuous padding not allowed
# expect: 'é' False ValueError string argument should contain only ASCII characters
# expect: 'é' True ValueError string argument should contain only ASCII characters
# expect: b'YWJjZA==\n' b'//4='
