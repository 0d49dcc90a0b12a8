"""The kinds of images, by how files begin."""
import warnings
from os import PathLike

__all__ = ['what']

warnings.warn("'imghdr' is deprecated and slated for removal in Python 3.13", DeprecationWarning, stacklevel=2)


def what(file, h=None):
    """The kind of an image: a file by name or open, or the bytes it begins with."""
    opened = None
    try:
        if h is None:
            if isinstance(file, (str, PathLike)):
                opened = file = open(file, 'rb')
                h = file.read(32)
            else:
                place = file.tell()
                h = file.read(32)
                file.seek(place)
        for test in tests:
            found = test(h, opened)
            if found:
                return found
    finally:
        if opened:
            opened.close()
    return None


def test_jpeg(h, f):
    if h[6:10] in (b'JFIF', b'Exif') or h[:4] == b'\xff\xd8\xff\xdb':
        return 'jpeg'


def test_png(h, f):
    if h.startswith(b'\211PNG\r\n\032\n'):
        return 'png'


def test_gif(h, f):
    if h[:6] in (b'GIF87a', b'GIF89a'):
        return 'gif'


def test_tiff(h, f):
    if h[:2] in (b'MM', b'II'):
        return 'tiff'


def test_rgb(h, f):
    if h.startswith(b'\001\332'):
        return 'rgb'


def _netpbm(h, numbers, kind):
    if len(h) >= 3 and h[0] == ord(b'P') and h[1] in numbers and h[2] in b' \t\n\r':
        return kind


def test_pbm(h, f):
    return _netpbm(h, b'14', 'pbm')


def test_pgm(h, f):
    return _netpbm(h, b'25', 'pgm')


def test_ppm(h, f):
    return _netpbm(h, b'36', 'ppm')


def test_rast(h, f):
    if h.startswith(b'\x59\xA6\x6A\x95'):
        return 'rast'


def test_xbm(h, f):
    if h.startswith(b'#define '):
        return 'xbm'


def test_bmp(h, f):
    if h.startswith(b'BM'):
        return 'bmp'


def test_webp(h, f):
    if h.startswith(b'RIFF') and h[8:12] == b'WEBP':
        return 'webp'


def test_exr(h, f):
    if h.startswith(b'\x76\x2f\x31\x01'):
        return 'exr'


tests = [test_jpeg, test_png, test_gif, test_tiff, test_rgb, test_pbm, test_pgm, test_ppm, test_rast, test_xbm,
         test_bmp, test_webp, test_exr]
