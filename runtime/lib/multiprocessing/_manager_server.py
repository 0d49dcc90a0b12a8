# multiprocessing.managers: the process that holds the objects, and how it is spoken to.
import sys
import threading
import traceback

from . import ProcessError, process
from .connection import Listener


class Token:
    """Which object it is: its type, where its server listens, its number there."""

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return '%s(typeid=%r, address=%r, id=%r)' % (self.__class__.__name__, self.typeid, self.address, self.id)


class RemoteError(Exception):
    def __str__(self):
        return '\n' + '-' * 75 + '\n' + str(self.args[0]) + '-' * 75


def convert_to_error(kind, result):
    if kind == '#ERROR':
        return result
    if kind in ('#TRACEBACK', '#UNSERIALIZABLE'):
        return RemoteError('Unserializable message: %s\n' % result if kind == '#UNSERIALIZABLE' else result)
    return ValueError('Unrecognized message type {!r}'.format(kind))


def dispatch(c, id, methodname, args=(), kwds={}):
    c.send((id, methodname, args, kwds))
    kind, result = c.recv()
    if kind == '#RETURN':
        return result
    try:
        raise convert_to_error(kind, result)
    finally:
        del result


def all_methods(obj):
    return [name for name in dir(obj) if callable(getattr(obj, name))]


def public_methods(obj):
    return [name for name in all_methods(obj) if name[0] != '_']


# What does not travel: a list goes in its place.
_UNPICKLABLE = (type({}.keys()), type({}.values()), type({}.items()))


class Server:
    """The process that holds the objects: a thread for each connection."""

    public = ['shutdown', 'create', 'accept_connection', 'get_methods', 'debug_info', 'number_of_objects', 'dummy',
              'incref', 'decref']

    def __init__(self, registry, address, authkey):
        self.registry = registry
        self.authkey = process.AuthenticationString(authkey)
        self.listener = Listener(address=address, backlog=16, authkey=bytes(self.authkey))
        self.address = self.listener.address
        self.id_to_obj = {'0': (None, (), None)}
        self.id_to_refcount = {}
        self.id_to_local_proxy_obj = {}  # what proxies inside other objects stand for
        self.mutex = threading.Lock()

    def serve_forever(self):
        self.stop_event = threading.Event()
        process.current_process()._manager_server = self
        try:
            threading.Thread(target=self.accepter, daemon=True).start()
            try:
                while not self.stop_event.is_set():
                    self.stop_event.wait(1)
            except (KeyboardInterrupt, SystemExit):
                pass
        finally:
            sys.exit(0)

    def accepter(self):
        while True:
            try:
                c = self.listener.accept()
            except (OSError, EOFError, ProcessError):  # also who has the wrong key
                continue
            threading.Thread(target=self.handle_request, args=(c,), daemon=True).start()

    def handle_request(self, conn):
        try:
            ignore, funcname, args, kwds = conn.recv()
            assert funcname in self.public, '%r unrecognized' % funcname
            answer = '#RETURN', getattr(self, funcname)(conn, *args, **kwds)
        except SystemExit:
            return
        except Exception:
            answer = '#TRACEBACK', traceback.format_exc()
        try:
            conn.send(answer)
        except Exception:
            pass
        conn.close()

    def serve_client(self, conn):
        """All calls that come over one connection."""
        while not self.stop_event.is_set():
            try:
                request = conn.recv()
            except EOFError:
                break
            answer = self._answer(request)
            try:
                try:
                    conn.send(answer)
                except Exception:
                    conn.send(('#UNSERIALIZABLE', traceback.format_exc()))
            except Exception:
                break
        conn.close()

    def _answer(self, request):
        ident, methodname, args, kwds = request
        try:
            try:
                obj, exposed, typeids = self.id_to_obj[ident]
            except KeyError:
                obj, exposed, typeids = self.id_to_local_proxy_obj[ident]
            if methodname == '#GETVALUE':
                return '#RETURN', obj
            if methodname in ('__str__', '__repr__') and methodname not in exposed:
                return '#RETURN', getattr(obj, methodname)()
            if methodname not in exposed:
                return '#TRACEBACK', 'AttributeError: method %r of %r object is not in exposed=%r\n' % (
                    methodname, type(obj), exposed)
            result = getattr(obj, methodname)(*args, **kwds)
            if typeid := typeids and typeids.get(methodname):
                made, methods = self.create(None, typeid, result)
                return '#PROXY', (methods, Token(typeid, self.address, made))
            if isinstance(result, _UNPICKLABLE):
                result = list(result)
            return '#RETURN', result
        except Exception as e:
            e.__traceback__ = None
            return '#ERROR', e

    def dummy(self, c):
        pass

    def debug_info(self, c):
        with self.mutex:
            return '\n'.join('  %s:       refcount=%s\n    %s' % (ident, self.id_to_refcount[ident], str(obj)[:75])
                             for ident, (obj, *_) in sorted(self.id_to_obj.items()) if ident != '0')

    def number_of_objects(self, c):
        return len(self.id_to_refcount)

    def shutdown(self, c):
        try:
            c.send(('#RETURN', None))
        finally:
            self.stop_event.set()

    def create(self, c, typeid, /, *args, **kwds):
        with self.mutex:
            callable, exposed, typeids, _ = self.registry[typeid]
            obj = args[0] if callable is None else callable(*args, **kwds)
            exposed = public_methods(obj) if exposed is None else list(exposed)
            if typeids:
                exposed += typeids
            ident = '%x' % id(obj)
            self.id_to_obj[ident] = obj, set(exposed), typeids
            self.id_to_refcount[ident] = self.id_to_refcount.get(ident, 0) + 1
        return ident, tuple(exposed)

    def get_methods(self, c, token):
        return tuple(self.id_to_obj[token.id][1])

    def accept_connection(self, c, name):
        threading.current_thread().name = name
        c.send(('#RETURN', None))
        self.serve_client(c)

    def incref(self, c, ident):
        with self.mutex:
            if ident not in self.id_to_refcount:  # only proxies of the server's own are left of it
                self.id_to_obj[ident] = self.id_to_local_proxy_obj[ident]
                self.id_to_refcount[ident] = 0
            self.id_to_refcount[ident] += 1

    def decref(self, c, ident):
        with self.mutex:
            if ident not in self.id_to_refcount and ident in self.id_to_local_proxy_obj:
                return
            self.id_to_refcount[ident] -= 1
            if self.id_to_refcount[ident] == 0:
                del self.id_to_refcount[ident], self.id_to_obj[ident]
