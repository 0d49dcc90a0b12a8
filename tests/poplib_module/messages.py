# poplib against a small server: lists, messages with doubled dots, APOP, what is refused.
import poplib
import socket
import threading

ANSWERS = {"USER ann": "+OK", "PASS x": "-ERR wrong", "PASS y": "+OK in", "STAT": "+OK 2 320", "NOOP": "+OK",
           "LIST": "+OK\r\n1 120\r\n2 200\r\n.", "LIST 1": "+OK 1 120", "RETR 1": "+OK\r\nSubject: s\r\n\r\n..dot\r\n.",
           "UIDL": "+OK\r\n1 a\r\n.", "CAPA": "+OK\r\nTOP\r\nSASL PLAIN LOGIN\r\n.", "QUIT": "+OK bye",
           "APOP ann c4c9334bac560ecc979e58001b3e22fb": "+OK"}


def serve():
    connection, _ = server.accept()
    with connection, connection.makefile("r", newline="\r\n") as lines:
        connection.sendall(b"+OK ready <1896.697170952@dbc.mtview.ca.us>\r\n")
        for line in lines:
            connection.sendall(ANSWERS.get(line.strip(), "-ERR unknown").encode() + b"\r\n")


server = socket.create_server(("127.0.0.1", 0))
thread = threading.Thread(target=serve, daemon=True)
thread.start()
client = poplib.POP3(*server.getsockname())
print(client.getwelcome(), client.user("ann"))
# expect: b'+OK ready <1896.697170952@dbc.mtview.ca.us>' b'+OK'
try:
    client.pass_("x")
except poplib.error_proto as error:
    print(repr(error))  # expect: error_proto(b'-ERR wrong')
print(client.pass_("y"), client.stat())  # expect: b'+OK in' (2, 320)
print(client.list(), client.list(1))  # expect: (b'+OK', [b'1 120', b'2 200'], 14) b'+OK 1 120'
print(client.retr(1))  # expect: (b'+OK', [b'Subject: s', b'', b'.dot'], 20)
print(client.uidl(), client.capa())  # expect: (b'+OK', [b'1 a'], 5) {'TOP': [], 'SASL': ['PLAIN', 'LOGIN']}
print(client.apop("ann", "tanstaaf"))  # expect: b'+OK'
print(client.quit(), client.sock)  # expect: b'+OK bye' None
thread.join()
server.close()
