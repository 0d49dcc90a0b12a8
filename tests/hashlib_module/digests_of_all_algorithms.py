# Every algorithm that is always there, over an empty text, a short one and one of many blocks, fed in two pieces.
import hashlib

for name in sorted(hashlib.algorithms_guaranteed):
    for data in (b"", b"abc", bytes(range(256)) * 50):
        state = hashlib.new(name)
        state.update(data[:7])
        state.update(data[7:])
        digest = state.hexdigest(16) if name.startswith("shake") else state.hexdigest()
        print(state.name, state.digest_size, state.block_size, digest[:32])
# expect: blake2b 64 128 786a02f742015903c6c6fd852552d272
# expect: blake2b 64 128 ba80a53f981c4d0d6a2797b69f12f6e9
# expect: blake2b 64 128 1374627db027e691925995728ef8651e
# expect: blake2s 32 64 69217a3079908094e11121d042354a7c
# expect: blake2s 32 64 508c5e8c327c14e2e1a72ba34eeb452f
# expect: blake2s 32 64 ab23bde8f1da4588c7c8f05e9afe9b66
# expect: md5 16 64 d41d8cd98f00b204e9800998ecf8427e
# expect: md5 16 64 900150983cd24fb0d6963f7d28e17f72
# expect: md5 16 64 b2691f025f65c8dae05c22315e7b40a8
# expect: sha1 20 64 da39a3ee5e6b4b0d3255bfef95601890
# expect: sha1 20 64 a9993e364706816aba3e25717850c26c
# expect: sha1 20 64 86ad0c518ae47c2281f74c895b5010da
# expect: sha224 28 64 d14a028c2a3a2bc9476102bb288234c4
# expect: sha224 28 64 23097d223405d8228642a477bda255b3
# expect: sha224 28 64 3e6df202346c41be8abc96618302b00a
# expect: sha256 32 64 e3b0c44298fc1c149afbf4c8996fb924
# expect: sha256 32 64 ba7816bf8f01cfea414140de5dae2223
# expect: sha256 32 64 ae1c6c3cfa59c7104a54158baf274b81
# expect: sha384 48 128 38b060a751ac96384cd9327eb1b1e36a
# expect: sha384 48 128 cb00753f45a35e8bb5a03d699ac65007
# expect: sha384 48 128 13b51bf7153f2e7ef92833d4c2995085
# expect: sha3_224 28 144 6b4e03423667dbb73b6e15454f0eb1ab
# expect: sha3_224 28 144 e642824c3f8cf24ad09234ee7d3c766f
# expect: sha3_224 28 144 1e79eeeada61cad68a3f3a83641a0ec7
# expect: sha3_256 32 136 a7ffc6f8bf1ed76651c14756a061d662
# expect: sha3_256 32 136 3a985da74fe225b2045c172d6bd390bd
# expect: sha3_256 32 136 6b4d49d02ec48d667f623aaef39dd3d1
# expect: sha3_384 48 104 0c63a75b845e4f7d01107d852e4c2485
# expect: sha3_384 48 104 ec01498288516fc926459f58e2c6ad8d
# expect: sha3_384 48 104 0599f2a9de8d9b11b7957ab0d6b64b16
# expect: sha3_512 64 72 a69f73cca23a9ac5c8b567dc185a756e
# expect: sha3_512 64 72 b751850b1a57168a5693cd924b6b096e
# expect: sha3_512 64 72 52390590deed617e0211a1cc42895e8d
# expect: sha512 64 128 cf83e1357eefb8bdf1542850d66d8007
# expect: sha512 64 128 ddaf35a193617abacc417349ae204131
# expect: sha512 64 128 3cd173441561cd137bc9f196988dd462
# expect: shake_128 0 168 7f9c2ba4e88f827d616045507605853e
# expect: shake_128 0 168 5881092dd818bf5cf8a3ddb793fbcba7
# expect: shake_128 0 168 74684dc414c2bec1a223c7fb758fa0de
# expect: shake_256 0 136 46b9dd2b0ba88d13233b3feb743eeb24
# expect: shake_256 0 136 483366601360a8771c6863080cc4114d
# expect: shake_256 0 136 c00f6aef9b0842a11a08ef27396afd7b
