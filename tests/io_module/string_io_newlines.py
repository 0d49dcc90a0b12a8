def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

import io
for newline in None, "", "\n", "\r", "\r\n":
    file = io.StringIO("a\r\nb\rc\nd", newline=newline)
    print(repr(newline), repr(file.getvalue()), file.readlines(), file.newlines)
    file = io.StringIO(newline=newline)
    print(file.write("x\ny\r\n"), repr(file.getvalue()))
print(refuse(lambda: io.StringIO(newline="x")), refuse(lambda: io.StringIO(5)), refuse(lambda: io.StringIO().write(b"")))
# expect: None 'a\nb\nc\nd' ['a\n', 'b\n', 'c\n', 'd'] ('\r', '\n', '\r\n')
# expect: 5 'x\ny\n'
# expect: '' 'a\r\nb\rc\nd' ['a\r\n', 'b\r', 'c\n', 'd'] ('\r', '\n', '\r\n')
# expect: 5 'x\ny\r\n'
# expect: '\n' 'a\r\nb\rc\nd' ['a\r\n', 'b\rc\n', 'd'] None
# expect: 5 'x\ny\r\n'
# expect: '\r' 'a\r\rb\rc\rd' ['a\r', '\r', 'b\r', 'c\r', 'd'] None
# expect: 5 'x\ry\r\r'
# expect: '\r\n' 'a\r\r\nb\rc\r\nd' ['a\r\r\n', 'b\rc\r\n', 'd'] None
# expect: 5 'x\r\ny\r\r\n'
# expect: ValueError: illegal newline value: 'x' TypeError: initial_value must be str or None, not int TypeError: string argument expected, got 'bytes'
