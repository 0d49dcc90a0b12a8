# A process that removes what the others left behind: named things of the system that nobody unlinked.
import os
import signal
import sys
import threading
import warnings

from . import spawn

__all__ = ['ensure_running', 'register', 'unregister']

_IGNORED = signal.SIGINT, signal.SIGTERM


def _unlink_shared_memory(name):
    import _posixshmem
    _posixshmem.shm_unlink(name)


_CLEANUP_FUNCS = {'noop': lambda name: None, 'shared_memory': _unlink_shared_memory}


class ResourceTracker:
    """This process's end: lines `COMMAND:name:kind` down a pipe, which children inherit."""

    def __init__(self):
        self._lock = threading.RLock()
        self._fd = None
        self._pid = None

    def getfd(self):
        self.ensure_running()
        return self._fd

    def _stop(self):
        with self._lock:
            if self._fd is None:
                return
            os.close(self._fd)
            self._fd = None
            os.waitpid(self._pid, 0)
            self._pid = None

    def ensure_running(self):
        with self._lock:
            if self._fd is not None:
                if self._check_alive():
                    return
                os.close(self._fd)
                if self._pid is not None:
                    try:
                        os.waitpid(self._pid, 0)
                    except ChildProcessError:
                        pass
                self._fd = self._pid = None
                warnings.warn('resource_tracker: process died unexpectedly, relaunching.  Some resources might leak.')
            self._start()

    def _start(self):
        import subprocess
        reader, writer = os.pipe()
        signal.pthread_sigmask(signal.SIG_BLOCK, _IGNORED)  # until it ignores them
        program = f'from multiprocessing.resource_tracker import main; main({reader})'
        try:
            child = subprocess.Popen([spawn.get_executable(), '-c', program], pass_fds=(reader,),
                                     stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        except BaseException:
            os.close(writer)
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _IGNORED)
            os.close(reader)
        child.returncode = 0  # nobody waits for it
        self._fd, self._pid = writer, child.pid

    def _check_alive(self):
        try:
            os.write(self._fd, b'PROBE:0:noop\n')
        except OSError:
            return False
        return True

    def register(self, name, rtype):
        self._send('REGISTER', name, rtype)

    def unregister(self, name, rtype):
        self._send('UNREGISTER', name, rtype)

    def _send(self, command, name, rtype):
        self.ensure_running()
        line = f'{command}:{name}:{rtype}\n'.encode('ascii')
        if len(line) > 512:  # longer ones could be torn apart
            raise ValueError('msg too long')
        os.write(self._fd, line)


_resource_tracker = ResourceTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd


def main(fd):
    """Runs until every process that had the pipe has ended, then removes what is registered still."""
    for number in _IGNORED:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _IGNORED)
    cache = {kind: set() for kind in _CLEANUP_FUNCS}
    try:
        with open(fd, 'rb') as lines:
            for line in lines:
                try:
                    command, name, kind = line.strip().decode('ascii').split(':')
                    if kind not in _CLEANUP_FUNCS:
                        raise ValueError(f'Cannot register {name} for automatic cleanup: unknown resource type {kind}')
                    if command == 'REGISTER':
                        cache[kind].add(name)
                    elif command == 'UNREGISTER':
                        cache[kind].remove(name)
                    elif command != 'PROBE':
                        raise RuntimeError('unrecognized command %r' % command)
                except Exception:
                    try:
                        sys.excepthook(*sys.exc_info())
                    except BaseException:
                        pass
    finally:
        for kind, names in cache.items():
            if names:
                warnings.warn(f'resource_tracker: There appear to be {len(names)} leaked {kind} objects to clean up at '
                              'shutdown')
            for name in names:
                try:
                    _CLEANUP_FUNCS[kind](name)
                except Exception as error:
                    warnings.warn('resource_tracker: %r: %s' % (name, error))
