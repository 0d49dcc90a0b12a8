# cgi: queries, posted forms, files in parts; headers; what is too much.
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import cgi
print(caught[0].message)  # expect: 'cgi' is deprecated and slated for removal in Python 3.13
import io

form = cgi.FieldStorage(environ={"QUERY_STRING": "a=1&b=%20x&a=2&empty="})
print(sorted(form), form.getlist("a"), form.getfirst("a"), form.getvalue("b"), form["b"], "empty" in form)
# expect: ['a', 'b'] ['1', '2'] 1  x MiniFieldStorage('b', ' x') False
print(form.getvalue("none", "default"), len(form), bool(form))  # expect: default 2 True

body = (b"--xyz\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nline 1\r\nline 2\r\n"
        b"--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
        b"Content-Type: application/octet-stream\r\n\r\n\0\xff\r\n\r\n--xyz--\r\n")
environ = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "multipart/form-data; boundary=xyz",
           "CONTENT_LENGTH": str(len(body)), "QUERY_STRING": "q=from+query"}
form = cgi.FieldStorage(io.BytesIO(body), environ=environ)
print(repr(form["text"].value), form["file"].filename, form["file"].type, form["file"].file.read(), form.getvalue("q"))
# expect: 'line 1\r\nline 2' a.bin application/octet-stream b'\x00\xff\r\n' from query
print(sorted(cgi.parse_multipart(io.BytesIO(body), {"boundary": b"xyz"}).items()))
# expect: [('file', [b'\x00\xff\r\n']), ('text', ['line 1\r\nline 2'])]
posted = b"x=1&y=%C3%A9"
environ = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": "application/x-www-form-urlencoded",
           "CONTENT_LENGTH": str(len(posted))}
stream = io.TextIOWrapper(io.BytesIO(posted), encoding="utf-8")
print(cgi.parse(stream, environ))  # expect: {'x': ['1'], 'y': ['é']}
print(cgi.parse_header('attachment; filename="a;\\"b.txt"; Size=3'))
# expect: ('attachment', {'filename': 'a;"b.txt', 'size': '3'})


def wrong(**options):
    try:
        print(cgi.FieldStorage(**options))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


wrong(environ={"QUERY_STRING": "a=1&b=2"}, max_num_fields=1)  # expect: ValueError Max number of fields exceeded
wrong(fp="text", environ={"REQUEST_METHOD": "POST"})  # expect: TypeError fp must be file pointer
wrong(fp=io.BytesIO(body), headers={"content-type": "multipart/form-data"}, environ={"REQUEST_METHOD": "POST"})
# expect: ValueError Invalid boundary in multipart form: b''
wrong(fp=io.BytesIO(b"raw"), environ={"REQUEST_METHOD": "PUT"})  # expect: FieldStorage(None, None, 'raw')
