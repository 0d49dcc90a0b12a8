# EmailMessage: headers as objects, content, alternatives, attachments, long headers folded.
from email.message import EmailMessage
from email.headerregistry import Address
import datetime

message = EmailMessage()
message["Subject"] = "A subject that is long enough to be folded because it does not fit into one line of text"
message["From"] = Address("J\xf6rg", "joerg", "example.com")
message["To"] = [Address("A", "a", "example.com"), Address("B, C", "b", "example.com")] + [
    Address(addr_spec=f"user{n}@example.org") for n in range(4)]
message["Date"] = datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
message.set_content("Hello w\xf6rld\nline two\n")
message.add_alternative("<p>Hello</p>", subtype="html")
message.add_attachment(b"\x00\x01\x02", maintype="application", subtype="octet-stream", filename="d\xe4ta.bin")
message.add_attachment("some,csv\n", subtype="csv", filename="t.csv")
message.set_boundary("outer")
message.get_payload(0).set_boundary("inner")
print(message.as_string())
print(message["from"].addresses, message["date"].datetime, message["subject"].defects)
print(bytes(message).splitlines()[1])
for wrong in (lambda: message.__setitem__("Subject", "again"), lambda: EmailMessage().__setitem__("X", "a\nb"),
              lambda: message.set_content("x"), lambda: Address(addr_spec="a@b", domain="c")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
# expect: Subject: A subject that is long enough to be folded because it does not fit
# expect:  into one line of text
# expect: From: =?utf-8?q?J=C3=B6rg?= <joerg@example.com>
# expect: To: A <a@example.com>, "B, C" <b@example.com>, user0@example.org,
# expect:  user1@example.org, user2@example.org, user3@example.org
# expect: Date: Thu, 02 Jan 2020 03:04:05 +0000
# expect: MIME-Version: 1.0
# expect: Content-Type: multipart/mixed; boundary="outer"
# expect:
# expect: --outer
# expect: Content-Type: multipart/alternative; boundary="inner"
# expect:
# expect: --inner
# expect: Content-Type: text/plain; charset="utf-8"
# expect: Content-Transfer-Encoding: base64
# expect:
# expect: SGVsbG8gd8O2cmxkCmxpbmUgdHdvCg==
# expect:
# expect: --inner
# expect: Content-Type: text/html; charset="utf-8"
# expect: Content-Transfer-Encoding: 7bit
# expect: MIME-Version: 1.0
# expect:
# expect: <p>Hello</p>
# expect:
# expect: --inner--
# expect:
# expect: --outer
# expect: Content-Type: application/octet-stream
# expect: Content-Transfer-Encoding: base64
# expect: Content-Disposition: attachment; filename*=utf-8''d%C3%A4ta.bin
# expect: MIME-Version: 1.0
# expect:
# expect: AAEC
# expect:
# expect: --outer
# expect: Content-Type: text/csv; charset="utf-8"
# expect: Content-Transfer-Encoding: 7bit
# expect: Content-Disposition: attachment; filename="t.csv"
# expect: MIME-Version: 1.0
# expect:
# expect: some,csv
# expect:
# expect: --outer--
# expect:
# expect: (Address(display_name='Jörg', username='joerg', domain='example.com'),) 2020-01-02 03:04:05+00:00 ()
# expect: b' into one line of text'
# expect: ValueError There may be at most 1 Subject headers in a message
# expect: ValueError Header values may not contain linefeed or carriage return characters
# expect: TypeError set_content not valid on multipart
# expect: TypeError addrspec specified when username and/or domain also specified
