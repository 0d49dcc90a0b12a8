# email.utils and email.header: dates, addresses, encoded words, parameters.
from email import utils
from email.header import Header, decode_header, make_header
import datetime

for date in ("Wed, 02 Oct 2002 13:00:00 GMT", "Thu, 1 Jan 1970 00:00:00 -0500", "3 Feb 98 10:11 EST", "x", "",
             "Wed, 02 Oct 2002 13:00:00 -0000"):
    print(utils.parsedate_tz(date))
print(utils.mktime_tz(utils.parsedate_tz("Thu, 1 Jan 1970 00:00:00 -0500")))
print(utils.formatdate(0), utils.formatdate(1234567890, usegmt=True))
print(utils.parsedate_to_datetime("Wed, 02 Oct 2002 13:00:00 +0200"),
      utils.format_datetime(datetime.datetime(2001, 2, 3, 4, 5, 6)))
for address in ('Joe <joe@x.org>', '"Doe, J." <j@x.org> (note)', 'a@b (A B)', 'x', '<a@b'):
    print(utils.parseaddr(address))
print(utils.getaddresses(["a@b, C <c@d>", "group: e@f, g@h;"]))
print(utils.formataddr(("J\xf6rg", "j@x")), utils.formataddr(("A, B", "a@b")), utils.quote('a"b\\'))
print(utils.decode_rfc2231("utf-8'en'%c3%a9"), utils.encode_rfc2231("\xe9 x", "utf-8"), utils.unquote('"a\\"b"'))

print(decode_header("=?iso-8859-1?q?p=F6stal?= plain =?utf-8?b?w6k=?="), decode_header("plain"))
print(str(make_header(decode_header("=?iso-8859-1?q?p=F6stal?= plain"))))
header = Header("Fran\xe7ais " * 12, "utf-8", header_name="Subject")
print(header.encode())
header = Header("word " * 30, header_name="X", maxlinelen=40)
header.append("\xfcmlaut", "iso-8859-1")
print(header.encode())
print(Header("a; b, c " * 20).encode() + "|")
print(utils.make_msgid("id", "host").endswith(".id@host>"))
# expect: (2002, 10, 2, 13, 0, 0, 0, 1, -1, 0)
# expect: (1970, 1, 1, 0, 0, 0, 0, 1, -1, -18000)
# expect: (1998, 2, 3, 10, 11, 0, 0, 1, -1, -18000)
# expect: None
# expect: None
# expect: (2002, 10, 2, 13, 0, 0, 0, 1, -1, 0)
# expect: 18000
# expect: Thu, 01 Jan 1970 00:00:00 -0000 Fri, 13 Feb 2009 23:31:30 GMT
# expect: 2002-10-02 13:00:00+02:00 Sat, 03 Feb 2001 04:05:06 -0000
# expect: ('Joe', 'joe@x.org')
# expect: ('Doe, J.', 'j@x.org')
# expect: ('A B', 'a@b')
# expect: ('', 'x')
# expect: ('', 'a@b')
# expect: [('', 'a@b'), ('C', 'c@d'), ('', 'e@f'), ('', 'g@h')]
# expect: =?utf-8?b?SsO2cmc=?= <j@x> "A, B" <a@b> a\"b\\
# expect: ['utf-8', 'en', '%c3%a9'] utf-8''%C3%A9%20x a"b
# expect: [(b'p\xf6stal', 'iso-8859-1'), (b' plain ', None), (b'\xc3\xa9', 'utf-8')] [('plain', None)]
# expect: pöstal plain
# expect: =?utf-8?b?RnJhbsOnYWlzIEZyYW7Dp2FpcyBGcmFuw6dhaXMgRnJhbsOnYWlzIEZy?=
# expect:  =?utf-8?b?YW7Dp2FpcyBGcmFuw6dhaXMgRnJhbsOnYWlzIEZyYW7Dp2FpcyBGcmFuw6dhaXMg?=
# expect:  =?utf-8?b?RnJhbsOnYWlzIEZyYW7Dp2FpcyBGcmFuw6dhaXMg?=
# expect: word word word word word word word
# expect:  word word word word word word word word
# expect:  word word word word word word word word
# expect:  word word word word word word word
# expect:  =?iso-8859-1?q?=FCmlaut?=
# expect: a; b, c a; b, c a; b, c a; b, c a; b, c a; b, c a; b, c a; b, c a; b, c a;
# expect:  b, c a; b, c a; b, c a; b, c a; b, c a; b, c a; b, c a; b, c a; b, c a;
# expect:  b, c a; b, c |
# expect: True
