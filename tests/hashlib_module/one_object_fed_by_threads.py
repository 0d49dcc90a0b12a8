# A hash, a compressor and their kin may be used by several threads: each call happens as a whole.
import hashlib
import threading
import zlib

block = b"x" * 5000
hashes = [hashlib.sha256(), hashlib.blake2b(), hashlib.md5()]
compressor = zlib.compressobj()
pieces = []
lock = threading.Lock()


def feed():
    for _ in range(50):
        for state in hashes:
            state.update(block)
            state.copy().digest()
        with lock:
            pieces.append(compressor.compress(block))


threads = [threading.Thread(target=feed) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(hashes[0].digest() == hashlib.sha256(block * 200).digest())  # expect: True
print(hashes[1].digest() == hashlib.blake2b(block * 200).digest())  # expect: True
print(hashes[2].digest() == hashlib.md5(block * 200).digest())  # expect: True
print(zlib.decompress(b"".join(pieces) + compressor.flush()) == block * 200)  # expect: True
