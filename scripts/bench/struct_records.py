"""struct: records packed into bytes and taken apart again; bytes and bytearray around them."""
import struct

ROUNDS = 300
COUNT = 4000


def main():
    record = struct.Struct("<IHBd")
    total = 0
    for round_number in range(ROUNDS):
        parts = []
        for number in range(COUNT):
            parts.append(record.pack(number * 7, number % 60000, number & 255, number * 0.5))
        data = b"".join(parts)
        for number, (key, small, byte, real) in enumerate(record.iter_unpack(data)):
            if key != number * 7 or real != number * 0.5:
                raise SystemExit("wrong answer")
            total += small + byte
        header = struct.pack(">4sHI", b"REC1", COUNT, len(data))
        magic, count, size = struct.unpack(">4sHI", header)
        buffer = bytearray(header)
        buffer += data
        for place in range(0, count, 3):
            total += struct.unpack_from("<I", buffer, 10 + place * record.size)[0]
        total += len(magic) + size + int.from_bytes(buffer[:4], "big") + len(buffer.hex())
        buffer[0:4] = b"xxxx"
        total += buffer.find(b"\x01\x00") + buffer.count(b"\x00")
    return total


total = main()
if total != 422295327300:
    raise SystemExit(f"wrong answer {total}")
print("struct_records", total)
