"""Data packed by LZMA, in the containers .xz and .lzma or in none: at once, in pieces, in files."""
import _lzma
import operator
from _compression import DecompressReader, PackedFile, Packer, Unpacker, open_as

__all__ = ['CHECK_NONE', 'CHECK_CRC32', 'CHECK_CRC64', 'CHECK_SHA256', 'CHECK_ID_MAX', 'CHECK_UNKNOWN',
           'FILTER_LZMA1', 'FILTER_LZMA2', 'FILTER_DELTA', 'FILTER_X86', 'FILTER_IA64', 'FILTER_ARM',
           'FILTER_ARMTHUMB', 'FILTER_POWERPC', 'FILTER_SPARC', 'FORMAT_AUTO', 'FORMAT_XZ', 'FORMAT_ALONE',
           'FORMAT_RAW', 'MF_HC3', 'MF_HC4', 'MF_BT2', 'MF_BT3', 'MF_BT4', 'MODE_FAST', 'MODE_NORMAL',
           'PRESET_DEFAULT', 'PRESET_EXTREME', 'LZMACompressor', 'LZMADecompressor', 'LZMAFile', 'LZMAError',
           'open', 'compress', 'decompress', 'is_check_supported']

CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256, CHECK_ID_MAX, CHECK_UNKNOWN = 0, 1, 4, 10, 15, 16
FILTER_LZMA1, FILTER_LZMA2, FILTER_DELTA, FILTER_X86 = 0x4000000000000001, 0x21, 0x03, 0x04
FILTER_POWERPC, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC = 0x05, 0x06, 0x07, 0x08, 0x09
FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = range(4)
MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4 = 0x03, 0x04, 0x12, 0x13, 0x14
MODE_FAST, MODE_NORMAL = 1, 2
PRESET_DEFAULT, PRESET_EXTREME = 6, 0x80000000

_ENCODE_XZ, _ENCODE_ALONE, _ENCODE_RAW, _DECODE_AUTO, _DECODE_XZ, _DECODE_ALONE, _DECODE_RAW = range(7)
_RUN, _FINISH, _STREAM_END = 0, 3, 1
_BRANCHES = (FILTER_X86, FILTER_POWERPC, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC)
_LZMA_OPTIONS = ('dict_size', 'lc', 'lp', 'pb', 'mode', 'nice_len', 'mf', 'depth')


class LZMAError(Exception):
    """Call to liblzma failed."""


_TEXTS = {3: 'Unsupported integrity check', 6: 'Memory usage limit exceeded',
          7: 'Input format not supported by decoder', 8: 'Invalid or unsupported options', 9: 'Corrupt input data',
          10: 'Insufficient buffer space', 11: 'Internal error'}


def _check(code):
    if code == 5:
        raise MemoryError
    if code not in (0, 1, 2, 4):
        raise LZMAError(_TEXTS.get(code, f'Unrecognized error from liblzma: {code}'))
    return code


def _preset(preset):
    if not 0 <= operator.index(preset) <= 0xFFFFFFFF:
        raise OverflowError('int out of range of a preset')
    numbers = _lzma.preset_numbers(preset)
    if numbers is None:
        raise LZMAError(f'Invalid compression preset: {preset}')
    return numbers


def _numbers_of_filter(spec):
    """The numbers of a filter's dict: (id, options in the library's order ...)."""
    if not hasattr(spec, 'keys'):
        raise TypeError('Filter specifier must be a dict or dict-like object')
    if 'id' not in spec:
        raise ValueError('Filter specifier must have an "id" entry')
    number, options = spec['id'], {name: value for name, value in spec.items() if name != 'id'}
    if number in (FILTER_LZMA1, FILTER_LZMA2):
        values = dict(zip(_LZMA_OPTIONS, _preset(options.pop('preset', PRESET_DEFAULT))))
        kind, allowed = 'LZMA', _LZMA_OPTIONS
    elif number == FILTER_DELTA:
        values, kind, allowed = {'dist': 1}, 'delta', ('dist',)
    elif number in _BRANCHES:
        values, kind, allowed = {'start_offset': 0}, 'BCJ', ('start_offset',)
    else:
        raise ValueError(f'Invalid filter ID: {number}')
    if not set(options) <= set(allowed):
        raise ValueError(f'Invalid filter specifier for {kind} filter')
    values |= options
    return number, *[values[name].__index__() for name in allowed]


def _chain(filters):
    if len(filters) == 0:
        raise LZMAError(_TEXTS[8])
    if len(filters) > 4:
        raise ValueError('Too many filters - liblzma supports a maximum of 4')
    return tuple([_numbers_of_filter(each) for each in filters])


def _begin(kind, number, filters):
    coder = _lzma.Coder(kind, number, filters)
    if isinstance(coder, int):
        _check(coder)
    return coder


class LZMACompressor(Packer):
    """Packs a stream piece by piece."""

    _run, _finish = _RUN, _FINISH
    _stalled = 10
    _check = staticmethod(_check)

    def __init__(self, format=FORMAT_XZ, check=-1, preset=None, filters=None):
        if preset is not None and filters is not None:
            raise ValueError('Cannot specify both preset and filter chain')
        if not isinstance(format, int):
            raise TypeError(f"'{type(format).__name__}' object cannot be interpreted as an integer")
        preset = PRESET_DEFAULT if preset is None else preset
        if format != FORMAT_XZ and check not in (-1, CHECK_NONE):
            raise ValueError('Integrity checks are only supported by FORMAT_XZ')
        super().__init__(self._start(format, CHECK_CRC64 if check == -1 else check, preset, filters))

    @staticmethod
    def _start(format, check, preset, filters):
        if format == FORMAT_XZ:
            if filters is None and _lzma.preset_numbers(operator.index(preset) & 0xFFFFFFFF) is None:
                raise LZMAError(_TEXTS[8])
            chain = ((FILTER_LZMA2, *_preset(preset)),) if filters is None else _chain(filters)
            return _begin(_ENCODE_XZ, check, chain)
        if format == FORMAT_ALONE:
            chain = ((FILTER_LZMA1, *_preset(preset)),) if filters is None else _chain(filters)
            if len(chain) != 1 or chain[0][0] != FILTER_LZMA1:
                raise ValueError('Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter')
            return _begin(_ENCODE_ALONE, 0, chain)
        if format != FORMAT_RAW:
            raise ValueError(f'Invalid container format: {format}')
        if filters is None:
            raise ValueError('Must specify filters for FORMAT_RAW')
        return _begin(_ENCODE_RAW, 0, _chain(filters))


class LZMADecompressor(Unpacker):
    """Unpacks one stream piece by piece."""

    _full_waits = True
    check = CHECK_UNKNOWN

    def __init__(self, format=FORMAT_AUTO, memlimit=None, filters=None):
        if memlimit is not None and format == FORMAT_RAW:
            raise ValueError('Cannot specify memory limit with FORMAT_RAW')
        if format == FORMAT_RAW and filters is None:
            raise ValueError('Must specify filters for FORMAT_RAW')
        if format != FORMAT_RAW and filters is not None:
            raise ValueError('Cannot specify filters except with FORMAT_RAW')
        kinds = {FORMAT_AUTO: _DECODE_AUTO, FORMAT_XZ: _DECODE_XZ, FORMAT_ALONE: _DECODE_ALONE, FORMAT_RAW: _DECODE_RAW}
        if format not in kinds:
            raise ValueError(f'Invalid container format: {format}')
        chain = _chain(filters) if format == FORMAT_RAW else ()
        super().__init__(_begin(kinds[format], -1 if memlimit is None else memlimit, chain))
        self.check = CHECK_NONE if format in (FORMAT_ALONE, FORMAT_RAW) else CHECK_UNKNOWN

    def _is_end(self, code):
        code = _check(0 if code == 10 else code)
        if self.check == CHECK_UNKNOWN:
            self.check = self._coder.check()
        return code == _STREAM_END


LZMACompressor.__module__ = LZMADecompressor.__module__ = LZMAError.__module__ = '_lzma'


class LZMAFile(PackedFile):
    """A file whose content is packed by LZMA."""

    def __init__(self, filename=None, mode='r', *, format=None, check=-1, preset=None, filters=None):
        if mode in ('r', 'rb'):
            if check != -1:
                raise ValueError('Cannot specify an integrity check when opening a file for reading')
            if preset is not None:
                raise ValueError('Cannot specify a preset compression level when opening a file for reading')
            format = FORMAT_AUTO if format is None else format
            self._open(filename, 'r', 'rb', None, lambda file: DecompressReader(
                file, LZMADecompressor, trailing_error=LZMAError, format=format, filters=filters))
        elif mode in ('w', 'wb', 'a', 'ab', 'x', 'xb'):
            format = FORMAT_XZ if format is None else format
            packer = LZMACompressor(format=format, check=check, preset=preset, filters=filters)
            self._open(filename, 'w', mode[0] + 'b', packer, None)
        else:
            raise ValueError(f'Invalid mode: {mode!r}')


def open(filename, mode='rb', *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None,
         newline=None):
    """A packed file, of bytes or, with `t` in the mode, of text."""
    return open_as(LZMAFile, filename, mode, encoding, errors, newline, format=format, check=check, preset=preset,
                   filters=filters)


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    packer = LZMACompressor(format, check, preset, filters)
    return packer.compress(data) + packer.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """What all streams in `data` hold; what follows them and is none is left out."""
    parts = []
    while True:
        unpacker = LZMADecompressor(format, memlimit, filters)
        try:
            part = unpacker.decompress(data)
        except LZMAError:
            if parts:
                break
            raise
        parts.append(part)
        if not unpacker.eof:
            raise LZMAError('Compressed data ended before the end-of-stream marker was reached')
        data = unpacker.unused_data
        if not data:
            break
    return b''.join(parts)


def is_check_supported(check_id, /):
    """Whether the library can make the check."""
    return _lzma.is_check_supported(check_id)


def _lzma2_size_byte(size):
    """LZMA2 writes the size of its dictionary as the smallest 2**n or 3 * 2**(n-1) that is enough."""
    for byte in range(40):
        if (2 | byte & 1) << byte // 2 + 11 >= size:
            return byte
    return 40


def _encode_filter_properties(filter, /):
    """What a container stores of a filter."""
    number, *options = _numbers_of_filter(filter)
    if number == FILTER_LZMA1:
        size, lc, lp, pb = options[:4]
        return bytes([(pb * 5 + lp) * 9 + lc]) + size.to_bytes(4, 'little')
    if number == FILTER_LZMA2:
        return bytes([_lzma2_size_byte(options[0])])
    if number == FILTER_DELTA:
        if not 1 <= options[0] <= 256:
            raise LZMAError(_TEXTS[8])
        return bytes([options[0] - 1])
    return options[0].to_bytes(4, 'little') if options[0] else b''


def _decode_filter_properties(filter_id, encoded_props, /):
    """The filter's dict of what a container stored."""
    data = bytes(encoded_props)
    if filter_id == FILTER_LZMA1 and len(data) == 5:
        rest, lc = divmod(data[0], 9)
        pb, lp = divmod(rest, 5)
        return {'id': filter_id, 'dict_size': int.from_bytes(data[1:], 'little'), 'lc': lc, 'lp': lp, 'pb': pb}
    if filter_id == FILTER_LZMA2 and len(data) == 1 and data[0] <= 40:
        size = 0xFFFFFFFF if data[0] == 40 else (2 | data[0] & 1) << data[0] // 2 + 11
        return {'id': filter_id, 'dict_size': size}
    if filter_id == FILTER_DELTA and len(data) == 1:
        return {'id': filter_id, 'dist': data[0] + 1}
    if filter_id in _BRANCHES and len(data) in (0, 4):
        return {'id': filter_id, 'start_offset': int.from_bytes(data, 'little')} if data else {'id': filter_id}
    raise LZMAError(_TEXTS[8])
