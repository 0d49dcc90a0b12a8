# Child watchers: they notice that a child process has ended, and say so to whoever asked.
import itertools
import os
import signal
import threading
import warnings

from . import events
from .log import logger


def waitstatus_to_exitcode(status):
    try:
        return os.waitstatus_to_exitcode(status)
    except ValueError:
        return status


def _exit_code_of(status):
    # By the name that everybody knows it under.
    from . import unix_events
    return unix_events.waitstatus_to_exitcode(status)


class AbstractChildWatcher:
    """`with` it: children started inside are watched from the beginning."""

    def add_child_handler(self, pid, callback, *args):
        """callback(pid, returncode, *args) when that child ends."""
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        """True if there was one."""
        raise NotImplementedError()

    def attach_loop(self, loop):
        """The loop that gets the news; None: none."""
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        """Whether children can be watched now."""
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


def _log_unknown_child(pid):
    logger.warning('Unknown child process pid %d, will report returncode 255', pid)


class PidfdChildWatcher(AbstractChildWatcher):
    """With a descriptor for each process: no signals, no threads."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_traceback):
        pass

    def is_active(self):
        return True

    def close(self):
        pass

    def attach_loop(self, loop):
        pass

    def add_child_handler(self, pid, callback, *args):
        loop = events.get_running_loop()
        descriptor = os.pidfd_open(pid)
        loop._add_reader(descriptor, self._do_wait, pid, descriptor, callback, args)

    def _do_wait(self, pid, descriptor, callback, args):
        events.get_running_loop()._remove_reader(descriptor)
        try:
            _, status = os.waitpid(pid, 0)
            returncode = _exit_code_of(status)
        except ChildProcessError:
            returncode = 255
            logger.warning('child process pid %d exit status already read:  will report returncode 255', pid)
        os.close(descriptor)
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        return True


class BaseChildWatcher(AbstractChildWatcher):
    """On SIGCHLD, through a loop."""

    def __init__(self):
        self._loop = None
        self._callbacks = {}

    def close(self):
        self.attach_loop(None)

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def _do_waitpid(self, expected_pid):
        raise NotImplementedError()

    def _do_waitpid_all(self):
        raise NotImplementedError()

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, events.AbstractEventLoop)
        if self._loop is not None and loop is None and self._callbacks:
            warnings.warn('A loop is being detached from a child watcher with pending handlers', RuntimeWarning)
        if self._loop is not None:
            self._loop.remove_signal_handler(signal.SIGCHLD)
        self._loop = loop
        if loop is not None:
            loop.add_signal_handler(signal.SIGCHLD, self._sig_chld)
            self._do_waitpid_all()  # some may have ended before anybody listened

    def _sig_chld(self):
        try:
            self._do_waitpid_all()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': 'Unknown exception in SIGCHLD handler',
                'exception': exc,
            })


class SafeChildWatcher(BaseChildWatcher):
    """Asks for each child by its number: leaves others' children alone."""

    def close(self):
        self._callbacks.clear()
        super().close()

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = (callback, args)
        self._do_waitpid(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        try:
            pid, status = os.waitpid(expected_pid, os.WNOHANG)
        except ChildProcessError:
            pid, returncode = expected_pid, 255
            _log_unknown_child(pid)
        else:
            if pid == 0:
                return
            returncode = _exit_code_of(status)
            if self._loop.get_debug():
                logger.debug('process %s exited with returncode %s', expected_pid, returncode)
        found = self._callbacks.pop(pid, None)
        if found is not None:
            callback, args = found
            callback(pid, returncode, *args)
        elif self._loop.get_debug():
            logger.warning('Child watcher got an unexpected pid: %r', pid, exc_info=True)


class FastChildWatcher(BaseChildWatcher):
    """Takes every child that ended, whoever started it."""

    def __init__(self):
        super().__init__()
        self._lock = threading.Lock()
        self._zombies = {}
        self._forks = 0

    def close(self):
        self._callbacks.clear()
        self._zombies.clear()
        super().close()

    def __enter__(self):
        with self._lock:
            self._forks += 1
            return self

    def __exit__(self, a, b, c):
        with self._lock:
            self._forks -= 1
            if self._forks or not self._zombies:
                return
            unclaimed = str(self._zombies)
            self._zombies.clear()
        logger.warning('Caught subprocesses termination from unknown pids: %s', unclaimed)

    def add_child_handler(self, pid, callback, *args):
        assert self._forks, 'Must use the context manager'
        with self._lock:
            if pid not in self._zombies:
                self._callbacks[pid] = callback, args
                return
            returncode = self._zombies.pop(pid)
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            returncode = _exit_code_of(status)
            with self._lock:
                found = self._callbacks.pop(pid, None)
                if found is None and self._forks:
                    self._zombies[pid] = returncode  # its handler may come yet
                    if self._loop.get_debug():
                        logger.debug('unknown process %s exited with returncode %s', pid, returncode)
                    continue
            if found is None:
                logger.warning('Caught subprocess termination from unknown pid: %d -> %d', pid, returncode)
                continue
            if self._loop.get_debug():
                logger.debug('process %s exited with returncode %s', pid, returncode)
            callback, args = found
            callback(pid, returncode, *args)


class MultiLoopChildWatcher(AbstractChildWatcher):
    """With a handler for SIGCHLD of its own, for loops in several threads."""

    def __init__(self):
        self._callbacks = {}
        self._saved_sighandler = None

    def is_active(self):
        return self._saved_sighandler is not None

    def close(self):
        self._callbacks.clear()
        if self._saved_sighandler is None:
            return
        handler = signal.getsignal(signal.SIGCHLD)
        if handler != self._sig_chld:
            logger.warning('SIGCHLD handler was changed by outside code')
        else:
            signal.signal(signal.SIGCHLD, self._saved_sighandler)
        self._saved_sighandler = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = (events.get_running_loop(), callback, args)
        self._do_waitpid(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def attach_loop(self, loop):
        if self._saved_sighandler is not None:
            return
        self._saved_sighandler = signal.signal(signal.SIGCHLD, self._sig_chld)
        if self._saved_sighandler is None:
            logger.warning('Previous SIGCHLD handler was set by non-Python code, restore to default handler on '
                           'watcher close.')
            self._saved_sighandler = signal.SIG_DFL
        signal.siginterrupt(signal.SIGCHLD, False)

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        debug_log = True
        try:
            pid, status = os.waitpid(expected_pid, os.WNOHANG)
        except ChildProcessError:
            pid, returncode = expected_pid, 255
            _log_unknown_child(pid)
            debug_log = False
        else:
            if pid == 0:
                return
            returncode = _exit_code_of(status)
        found = self._callbacks.pop(pid, None)
        if found is None:
            logger.warning('Child watcher got an unexpected pid: %r', pid, exc_info=True)
            return
        loop, callback, args = found
        if loop.is_closed():
            logger.warning('Loop %r that handles pid %r is closed', loop, pid)
            return
        if debug_log and loop.get_debug():
            logger.debug('process %s exited with returncode %s', expected_pid, returncode)
        loop.call_soon_threadsafe(callback, pid, returncode, *args)

    def _sig_chld(self, signum, frame):
        try:
            self._do_waitpid_all()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            logger.warning('Unknown exception in SIGCHLD handler', exc_info=True)


class ThreadedChildWatcher(AbstractChildWatcher):
    """A thread for each child, which waits for it: works everywhere, and is the default."""

    def __init__(self):
        self._pid_counter = itertools.count(0)
        self._threads = {}

    def is_active(self):
        return True

    def close(self):
        self._join_threads()

    def _join_threads(self):
        for thread in list(self._threads.values()):
            if thread.is_alive() and not thread.daemon:
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def __del__(self, _warn=warnings.warn):
        if any(thread.is_alive() for thread in list(self._threads.values())):
            _warn(f'{self.__class__} has registered but not finished child processes', ResourceWarning, source=self)

    def add_child_handler(self, pid, callback, *args):
        thread = threading.Thread(target=self._do_waitpid, name=f'waitpid-{next(self._pid_counter)}',
                                  args=(events.get_running_loop(), pid, callback, args), daemon=True)
        self._threads[pid] = thread
        thread.start()

    def remove_child_handler(self, pid):
        return True

    def attach_loop(self, loop):
        pass

    def _do_waitpid(self, loop, expected_pid, callback, args):
        assert expected_pid > 0
        try:
            pid, status = os.waitpid(expected_pid, 0)
        except ChildProcessError:
            pid, returncode = expected_pid, 255
            _log_unknown_child(pid)
        else:
            returncode = _exit_code_of(status)
            if loop.get_debug():
                logger.debug('process %s exited with returncode %s', expected_pid, returncode)
        if loop.is_closed():
            logger.warning('Loop %r that handles pid %r is closed', loop, pid)
        else:
            loop.call_soon_threadsafe(callback, pid, returncode, *args)
        self._threads.pop(expected_pid)
