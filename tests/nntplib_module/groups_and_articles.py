# nntplib against a small server: capabilities, groups, overviews, articles with doubled dots, errors, dates.
import warnings
warnings.simplefilter("ignore", DeprecationWarning)
import datetime
import nntplib
import socket
import threading

ANSWERS = {
    "CAPABILITIES": "101 list\r\nVERSION 2 3\r\nREADER\r\nOVER\r\n.", "GROUP a.b": "211 3 5 7 a.b",
    "LIST": "215 list\r\na.b 7 5 y\r\nc 1 1 n\r\n.", "LIST OVERVIEW.FMT": "500 What?",
    "OVER 5-6": "224 follows\r\n5\tS\tF\tD\t<id>\t\t100\t3\r\n.", "ARTICLE <id>": "220 5 <id>\r\nS: x\r\n\r\n..dot\r\n.",
    "STAT 9": "423 No article", "DATE": "111 20240203040506", "XHDR subject 5": "221 h\r\n5 Hello\r\n.",
    "LIST NEWSGROUPS a.b": "215 d\r\na.b\tAbout b\r\n.", "POST": "340 go on", "QUIT": "205 bye"}
posted = []


def serve():
    connection, _ = server.accept()
    with connection, connection.makefile("r", newline="\r\n") as lines:
        connection.sendall(b"200 ready\r\n")
        for line in lines:
            command = line.strip()
            connection.sendall(ANSWERS.get(command, "500 unknown").encode() + b"\r\n")
            if command == "POST":
                posted.extend(iter(lambda: lines.readline(), ".\r\n"))
                connection.sendall(b"240 taken\r\n")


server = socket.create_server(("127.0.0.1", 0))
thread = threading.Thread(target=serve, daemon=True)
thread.start()
with nntplib.NNTP(*server.getsockname()) as client:
    print(client.getwelcome(), client.nntp_version, sorted(client.getcapabilities()))
    # expect: 200 ready 3 ['OVER', 'READER', 'VERSION']
    print(client.group("a.b"))  # expect: ('211 3 5 7 a.b', 3, 5, 7, 'a.b')
    print(client.list()[1][0])  # expect: GroupInfo(group='a.b', last='7', first='5', flag='y')
    print(client.over((5, 6))[1])
    # expect: [(5, {'subject': 'S', 'from': 'F', 'date': 'D', 'message-id': '<id>', 'references': '', ':bytes': '100', ':lines': '3'})]
    print(client.article("<id>")[1])
    # expect: ArticleInfo(number=5, message_id='<id>', lines=[b'S: x', b'', b'.dot'])
    print(client.date()[1], client.xhdr("subject", "5")[1], client.description("a.b"))
    # expect: 2024-02-03 04:05:06 [('5', 'Hello')] About b
    print(client.post(b"From: a\n\n.dot\n"), posted)  # expect: 240 taken ['From: a\r\n', '\r\n', '..dot\r\n']
    for wrong in lambda: client.stat(9), lambda: client.help(), lambda: client.newgroups("today"):
        try:
            wrong()
        except (nntplib.NNTPError, TypeError) as error:
            print(type(error).__name__, str(error).rstrip())
    # expect: NNTPTemporaryError 423 No article
    # expect: NNTPPermanentError 500 unknown
    # expect: TypeError the date parameter must be a date or datetime object, not 'str                                     '
thread.join()
server.close()
print(nntplib.decode_header("=?utf-8?q?caf=C3=A9?= now"), nntplib._unparse_datetime(datetime.date(1999, 6, 23), True))
# expect: café now ('990623', '000000')
