# multiprocessing.managers: what stands for the objects in other processes.
import os
import threading
import time
import types

from . import process, util
from ._manager_server import convert_to_error, dispatch
from .connection import Client
from .context import get_spawning_popen


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
        self._close = None
        if not manager_owned:  # a proxy of the server's counts for nothing
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
        conn = self._connection()
        conn.send((self._id, methodname, args, kwds))
        kind, result = conn.recv()
        if kind == '#RETURN':
            return result
        if kind == '#PROXY':
            return self._proxy_of_result(*result)
        try:
            raise convert_to_error(kind, result)
        finally:
            del result

    def _proxy_of_result(self, exposed, token):
        proxytype = self._manager._registry[token.typeid][-1]
        token.address = self._token.address
        return proxytype(token, 'pickle', manager=self._manager, authkey=self._authkey, exposed=exposed)

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
        kind = AutoProxy if getattr(self, '_isauto', False) else type(self)
        return RebuildProxy, (kind, self._token, authkey, getattr(self, '_exposed_', None))

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
        if token.id not in server.id_to_local_proxy_obj:
            server.id_to_local_proxy_obj[token.id] = server.id_to_obj[token.id]
        return kind(token, 'pickle', authkey=server.authkey, exposed=exposed, manager_owned=True)
    proxy = kind(token, 'pickle', authkey=authkey, exposed=exposed)
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
    proxy = kind(token, serializer, manager=manager, authkey=authkey, manager_owned=manager_owned)
    proxy._isauto = True
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


class BarrierProxy(BaseProxy):
    _exposed_ = ('__getattribute__', 'wait', 'abort', 'reset')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def abort(self):
        return self._callmethod('abort')

    def reset(self):
        return self._callmethod('reset')

    parties = property(lambda self: self._callmethod('__getattribute__', ('parties',)))
    n_waiting = property(lambda self: self._callmethod('__getattribute__', ('n_waiting',)))
    broken = property(lambda self: self._callmethod('__getattribute__', ('broken',)))


class IteratorProxy(BaseProxy):
    _exposed_ = ('__next__', 'send', 'throw', 'close')

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod('__next__', args)

    def send(self, *args):
        return self._callmethod('send', args)

    def throw(self, *args):
        return self._callmethod('throw', args)

    def close(self, *args):
        return self._callmethod('close', args)


EventProxy = MakeProxyType('EventProxy', ('is_set', 'set', 'clear', 'wait'))
_PoolProxy = MakeProxyType('_PoolProxy', ('apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map',
                                        'map_async', 'starmap', 'starmap_async', 'terminate'))
_DictProxy = MakeProxyType('_DictProxy', ('__contains__', '__delitem__', '__getitem__', '__len__',
                                        '__setitem__', 'clear', 'copy', 'get', 'items', 'keys', 'pop', 'popitem',
                                        'setdefault', 'update', 'values'))
ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))
_ListProxy = MakeProxyType('_ListProxy', (
    '__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__', '__rmul__',
    '__setitem__', 'append', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort', '__imul__'))


class PoolProxy(_PoolProxy):
    _method_to_typeid_ = {'apply_async': 'AsyncResult', 'map_async': 'AsyncResult', 'starmap_async': 'AsyncResult',
                          'imap': 'Iterator', 'imap_unordered': 'Iterator'}

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class DictProxy(_DictProxy):
    _method_to_typeid_ = {'__iter__': 'Iterator'}

    def __iter__(self):
        return self._callmethod('__iter__')


class ListProxy(_ListProxy):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))
        return self
