import binascii

print(binascii.crc_hqx(b"abc", 0), binascii.crc_hqx(b"hello", 99), binascii.crc32(b"hello"), binascii.crc32(b"o", 5))
print(binascii.Error.__bases__, binascii.Incomplete.__bases__)
# expect: 40406 364 907060870 2137352139
# expect: (<class 'ValueError'>,) (<class 'Exception'>,)
