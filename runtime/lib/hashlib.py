"""Hashes under their names: what OpenSSL's libcrypto has, and BLAKE2 with its parameters."""
import _hashlib
from _blake2 import blake2b, blake2s
from _hashlib import (openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha3_224 as sha3_224,
                      openssl_sha3_256 as sha3_256, openssl_sha3_384 as sha3_384, openssl_sha3_512 as sha3_512,
                      openssl_sha224 as sha224, openssl_sha256 as sha256, openssl_sha384 as sha384,
                      openssl_sha512 as sha512, openssl_shake_128 as shake_128, openssl_shake_256 as shake_256,
                      pbkdf2_hmac, scrypt)

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384",
    "sha3_512", "shake_128", "shake_256"}
algorithms_available = algorithms_guaranteed | _hashlib.openssl_md_meth_names

__all__ = (*sorted(algorithms_guaranteed), "new", "algorithms_guaranteed", "algorithms_available", "file_digest",
           "pbkdf2_hmac", "scrypt")

_classes = {"blake2b": blake2b, "blake2s": blake2s, "BLAKE2b": blake2b, "BLAKE2s": blake2s}

# Makers by name, in either case, that no library stands behind which could be left out.
__builtin_constructor_cache = dict(_classes)


def __get_builtin_constructor(name):
    made = __builtin_constructor_cache.get(name)
    if made is None:
        made = globals().get(name.lower()) if name.lower() in algorithms_guaranteed else None
        if made is None:
            raise ValueError("unsupported hash type " + name)
        __builtin_constructor_cache[name] = made
    return made


def new(name, data=b"", **kwargs):
    """A hash object of the algorithm with that name, fed with the data."""
    if name in _classes:
        return _classes[name](data, **kwargs)
    try:
        return _hashlib.new(name, data, **kwargs)
    except _hashlib.UnsupportedDigestmodError:
        return __get_builtin_constructor(name)(data, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """A hash object fed with what is left of a file opened in binary mode."""
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    window = memoryview(buffer)
    while size := fileobj.readinto(buffer):
        made.update(window[:size])
    return made
