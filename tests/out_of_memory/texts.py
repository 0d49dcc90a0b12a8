# every allocation fails once
words = "the quick brown fox".split()
text = " ".join(word.title() for word in words)
for i in range(20):
    text += "é" if i % 5 == 0 else chr(0x1F600 + i)
print(text[:19], len(text), text.upper()[:3], text.replace("Quick", "slow")[:8])  # expect: The Quick Brown Fox 39 THE The slow
print("%s-%05d-%r" % ("a", 42, None), "{:>8}|{:,}|{!r:^7}".format("x", 1234567, "q"))  # expect: a-00042-None        x|1,234,567|  'q'  
name, value = "pi", 3.14159
print(f"{name}={value:.2f} {value!r:>10} {name + 'x'=}")  # expect: pi=3.14    3.14159 name + 'x'='pix'
data = bytes(range(5)) + "äö".encode("utf-8")
print(data, data.hex(), bytearray(data)[5:].decode())  # expect: b'\x00\x01\x02\x03\x04\xc3\xa4\xc3\xb6' 0001020304c3a4c3b6 äö
print(2 ** 200 % 10 ** 9, str(3 ** 90)[:10], int("9" * 30) + 1, hex(10 ** 20))  # expect: 835301376 8727963568 1000000000000000000000000000000 0x56bc75e2d63100000
print("a,b,,c".split(","), "x\ny".splitlines(), "abc".partition("b"), ascii("é"))  # expect: ['a', 'b', '', 'c'] ['x', 'y'] ('a', 'b', 'c') '\xe9'
