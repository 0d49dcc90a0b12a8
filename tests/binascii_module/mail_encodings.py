# uuencode and quoted-printable of arbitrary bytes, as one number over everything.
import binascii
import random

random.seed(1)
total = 0
for i in range(400):
    data = bytes(random.choices(b"ab =._\t\n\r\xff\x01.\n " + bytes(range(20, 130)), k=random.randrange(200)))
    for flags in range(8):
        packed = binascii.b2a_qp(data, flags & 1, flags >> 1 & 1, flags >> 2)
        total = binascii.crc32(packed + binascii.a2b_qp(packed, flags >> 2), total)
    packed = binascii.b2a_uu(data[:45], backtick=i % 2)
    assert binascii.a2b_uu(packed) == data[:45]
    total = binascii.crc32(packed + binascii.a2b_qp(data), total)
print(total)
for line in (b"!zz", b"#8 ~", b"#86)CD", b"#86)C", b"!\x01a"):
    try:
        print(binascii.a2b_uu(line))
    except binascii.Error as error:
        print(error)
try:
    binascii.b2a_uu(b"a" * 46)
except binascii.Error as error:
    print(error)
# expect: 887232313
# expect: Illegal char
# expect: Illegal char
# expect: Trailing garbage
# expect: b'abc'
# expect: Illegal char
# expect: At most 45 bytes at once
