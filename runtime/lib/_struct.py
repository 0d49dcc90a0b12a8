"""The name of CPython's C half of struct, which here is the whole."""
from struct import Struct, calcsize, error, iter_unpack, pack, pack_into, unpack, unpack_from
