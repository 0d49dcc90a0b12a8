"""Keyed hashes (RFC 2104)."""
import _hashlib
from _hashlib import compare_digest

_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))
digest_size = None


def _constructor(digestmod):
    import hashlib
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b"": hashlib.new(digestmod, data)
    return digestmod.new


class HMAC:
    """A hash over a key and what update() was given."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        constructor = _constructor(digestmod)
        self._inner, self._outer = constructor(), constructor()
        self.digest_size = self._inner.digest_size
        self.block_size = getattr(self._inner, "block_size", self.blocksize)
        if len(key) > self.block_size:
            key = constructor(key).digest()
        key = key.ljust(self.block_size, b"\0")
        self._inner.update(key.translate(_INNER))
        self._outer.update(key.translate(_OUTER))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return "hmac-" + self._inner.name

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = self.__class__.__new__(self.__class__)
        other.digest_size, other.block_size = self.digest_size, self.block_size
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
        except _hashlib.UnsupportedDigestmodError:
            pass
    return HMAC(key, msg, digest).digest()
