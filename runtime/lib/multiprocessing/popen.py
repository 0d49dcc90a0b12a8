# How a process is started and waited for.
import io
import os
import signal
import sys

from . import context, reduction, util

__all__ = ['PopenFork', 'PopenSpawn']


class PopenFork:
    """By fork(): the child goes on with what the parent has."""

    method = 'fork'

    def __init__(self, process_obj):
        util._flush_std_streams()
        self.returncode = None
        self.finalizer = None
        self._launch(process_obj)

    def duplicate_for_child(self, fd):
        return fd

    def poll(self, flag=os.WNOHANG):
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flag)
            except OSError:
                return None  # somebody else has collected it, or it is nobody's child
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            if timeout is not None:
                from .connection import wait
                if not wait([self.sentinel], timeout):
                    return None
            return self.poll(os.WNOHANG if timeout == 0.0 else 0)
        return self.returncode

    def _send_signal(self, sig):
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def terminate(self):
        self._send_signal(signal.SIGTERM)

    def kill(self):
        self._send_signal(signal.SIGKILL)

    def _launch(self, process_obj):
        code = 1
        parent_r, child_w = os.pipe()
        child_r, parent_w = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(parent_r)
                os.close(parent_w)
                code = process_obj._bootstrap(parent_sentinel=child_r)
            finally:
                os._exit(code)
        os.close(child_w)
        os.close(child_r)
        self._keep(parent_r, parent_w)

    def _keep(self, sentinel, *others):
        def close_all(fds):
            for fd in fds:
                os.close(fd)
        self.finalizer = util.Finalize(self, close_all, ((sentinel, *others),))
        self.sentinel = sentinel

    def close(self):
        if self.finalizer is not None:
            self.finalizer()


class PopenSpawn(PopenFork):
    """By a new interpreter, which gets the process object pickled."""

    method = 'spawn'

    def __init__(self, process_obj):
        self._fds = []
        super().__init__(process_obj)

    def duplicate_for_child(self, fd):
        self._fds.append(fd)
        return fd

    def _launch(self, process_obj):
        from . import spawn
        data = io.BytesIO()
        context.set_spawning_popen(self)
        try:
            reduction.dump(spawn.get_preparation_data(process_obj._name), data)
            reduction.dump(process_obj, data)
        finally:
            context.set_spawning_popen(None)
        parent_r, child_w = os.pipe()
        child_r, parent_w = os.pipe()
        facts = {'pipe_handle': child_r, 'parent_pid': os.getpid()}
        if tracker := sys.modules.get('multiprocessing.resource_tracker'):  # one for all, where there is one
            facts['tracker_fd'] = tracker.getfd()
            self._fds.append(facts['tracker_fd'])
        command = spawn.get_command_line(**facts)
        import subprocess
        try:
            started = subprocess.Popen(command, pass_fds=(child_r, child_w, *self._fds))
        finally:
            os.close(child_r)
            os.close(child_w)
        self.pid = started.pid
        started.returncode = 0  # it is waited for here
        self._keep(parent_r, parent_w)
        with open(parent_w, 'wb', closefd=False) as f:
            f.write(data.getbuffer())
            f.flush()
