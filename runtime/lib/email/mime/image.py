"""Images."""
from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ['MIMEImage']


class MIMEImage(MIMENonMultipart):
    """Data of the type image/`_subtype`, which is told from the data if it is not given."""

    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        _subtype = _what(_imagedata) if _subtype is None else _subtype
        if _subtype is None:
            raise TypeError('Could not guess image MIME subtype')
        MIMENonMultipart.__init__(self, 'image', _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)


_BEGINNINGS = [('png', 0, b'\x89PNG\r\n\x1a\n'), ('gif', 0, b'GIF87a'), ('gif', 0, b'GIF89a'), ('tiff', 0, b'MM'),
               ('tiff', 0, b'II'), ('rgb', 0, b'\001\332'), ('rast', 0, b'\x59\xA6\x6A\x95'),
               ('xbm', 0, b'#define '), ('bmp', 0, b'BM'), ('exr', 0, b'\x76\x2f\x31\x01')]
_NETPBM = {b'P1': 'pbm', b'P4': 'pbm', b'P2': 'pgm', b'P5': 'pgm', b'P3': 'ppm', b'P6': 'ppm'}


def _what(data):
    """The subtype, by how the data begins."""
    if data[6:10] in (b'JFIF', b'Exif') or data[:4] == b'\xff\xd8\xff\xdb':
        return 'jpeg'
    for subtype, place, text in _BEGINNINGS:
        if data.startswith(text, place):
            return subtype
    if len(data) >= 3 and data[:2] in _NETPBM and data[2] in b' \t\n\r':
        return _NETPBM[data[:2]]
    return 'webp' if data.startswith(b'RIFF') and data[8:12] == b'WEBP' else None
