import zlib

for name in sorted(vars(zlib)):
    if name.isupper() and "VERSION" not in name:
        print(name, getattr(zlib, name))
# expect: DEFLATED 8
# expect: DEF_BUF_SIZE 16384
# expect: DEF_MEM_LEVEL 8
# expect: MAX_WBITS 15
# expect: Z_BEST_COMPRESSION 9
# expect: Z_BEST_SPEED 1
# expect: Z_BLOCK 5
# expect: Z_DEFAULT_COMPRESSION -1
# expect: Z_DEFAULT_STRATEGY 0
# expect: Z_FILTERED 1
# expect: Z_FINISH 4
# expect: Z_FIXED 4
# expect: Z_FULL_FLUSH 3
# expect: Z_HUFFMAN_ONLY 2
# expect: Z_NO_COMPRESSION 0
# expect: Z_NO_FLUSH 0
# expect: Z_PARTIAL_FLUSH 1
# expect: Z_RLE 3
# expect: Z_SYNC_FLUSH 2
# expect: Z_TREES 6
