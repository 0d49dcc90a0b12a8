# Files encoded and decoded; the kinds of images by how they begin.
import io
import warnings

warnings.simplefilter("ignore")
import imghdr
import uu

encoded = io.BytesIO()
uu.encode(io.BytesIO(b"The quick brown fox\0jumps over the lazy dog, and then some more\n"), encoded, "name", 0o644)
print(encoded.getvalue())
decoded = io.BytesIO()
uu.decode(io.BytesIO(b"junk\n" + encoded.getvalue()), decoded)
print(decoded.getvalue())
for wrong in (b"", b"begin 644 x\n", b"no\nbegin\n"):
    try:
        uu.decode(io.BytesIO(wrong), io.BytesIO())
    except uu.Error as error:
        print(error)
for beginning in (b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff\xe0\0\x10JFIF", b"P6 3", b"BM",
                  b"RIFF\0\0\0\0WEBP", b"x"):
    print(imghdr.what(None, beginning), imghdr.what(io.BytesIO(beginning)))
# expect: b'begin 644 name\nM5&AE(\'%U:6-K(&)R;W=N(&9O> !J=6UP<R!O=F5R(\'1H92!L87IY(&1O9RP@\n386YD(\'1H96X@<V]M92!M;W)E"@  \n \nend\n'
# expect: b'The quick brown fox\x00jumps over the lazy dog, and then some more\n'
# expect: No valid begin line found in input file
# expect: Truncated input file
# expect: No valid begin line found in input file
# expect: png png
# expect: gif gif
# expect: jpeg jpeg
# expect: ppm ppm
# expect: bmp bmp
# expect: webp webp
# expect: None None
