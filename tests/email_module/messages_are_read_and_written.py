# A message with parts is read, walked, changed and written; defects are noted.
import email
from email import policy
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.mime.application import MIMEApplication

text = """From: Joe <joe@example.com>
To: a@example.com, "B, C" <b@example.com>
Subject: =?utf-8?q?H=C3=A9llo?= =?utf-8?b?d8O2cmxk?=
Content-Type: multipart/mixed; boundary="XX"

preamble
--XX
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

aMOpbGxv

--XX
Content-Type: application/octet-stream; name="x.bin"
Content-Disposition: attachment; filename*=utf-8''n%C3%A4me.bin

data
--XX--
epilogue
"""
message = email.message_from_string(text)
print(message.is_multipart(), message["subject"], message.keys(), message.get_boundary())
for part in message.walk():
    print(part.get_content_type(), part.get_content_charset(), part.get_filename(), part.get_payload(decode=True))
print(message.as_string() == text, message.preamble, repr(message.epilogue))
print(email.message_from_bytes(text.encode()).as_bytes() == text.encode())
message.replace_header("To", "x@example.com")
message.add_header("X-Note", "v", size="1 2", flag=None)
del message["from"]
print(message.items()[-1], "From" in message, len(message), message.get_all("to"))

modern = email.message_from_string(text, policy=policy.default)
print(modern["subject"], modern["to"].addresses[1].display_name, modern["to"].addresses[1].domain)
print(modern.get_body().get_content(), [part.get_filename() for part in modern.iter_attachments()])

made = MIMEMultipart("alternative", boundary="B")
made["Subject"] = "two"
made.attach(MIMEText("plain\n"))
made.attach(MIMEText("<p>gr\xfc\xdfe</p>\n", "html"))
made.attach(MIMEApplication(b"\x00\x01", Name="z"))
print(made.as_string())
for wrong in ("Content-Type: multipart/mixed\n\nx\n", "no header here\n\nx",
              "Content-Type: multipart/mixed; boundary=Q\n\n--Q\nx\n"):
    print([type(defect).__name__ for defect in email.message_from_string(wrong).defects])
# expect: True =?utf-8?q?H=C3=A9llo?= =?utf-8?b?d8O2cmxk?= ['From', 'To', 'Subject', 'Content-Type'] XX
# expect: multipart/mixed None None None
# expect: text/plain utf-8 None b'h\xc3\xa9llo'
# expect: application/octet-stream None näme.bin b'data'
# expect: True preamble 'epilogue\n'
# expect: True
# expect: ('X-Note', 'v; size="1 2"; flag') False 4 ['x@example.com']
# expect: Héllowörld B, C example.com
# expect: héllo ['näme.bin']
# expect: Content-Type: multipart/alternative; boundary="B"
# expect: MIME-Version: 1.0
# expect: Subject: two
# expect:
# expect: --B
# expect: Content-Type: text/plain; charset="us-ascii"
# expect: MIME-Version: 1.0
# expect: Content-Transfer-Encoding: 7bit
# expect:
# expect: plain
# expect:
# expect: --B
# expect: Content-Type: text/html; charset="utf-8"
# expect: MIME-Version: 1.0
# expect: Content-Transfer-Encoding: base64
# expect:
# expect: PHA+Z3LDvMOfZTwvcD4K
# expect:
# expect: --B
# expect: Content-Type: application/octet-stream; Name="z"
# expect: MIME-Version: 1.0
# expect: Content-Transfer-Encoding: base64
# expect:
# expect: AAE=
# expect:
# expect: --B--
# expect:
# expect: ['NoBoundaryInMultipartDefect', 'MultipartInvariantViolationDefect']
# expect: ['MissingHeaderBodySeparatorDefect']
# expect: ['CloseBoundaryNotFoundDefect']
