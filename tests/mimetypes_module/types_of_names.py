# Types by the ends of names, and back.
import mimetypes

for name in ("a.html", "b.tar.gz", "c.tgz", "d.PNG", "http://x/y.pdf?q=1", "data:text/css,abc", "e", "f.xyzzy",
             "g.json", "h.JPG",
             "i.py", "j.txt.bz2", "k.jpg", "l.webp"):
    print(name, mimetypes.MimeTypes().guess_type(name), mimetypes.guess_type(name, strict=False)[1])
table = mimetypes.MimeTypes()
print(table.guess_extension("text/css"), table.guess_all_extensions("image/jpeg"), table.guess_extension("no/no"))
table.add_type("x/y", ".xyzzy")
print(table.guess_type("f.xyzzy"), table.guess_extension("x/y"))
# expect: a.html ('text/html', None) None
# expect: b.tar.gz ('application/x-tar', 'gzip') gzip
# expect: c.tgz ('application/x-tar', 'gzip') gzip
# expect: d.PNG ('image/png', None) None
# expect: http://x/y.pdf?q=1 (None, None) None
# expect: data:text/css,abc ('text/css', None) None
# expect: e (None, None) None
# expect: f.xyzzy (None, None) None
# expect: g.json ('application/json', None) None
# expect: h.JPG ('image/jpeg', None) None
# expect: i.py ('text/x-python', None) None
# expect: j.txt.bz2 ('text/plain', 'bzip2') bzip2
# expect: k.jpg ('image/jpeg', None) None
# expect: l.webp (None, None) None
# expect: .css ['.jpg', '.jpe', '.jpeg'] None
# expect: ('x/y', None) .xyzzy
