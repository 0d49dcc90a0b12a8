# smtplib sends to smtpd: addresses, options, dots, refusals; what smtpd answers to what is wrong.
import warnings
warnings.simplefilter("ignore", DeprecationWarning)
import asyncore
import email.message
import smtpd
import smtplib
import socket
import threading

taken = []


class Server(smtpd.SMTPServer):
    def process_message(self, peer, mailfrom, rcpttos, data, **options):
        taken.append((mailfrom, rcpttos, data, sorted(options.items())))
        if b"spam" in data:
            return "554 No"


class Channel(smtpd.SMTPChannel):
    def smtp_RCPT(self, arg):
        if "nobody" in arg:
            self.push("550 Unknown")
        else:
            super().smtp_RCPT(arg)


Server.channel_class = Channel
channels = {}
server = Server(("127.0.0.1", 0), None, map=channels)
port = server.socket.getsockname()[1]
done = threading.Event()


def loop():
    while not done.is_set():
        asyncore.loop(0.01, map=channels, count=1)


thread = threading.Thread(target=loop, daemon=True)
thread.start()
with smtplib.SMTP("127.0.0.1", port, local_hostname="here") as client:
    print(client.ehlo()[0], sorted(client.esmtp_features))  # expect: 250 ['8bitmime', 'help', 'size']
    print(client.sendmail("Ann <ann@a.org>", ["bob@b.org", "nobody@b.org"], "Subject: x\n\n.dot\nend"))
    # expect: {'nobody@b.org': (550, b'Unknown')}
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Bcc"] = "ann@a.org", "bob@b.org, cleo@c.org", "dan@d.org"
    message.set_content("text\n")
    print(client.send_message(message))  # expect: {}
    for what in ("from", "data"):
        try:
            client.sendmail("ann@a.org", "nobody@b.org" if what == "from" else "bob@b.org", "spam")
        except smtplib.SMTPException as error:
            print(type(error).__name__, error.args)
    # expect: SMTPRecipientsRefused ({'nobody@b.org': (550, b'Unknown')},)
    # expect: SMTPDataError (554, b'No')
    for line in ("MAIL FROM:", "MAIL FROM:<a@b> SIZE=x", "RCPT TO:<a@b>", "MAIL FROM:<a@b> BODY=9BIT", "DATA", "HUH",
                 "VRFY ann@a.org", "HELP mail", "NOOP x", "EHLO again"):
        code, text = client.docmd(line)
        print(code, text.decode())
    # expect: 501 Syntax: MAIL FROM: <address> [SP <mail-parameters>]
    # expect: 501 Syntax: MAIL FROM: <address> [SP <mail-parameters>]
    # expect: 503 Error: need MAIL command
    # expect: 501 Error: BODY can only be one of 7BIT, 8BITMIME
    # expect: 503 Error: need RCPT command
    # expect: 500 Error: command "HUH" not recognized
    # expect: 252 Cannot VRFY user, but will accept message and attempt delivery
    # expect: 250 Syntax: MAIL FROM: <address> [SP <mail-parameters>]
    # expect: 501 Syntax: NOOP
    # expect: 503 Duplicate HELO/EHLO
done.set()
thread.join()
asyncore.close_all(channels)

for mailfrom, rcpttos, data, options in taken:
    print(mailfrom, rcpttos, data.splitlines()[-3:], options)
# expect: ann@a.org ['bob@b.org'] [b'', b'.dot', b'end'] [('mail_options', ['SIZE=23']), ('rcpt_options', [])]
# expect: ann@a.org ['bob@b.org', 'cleo@c.org', 'dan@d.org'] [b'MIME-Version: 1.0', b'', b'text'] [('mail_options', ['SIZE=147']), ('rcpt_options', [])]
# expect: ann@a.org ['bob@b.org'] [b'spam'] [('mail_options', ['SIZE=4']), ('rcpt_options', [])]

print(smtplib.quoteaddr("Ann <a@b>"), smtplib.quoteaddr("<>"), repr(smtplib.quotedata("a\n.b\r\nc\rd")))
# expect: <a@b> <> 'a\r\n..b\r\nc\r\nd'
client = smtplib.SMTP()
for wrong in (lambda: client.sendmail("a", "b", "c"), lambda: client.connect("127.0.0.1:x"),
              lambda: client.putcmd("mail\r\nrcpt")):
    try:
        wrong()
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
# expect: SMTPServerDisconnected please run connect() first
# expect: OSError nonnumeric port
# expect: ValueError command and arguments contain prohibited newline characters: mail\r\nrcpt
