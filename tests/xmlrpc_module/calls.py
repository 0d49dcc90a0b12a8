# xmlrpc: values there and back, faults, multicall, introspection; what cannot be written.
import datetime
import threading
import xmlrpc.client
from xmlrpc.server import SimpleXMLRPCServer


class Service:
    def _hidden(self):
        return "secret"

    def add(self, x, y):
        """Adds."""
        return x + y


server = SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False, allow_none=True, use_builtin_types=True)
server.register_introspection_functions()
server.register_multicall_functions()
server.register_instance(Service())


@server.register_function
def echo(*args):
    return list(args)


server.register_function(lambda: 1 / 0, "fails")
thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
thread.start()
url = "http://127.0.0.1:%d" % server.server_address[1]
with xmlrpc.client.ServerProxy(url, allow_none=True, use_builtin_types=True) as proxy:
    values = [1, -2.5, "<&>\xe9", True, None, b"\0\xff", [1, [2]], {"a": {"b": []}}, datetime.datetime(2024, 1, 2, 3, 4, 5)]
    print(proxy.echo(*values) == values, proxy.add(2, 3))  # expect: True 5
    print(proxy.system.listMethods())
    # expect: ['add', 'echo', 'fails', 'system.listMethods', 'system.methodHelp', 'system.methodSignature', 'system.multicall']
    print(proxy.system.methodHelp("add"))  # expect: Adds.
    for wrong in proxy.fails, proxy._hidden, proxy.nothing:
        try:
            wrong()
        except xmlrpc.client.Fault as fault:
            print(fault.faultCode, fault.faultString)
    # expect: 1 <class 'ZeroDivisionError'>:division by zero
    # expect: 1 <class 'Exception'>:method "_hidden" is not supported
    # expect: 1 <class 'Exception'>:method "nothing" is not supported
    calls = xmlrpc.client.MultiCall(proxy)
    calls.add(1, 2)
    calls.fails()
    results = calls()
    print(results[0])  # expect: 3
    try:
        results[1]
    except xmlrpc.client.Fault as fault:
        print(fault)  # expect: <Fault 1: "<class 'ZeroDivisionError'>:division by zero">
try:
    xmlrpc.client.ServerProxy(url + "/nowhere").echo()
except xmlrpc.client.ProtocolError as error:
    print(error.errcode, error.errmsg)  # expect: 404 Not Found
server.shutdown()
thread.join()
server.server_close()

print(xmlrpc.client.dumps((1, "a"), "method"), end="")
# expect: <?xml version='1.0'?>
# expect: <methodCall>
# expect: <methodName>method</methodName>
# expect: <params>
# expect: <param>
# expect: <value><int>1</int></value>
# expect: </param>
# expect: <param>
# expect: <value><string>a</string></value>
# expect: </param>
# expect: </params>
# expect: </methodCall>
endless = []
endless.append(endless)
for value in None, 2**31, {1: 2}, endless, object():
    try:
        xmlrpc.client.dumps((value,))
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
# expect: TypeError cannot marshal None unless allow_none is enabled
# expect: OverflowError int exceeds XML-RPC limits
# expect: TypeError dictionary key must be string
# expect: TypeError cannot marshal recursive sequences
# expect: TypeError cannot marshal <class 'object'> objects
moment = xmlrpc.client.DateTime("20240102T03:04:05")
print(moment, moment < datetime.datetime(2025, 1, 1), moment == "20240102T03:04:05", xmlrpc.client.Binary(b"x"))
# expect: 20240102T03:04:05 True True x
print(xmlrpc.client.loads("<params><param><value>plain</value></param></params>"))  # expect: (('plain',), None)
