# Managers: a process that holds objects, and proxies for them in others.
import os
import queue
import sys
import threading
import time
import traceback
import types

from . import ProcessError, get_context, process, util
from .connection import Client, Listener
from .context import get_spawning_popen

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']


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
        self.id_to_obj = {'0': (None, ())}
        self.id_to_refcount = {}
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
            obj, exposed = self.id_to_obj[ident]
            if methodname == '#GETVALUE':
                return '#RETURN', obj
            if methodname in ('__str__', '__repr__') and methodname not in exposed:
                return '#RETURN', getattr(obj, methodname)()
            if methodname not in exposed:
                raise AttributeError('method %r of %r object is not in exposed=%r' % (methodname, type(obj), exposed))
            result = getattr(obj, methodname)(*args, **kwds)
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
                             for ident, (obj, _) in sorted(self.id_to_obj.items()) if ident != '0')

    def number_of_objects(self, c):
        return len(self.id_to_refcount)

    def shutdown(self, c):
        try:
            c.send(('#RETURN', None))
        finally:
            self.stop_event.set()

    def create(self, c, typeid, /, *args, **kwds):
        with self.mutex:
            callable, exposed = self.registry[typeid]
            obj = args[0] if callable is None else callable(*args, **kwds)
            exposed = public_methods(obj) if exposed is None else list(exposed)
            ident = '%x' % id(obj)
            self.id_to_obj[ident] = obj, set(exposed)
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
            self.id_to_refcount[ident] += 1

    def decref(self, c, ident):
        with self.mutex:
            self.id_to_refcount[ident] -= 1
            if self.id_to_refcount[ident] == 0:
                del self.id_to_refcount[ident], self.id_to_obj[ident]


class BaseManager:
    """Starts a server, or connects to one; makes proxies for what was registered."""

    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = process.AuthenticationString(authkey)
        self._state = 'INITIAL'
        self._ctx = ctx or get_context()
        self._shutdown_timeout = shutdown_timeout

    def get_server(self):
        if self._state != 'INITIAL':
            raise ProcessError('Already started server' if self._state == 'STARTED' else 'Manager has shut down')
        return self._Server(self._registry, self._address, self._authkey)

    def connect(self):
        conn = Client(self._address, authkey=self._authkey)
        with conn:
            dispatch(conn, None, 'dummy')
        self._state = 'STARTED'

    def start(self, initializer=None, initargs=()):
        if self._state != 'INITIAL':
            raise ProcessError('Already started server' if self._state == 'STARTED' else 'Manager has shut down')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        reader, writer = self._ctx.Pipe(duplex=False)
        self._process = self._ctx.Process(target=type(self)._run_server, args=(
            self._registry, self._address, bytes(self._authkey), writer, initializer, initargs))
        self._process.name = type(self).__name__ + '-' + ':'.join(str(i) for i in self._process._identity)
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state = 'STARTED'
        self.shutdown = util.Finalize(self, type(self)._finalize_manager, args=(
            self._process, self._address, self._authkey, self._shutdown_timeout), exitpriority=0)

    @classmethod
    def _run_server(cls, registry, address, authkey, writer, initializer=None, initargs=()):
        import signal
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if initializer is not None:
            initializer(*initargs)
        server = cls._Server(registry, address, authkey)
        writer.send(server.address)
        writer.close()
        server.serve_forever()

    @staticmethod
    def _finalize_manager(process, address, authkey, shutdown_timeout):
        if not process.is_alive():
            return
        try:
            with Client(address, authkey=authkey) as conn:
                dispatch(conn, None, 'shutdown')
        except Exception:
            pass
        process.join(timeout=shutdown_timeout)
        if process.is_alive():
            process.terminate()
            process.join(timeout=shutdown_timeout)
            if process.is_alive():
                process.kill()
                process.join()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state == 'STARTED', 'server not yet started'
        with Client(self._address, authkey=self._authkey) as conn:
            ident, exposed = dispatch(conn, None, 'create', (typeid,) + args, kwds)
        return Token(typeid, self._address, ident), exposed

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def _debug_info(self):
        with Client(self._address, authkey=self._authkey) as conn:
            return dispatch(conn, None, 'debug_info')

    def _number_of_objects(self):
        with Client(self._address, authkey=self._authkey) as conn:
            return dispatch(conn, None, 'number_of_objects')

    def __enter__(self):
        if self._state == 'INITIAL':
            self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @property
    def address(self):
        return self._address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """A method of that name on managers, which makes such an object and gives a proxy for it."""
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        cls._registry[typeid] = callable, exposed
        if create_method:
            def make(self, /, *args, **kwds):
                token, exp = self._create(typeid, *args, **kwds)
                return proxytype(token, 'pickle', manager=self, authkey=self._authkey, exposed=exp)
            make.__name__ = typeid
            setattr(cls, typeid, make)


class BaseProxy:
    """Stands for an object of a manager."""

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        self._token = token
        self._id = token.id
        self._manager = manager
        self._tls = util.ForkAwareLocal()
        self._pid = os.getpid()
        if authkey is not None:
            self._authkey = process.AuthenticationString(authkey)
        else:
            self._authkey = process.current_process().authkey
        self._close = util.Finalize(self, BaseProxy._decref, args=(token, self._authkey), exitpriority=10)

    def _connection(self):
        """One for each thread and process."""
        if getattr(self._tls, 'pid', None) != os.getpid():
            name = process.current_process().name
            if threading.current_thread().name != 'MainThread':
                name += '|' + threading.current_thread().name
            conn = Client(self._token.address, authkey=self._authkey)
            dispatch(conn, None, 'accept_connection', (name,))
            self._tls.connection, self._tls.pid = conn, os.getpid()
        return self._tls.connection

    def _callmethod(self, methodname, args=(), kwds={}):
        return dispatch(self._connection(), self._id, methodname, args, kwds)

    def _getvalue(self):
        return self._callmethod('#GETVALUE')

    @staticmethod
    def _decref(token, authkey):
        try:
            with Client(token.address, authkey=authkey) as conn:
                dispatch(conn, None, 'decref', (token.id,))
        except Exception:
            pass  # the server has ended

    def __reduce__(self):
        authkey = bytes(self._authkey) if get_spawning_popen() is not None else None
        return RebuildProxy, (type(self), self._token, authkey, getattr(self, '_exposed_', None))

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return '<%s object, typeid %r at %#x>' % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod('__repr__')
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(kind, token, authkey, exposed):
    server = getattr(process.current_process(), '_manager_server', None)
    if server and server.address == token.address:
        return server.id_to_obj[token.id][0]
    if kind.__name__.startswith('AutoProxy['):
        proxy = AutoProxy(token, 'pickle', authkey=authkey, exposed=exposed)
    else:
        proxy = kind(token, 'pickle', authkey=authkey)
    with Client(token.address, authkey=proxy._authkey) as conn:
        dispatch(conn, None, 'incref', (token.id,))
    return proxy


def MakeProxyType(name, exposed, _cache={}):
    """A proxy class with those methods."""
    exposed = tuple(exposed)
    try:
        return _cache[name, exposed]
    except KeyError:
        pass

    def forward(method):
        def call(self, /, *args, **kwds):
            return self._callmethod(method, args, kwds)
        call.__name__ = method
        return call

    kind = type(name, (BaseProxy,), {method: forward(method) for method in exposed})
    kind._exposed_ = exposed
    _cache[name, exposed] = kind
    return kind


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with all public methods of the object."""
    if authkey is None:
        authkey = process.current_process().authkey
    if exposed is None:
        with Client(token.address, authkey=authkey) as conn:
            exposed = dispatch(conn, None, 'get_methods', (token,))
    kind = MakeProxyType('AutoProxy[%s]' % token.typeid, exposed)
    proxy = kind(token, serializer, manager=manager, authkey=authkey)
    proxy.__class__ = kind
    return proxy


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = sorted('%s=%r' % item for item in self.__dict__.items() if not item[0].startswith('_'))
        return '%s(%s)' % (self.__class__.__name__, ', '.join(items))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return '%s(%r, %r)' % (type(self).__name__, self._typecode, self._value)

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    import array
    return array.array(typecode, sequence)


class AcquirerProxy(BaseProxy):
    _exposed_ = ('acquire', 'release')

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod('release')

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    _exposed_ = ('acquire', 'release', 'wait', 'notify', 'notify_all')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def notify(self, n=1):
        return self._callmethod('notify', (n,))

    def notify_all(self):
        return self._callmethod('notify_all')

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        end = None if timeout is None else time.monotonic() + timeout
        while not result:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class NamespaceProxy(BaseProxy):
    _exposed_ = ('__getattribute__', '__setattr__', '__delattr__')

    def __getattr__(self, key):
        if key[0] == '_':
            return object.__getattribute__(self, key)
        return object.__getattribute__(self, '_callmethod')('__getattribute__', (key,))

    def __setattr__(self, key, value):
        if key[0] == '_':
            return object.__setattr__(self, key, value)
        return object.__getattribute__(self, '_callmethod')('__setattr__', (key, value))

    def __delattr__(self, key):
        if key[0] == '_':
            return object.__delattr__(self, key)
        return object.__getattribute__(self, '_callmethod')('__delattr__', (key,))


class ValueProxy(BaseProxy):
    _exposed_ = ('get', 'set')

    def get(self):
        return self._callmethod('get')

    def set(self, value):
        return self._callmethod('set', (value,))

    value = property(get, set)
    __class_getitem__ = classmethod(types.GenericAlias)


BarrierProxy = MakeProxyType('BarrierProxy', ('wait', 'abort', 'reset'))
EventProxy = MakeProxyType('EventProxy', ('is_set', 'set', 'clear', 'wait'))
PoolProxy = MakeProxyType('PoolProxy', ('apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map',
                                        'map_async', 'starmap', 'starmap_async', 'terminate'))
_DictProxy = MakeProxyType('_DictProxy', ('__contains__', '__delitem__', '__getitem__', '__len__',
                                        '__setitem__', 'clear', 'copy', 'get', 'items', 'keys', 'pop', 'popitem',
                                        'setdefault', 'update', 'values'))
ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))
_ListProxy = MakeProxyType('_ListProxy', ('__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__',
                                          '__reversed__', '__rmul__', '__setitem__', 'append', 'count', 'extend', 'index',
                                          'insert', 'pop', 'remove', 'reverse', 'sort', '__imul__'))


class DictProxy(_DictProxy):
    def __iter__(self):
        return iter(self._callmethod('keys'))


class ListProxy(_ListProxy):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))
        return self


class SyncManager(BaseManager):
    """A manager of the usual things."""


for _name, _callable, _proxy in (
        ('Queue', queue.Queue, AutoProxy), ('JoinableQueue', queue.Queue, AutoProxy), ('Event', threading.Event, EventProxy),
        ('Lock', threading.Lock, AcquirerProxy), ('RLock', threading.RLock, AcquirerProxy),
        ('Semaphore', threading.Semaphore, AcquirerProxy), ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
        ('Condition', threading.Condition, ConditionProxy), ('Barrier', threading.Barrier, BarrierProxy),
        ('list', list, ListProxy), ('dict', dict, DictProxy), ('Value', Value, ValueProxy), ('Array', Array, ArrayProxy),
        ('Namespace', Namespace, NamespaceProxy)):
    SyncManager.register(_name, _callable, _proxy)


def __getattr__(name):
    if name in ('SharedMemoryManager', 'SharedMemoryServer'):  # they bring shared memory and its tracker along
        from . import _shared_manager
        return getattr(_shared_manager, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
