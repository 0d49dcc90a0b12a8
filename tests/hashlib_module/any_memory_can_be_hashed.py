import hashlib

data = bytes(range(200)) * 30
for memory in (bytearray(data), memoryview(data), memoryview(bytearray(data))):
    print(hashlib.sha1(memory).digest() == hashlib.sha1(data).digest())
array = bytearray(data)
hashlib.sha1(array)
array.append(1)  # nothing holds it any more
print(hashlib.sha1(memoryview(data)[5:300]).hexdigest()[:10])
# expect: True
# expect: True
# expect: True
# expect: 927d0ba929
