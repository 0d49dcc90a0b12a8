import base64
import io

print(base64.b64encode(b"\xff\xfe", b"-_"), base64.b64decode("a-b_", "-_"))
print(base64.urlsafe_b64encode(b"\xff\xff\xfe"))
print(base64.b32decode("mfrgg===", True), base64.b32decode("M1======", map01="L"), base64.b16decode("aa", True))
print(base64.a85encode(b"\0\0\0\0    a", foldspaces=True, wrapcol=4, adobe=True), base64.a85encode(b"\0" * 5))
print(base64.a85decode(b'<~87cUR\n D]i,"Ebo80~>', adobe=True), base64.b85encode(b"abc", pad=True))
print(base64.b64encode(bytearray(b"ab")), base64.b32encode(memoryview(b"abc")))
source, target = io.BytesIO(b"x" * 100), io.BytesIO()
base64.encode(source, target)
print(target.getvalue())
# expect: b'__4=' b'k\xe6\xff'
# expect: b'___-'
# expect: b'abc' b'b' b'\xaa'
# expect: b'<~zy\n@/~>' b'z!!'
# expect: b'Hello World!' b'VPazd'
# expect: b'YWI=' b'MFRGG==='
# expect: b'eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4\neHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eA==\n'
