"""The encodings as a package: codecs has them already, here they get the names other programs know. The submodules are
filled when something is asked of them, but for idna and punycode, which stand in files."""
import codecs
import sys
import types

from . import aliases

_cache = {}


class CodecRegistryError(LookupError, SystemError):
    """A submodule that is no encoding."""


def normalize_encoding(encoding):
    """The name with one underscore for all that is neither letter, digit nor dot; only ASCII is kept."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    pieces = "".join(each if each.isalnum() or each == "." else " " for each in encoding).split()
    return "_".join("".join(filter(str.isascii, piece)) for piece in pieces).lstrip("_")


def search_function(encoding):
    """The CodecInfo of an encoding, or None."""
    if encoding not in _cache:
        from _codec_kinds import find
        _cache[encoding] = find(normalize_encoding(encoding).lower())
    return _cache[encoding]


class _Submodule(types.ModuleType):
    """encodings.NAME: what is in it is made when it is asked for."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        _fill(self, self.__name__.rpartition(".")[2])
        self.__class__ = types.ModuleType
        return getattr(self, name)


def _fill(module, name):
    info = search_function(name)
    module.getregentry = lambda: info
    module.encode, module.decode = info.encode, info.decode
    module.IncrementalEncoder, module.IncrementalDecoder = info.incrementalencoder, info.incrementaldecoder
    module.StreamWriter, module.StreamReader = info.streamwriter, info.streamreader
    module.Codec = next(each for each in info.streamwriter.__mro__ if each.__name__ == "Codec")
    if name in aliases.tables():
        module.decoding_table = info.decode(bytes(range(256)), "replace")[0].replace("\ufffd", "\ufffe")
        module.encoding_table = codecs.charmap_build(module.decoding_table)


for _name in aliases.modules() - {"idna", "punycode"}:
    globals()[_name] = sys.modules[f"{__name__}.{_name}"] = _Submodule(f"{__name__}.{_name}")
