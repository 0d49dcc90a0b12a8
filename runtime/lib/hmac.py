"""Keyed hashes (RFC 2104)."""
import warnings

import _hashlib
from _hashlib import compare_digest

trans_5C = bytes(byte ^ 0x5C for byte in range(256))
trans_36 = bytes(byte ^ 0x36 for byte in range(256))
digest_size = None


def _constructor(digestmod):
    import hashlib
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b"": hashlib.new(digestmod, data)
    return lambda data=b"": digestmod.new(data)


class HMAC:
    """A hash over a key and what update() was given."""

    blocksize = 64
    __slots__ = ("_hmac", "_inner", "_outer", "block_size", "digest_size")

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        self._init_old(key, msg, digestmod)

    def _init_old(self, key, msg, digestmod):
        constructor = _constructor(digestmod)
        self._hmac = None
        self._inner, self._outer = constructor(), constructor()
        self.digest_size = self._inner.digest_size
        self.block_size = self._size_of_blocks()
        if len(key) > self.block_size:
            key = constructor(key).digest()
        key = key.ljust(self.block_size, b"\0")
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    def _size_of_blocks(self):
        size = getattr(self._inner, "block_size", None)
        if size is None:
            warnings.warn("No block_size attribute on given digest object; Assuming %d." % self.blocksize,
                          RuntimeWarning, 4)
            return self.blocksize
        if size < 16:
            warnings.warn("block_size of %d seems too small; using our default of %d." % (size, self.blocksize),
                          RuntimeWarning, 4)
            return self.blocksize
        return size

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = self.__class__.__new__(self.__class__)
        other.digest_size, other.block_size, other._hmac = self.digest_size, self.block_size, None
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def _finished(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        return self._finished().digest()

    def hexdigest(self):
        return self._finished().hexdigest()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The digest of one message, at once."""
    if isinstance(digest, str):
        try:
            return _hashlib.hmac_digest(key, msg, digest)
        except (OverflowError, _hashlib.UnsupportedDigestmodError):
            pass
    return HMAC(key, msg, digest).digest()
