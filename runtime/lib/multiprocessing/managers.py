# Managers: a process that holds objects (_manager_server), and proxies for them in others (_manager_proxies).
import queue
import threading

from . import ProcessError, get_context, process, util
from ._manager_proxies import (AcquirerProxy, Array, ArrayProxy, AutoProxy, BarrierProxy, BaseProxy, ConditionProxy,
                               DictProxy, EventProxy, IteratorProxy, ListProxy, MakeProxyType, Namespace,
                               NamespaceProxy, PoolProxy, RebuildProxy, Value, ValueProxy, _DictProxy, _ListProxy,
                               _PoolProxy)
from ._manager_server import (RemoteError, Server, Token, all_methods, convert_to_error, dispatch, public_methods)
from .connection import Client

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']

for _each in list(vars().values()):
    if getattr(_each, '__module__', None) in ('multiprocessing._manager_proxies', 'multiprocessing._manager_server'):
        _each.__module__ = __name__
del _each


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
        method_to_typeid = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None)
        cls._registry[typeid] = callable, exposed, method_to_typeid, proxytype
        if create_method:
            def make(self, /, *args, **kwds):
                token, exp = self._create(typeid, *args, **kwds)
                return proxytype(token, 'pickle', manager=self, authkey=self._authkey, exposed=exp)
            make.__name__ = typeid
            setattr(cls, typeid, make)


class SyncManager(BaseManager):
    """A manager of the usual things."""


def _make_pool(*args, **kwds):
    from .pool import Pool
    return Pool(*args, **kwds)


for _name, _callable, _proxy in (
        ('Queue', queue.Queue, AutoProxy), ('JoinableQueue', queue.Queue, AutoProxy),
        ('Event', threading.Event, EventProxy), ('Lock', threading.Lock, AcquirerProxy),
        ('RLock', threading.RLock, AcquirerProxy), ('Semaphore', threading.Semaphore, AcquirerProxy),
        ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
        ('Condition', threading.Condition, ConditionProxy), ('Barrier', threading.Barrier, BarrierProxy),
        ('Pool', _make_pool, PoolProxy), ('list', list, ListProxy), ('dict', dict, DictProxy),
        ('Value', Value, ValueProxy), ('Array', Array, ArrayProxy), ('Namespace', Namespace, NamespaceProxy)):
    SyncManager.register(_name, _callable, _proxy)
SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)
SyncManager.register('AsyncResult', create_method=False)


def __getattr__(name):
    if name in ('SharedMemoryManager', 'SharedMemoryServer'):  # they bring shared memory and its tracker along
        from . import _shared_manager
        return getattr(_shared_manager, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
