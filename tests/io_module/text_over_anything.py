def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

import io
memory = io.BytesIO(b"one\r\ntwo\n")
text = io.TextIOWrapper(memory, encoding="ascii")
print(text, text.readline(), text.tell(), text.seek(0), text.read())
print(text.write("more"), memory.getvalue(), text.flush(), memory.getvalue())
print(text.detach() is memory, memory.closed, refuse(text.read), refuse(lambda: text.closed))
text = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n", write_through=True)
print(text.write("a\n"), text.buffer.getvalue(), text.line_buffering, text.write_through)
print(text.reconfigure(newline="\n", line_buffering=True), text.write("b\n"), text.buffer.getvalue(), text.line_buffering)
inner = text.buffer
text.close()
print(inner.closed, refuse(lambda: text.write("x")))
print(refuse(lambda: io.TextIOWrapper(5)), refuse(lambda: io.TextIOWrapper(io.BytesIO(), encoding="nope")))
print(refuse(lambda: io.TextIOWrapper(io.BytesIO(), newline="x")), refuse(lambda: io.TextIOWrapper(io.BytesIO(), errors=5)))
# expect: <_io.TextIOWrapper encoding='ascii'> one
# expect:  5 0 one
# expect: two
# expect:
# expect: 4 b'one\r\ntwo\n' None b'one\r\ntwo\nmore'
# expect: True False ValueError: underlying buffer has been detached ValueError: underlying buffer has been detached
# expect: 2 b'a\r\n' False True
# expect: None 2 b'a\r\nb\n' True
# expect: True ValueError: I/O operation on closed file.
# expect: AttributeError: 'int' object has no attribute 'readable' LookupError: unknown encoding: nope
# expect: ValueError: illegal newline value: x TypeError: TextIOWrapper() argument 'errors' must be str or None, not int
