import copy
import uuid

one = uuid.UUID("{12345678-1234-5678-1234-567812345678}")
for name in ("hex", "int", "bytes", "bytes_le", "fields", "time", "clock_seq", "node", "urn", "variant", "version"):
    print(name, getattr(one, name))
print(repr(one), one, hash(one) == hash(one.int), one == uuid.UUID(int=one.int), one < uuid.UUID(int=5), one == 5)
print(uuid.UUID(bytes_le=one.bytes_le) == one, uuid.UUID(fields=one.fields) == one, copy.deepcopy(one) == one)
print(uuid.UUID(bytes=bytes(range(16)), version=4))
# expect: hex 12345678123456781234567812345678
# expect: int 24197857161011715162171839636988778104
# expect: bytes b'\x124Vx\x124Vx\x124Vx\x124Vx'
# expect: bytes_le b'xV4\x124\x12xV\x124Vx\x124Vx'
# expect: fields (305419896, 4660, 22136, 18, 52, 95073701484152)
# expect: time 466142576285865592
# expect: clock_seq 4660
# expect: node 95073701484152
# expect: urn urn:uuid:12345678-1234-5678-1234-567812345678
# expect: variant reserved for NCS compatibility
# expect: version None
# expect: UUID('12345678-1234-5678-1234-567812345678') 12345678-1234-5678-1234-567812345678 True True False False
# expect: True True True
# expect: 00010203-0405-4607-8809-0a0b0c0d0e0f
