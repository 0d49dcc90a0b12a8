"""Other names of encodings: aliases[name] is the submodule of encodings."""
import _codec_kinds
import _codec_others
import _codec_tables


def _module(name):
    return "latin_1" if name == "iso8859-1" else name.replace("-", "_")


def tables():
    """The submodules of one byte a character."""
    return {"cp1252", *map(_module, _codec_tables.TABLES)}


def modules():
    """All submodules that are no files."""
    return {*map(_module, _codec_kinds._TEXT), *tables(), *(names.split()[0] for names, _ in _codec_others._KINDS)}


def _all():
    for other, name in [*_codec_kinds._NAMES.items(), *_codec_tables.ALIASES.items()]:
        yield other, _module(name)
    for names, _ in _codec_others._KINDS:
        for other in names.split()[1:]:
            yield other, names.split()[0]


aliases = {other: name for other, name in _all() if other != name}
