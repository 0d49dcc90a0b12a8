# Each character has the name that CPython's table has, and is found by it.
import hashlib
import unicodedata

digest = hashlib.md5()
count = 0
for code in range(0, 0x110000, 3):
    name = unicodedata.name(chr(code), None)
    if name:
        count += 1
        digest.update(name.encode() + b"\n")
print(count, digest.hexdigest())
for code in (0x41, 0x13000, 0x12345, 0x16A5, 0xF900, 0x1B170, 0x18B00, 0x1234, 0x1F9A9, 0xAC01, 0x4E00, 0xE01EF):
    name = unicodedata.name(chr(code))
    print(name, unicodedata.lookup(name) == chr(code))
print("\N{ETHIOPIC SYLLABLE SEE}\N{egyptian hieroglyph a001}" == "\u1234\U00013000")

# expect: 46179 abde7d4fdb4f753740faa26b62c32c81
# expect: LATIN CAPITAL LETTER A True
# expect: EGYPTIAN HIEROGLYPH A001 True
# expect: CUNEIFORM SIGN URU TIMES KI True
# expect: RUNIC LETTER W True
# expect: CJK COMPATIBILITY IDEOGRAPH-F900 True
# expect: NUSHU CHARACTER-1B170 True
# expect: KHITAN SMALL SCRIPT CHARACTER-18B00 True
# expect: ETHIOPIC SYLLABLE SEE True
# expect: FLAMINGO True
# expect: HANGUL SYLLABLE GAG True
# expect: CJK UNIFIED IDEOGRAPH-4E00 True
# expect: VARIATION SELECTOR-256 True
# expect: True
