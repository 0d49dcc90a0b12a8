"""Other names of encodings: aliases[name] is the submodule of encodings."""
import _codec_cjk
import _codec_iso2022
import _codec_kinds
import _codec_others
import _codec_pages
import _codec_tables


def _module(name):
    return "latin_1" if name == "iso8859-1" else name.replace("-", "_")


def tables():
    """The submodules of one byte a character."""
    return {"cp1252", *map(_module, _codec_tables.TABLES), *map(_module, _codec_pages._PAGES)}


def modules():
    """All submodules that are no files."""
    return {"iso8859_1", *map(_module, _codec_kinds._TEXT), *tables(),
            *(names.split()[0] for names, _ in _codec_others._KINDS),
            *_codec_cjk.OTHER_NAMES, *_codec_iso2022.OTHER_NAMES}


def _all():
    for other, name in [*_codec_kinds._NAMES.items(), *_codec_tables.ALIASES.items()]:
        yield other, _module(name)
    for names, _ in _codec_others._KINDS:
        for other in names.split()[1:]:
            yield other, names.split()[0]
    for table in _codec_pages, _codec_cjk, _codec_iso2022:
        for name, others in table.OTHER_NAMES.items():
            for other in others.split():
                yield other, _module(name)


aliases = {other: name for other, name in _all() if other != name}
