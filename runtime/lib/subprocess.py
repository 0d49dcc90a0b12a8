"""Children: programs started, fed, read and waited for. Starting one is posix._start; the rest is here."""
import io
import os
import posix
import select
import selectors
import sys
import time

PIPE, STDOUT, DEVNULL = -1, -2, -3

_PopenSelector = selectors.PollSelector if hasattr(selectors, "PollSelector") else selectors.SelectSelector


class SubprocessError(Exception):
    """What all errors of this module are."""


class CalledProcessError(SubprocessError):
    """A child ended with another code than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        if not self.returncode or self.returncode > 0:
            return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."
        try:
            import signal
            return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
        except (ImportError, ValueError):
            return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A child did not end in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """What run() returns."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            parts.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            parts.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


# Children nobody waited for before their Popen was gone: collected when the next one starts.
_active = []


def _cleanup():
    """The name under which CPython has it."""
    _collect()


def _collect():
    for process in list(_active):
        if process.poll() is not None:
            try:
                _active.remove(process)
            except ValueError:
                pass  # another thread was quicker


class Popen:
    """A child: its pipes, its end."""

    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        _collect()
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but "
                                  "different. Pass one or the other.")
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = self.returncode = None
        self.encoding, self.errors = encoding, errors
        self.text_mode = encoding or errors or text or universal_newlines
        self._input = None
        self._collected = {}
        ends = []  # descriptors to close when nothing comes of it
        try:
            child, parent = self._make_pipes(stdin, stdout, stderr, ends)
            self._start(args, executable, shell, cwd, env, close_fds, pass_fds, child, preexec_fn, start_new_session,
                        restore_signals, process_group, user, group, umask)
        except BaseException:
            for end in ends:
                os.close(end)
            raise
        for end in ends:
            if end not in parent:
                os.close(end)
        self._open_files(parent, bufsize)

    # --- starting

    def _make_pipes(self, stdin, stdout, stderr, ends):
        child, parent = [-1, -1, -1], [-1, -1, -1]

        def pipe():
            pair = os.pipe()
            ends.extend(pair)
            return pair

        for number, wanted in enumerate((stdin, stdout, stderr)):
            if wanted is None:
                continue
            if wanted == PIPE and isinstance(wanted, int):
                reader, writer = pipe()
                child[number], parent[number] = (reader, writer) if number == 0 else (writer, reader)
            elif wanted == DEVNULL and isinstance(wanted, int):
                child[number] = os.open(os.devnull, os.O_RDWR)
                ends.append(child[number])
            elif wanted == STDOUT and isinstance(wanted, int) and number == 2:
                child[2] = child[1] if child[1] != -1 else sys.__stdout__.fileno()
            elif isinstance(wanted, int):
                child[number] = wanted
            else:
                child[number] = wanted.fileno()
        return child, parent

    def _start(self, args, executable, shell, cwd, env, close_fds, pass_fds, child, preexec_fn, start_new_session,
               restore_signals, process_group, user, group, umask):
        if isinstance(args, (str, bytes)) or hasattr(args, "__fspath__"):
            args = [args]
        else:
            args = list(args)
        if shell:
            args = [executable or "/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        sys.audit('subprocess.Popen', executable, args, cwd, env)
        if preexec_fn is not None:
            return self._start_by_fork(executable, args, cwd, env, close_fds, pass_fds, child, preexec_fn,
                                       start_new_session)
        program = os.fsencode(executable)
        programs = [program]
        if os.path.dirname(program) == b"":
            programs = [os.path.join(os.fsencode(directory), program) for directory in os.get_exec_path(env)]
        keep = sorted(set(map(int, pass_fds)))
        pid, error, step = posix._start(
            programs, args, env, cwd, bool(close_fds or pass_fds), keep, *child, bool(start_new_session),
            bool(restore_signals), -1 if process_group is None else process_group, _id_of(user, "pwd"),
            _id_of(group, "grp"), umask)
        if error:
            if step == 0:
                raise OSError(error, os.strerror(error))
            raise OSError(error, os.strerror(error), cwd if step == 1 else executable)
        self.pid = pid
        self._child_created = True

    def _start_by_fork(self, executable, args, cwd, env, close_fds, pass_fds, child, preexec_fn, start_new_session):
        report, reported = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            self._be_child(executable, args, cwd, env, close_fds, pass_fds, child, preexec_fn, start_new_session,
                           reported)
        os.close(reported)
        self._child_created = True
        with open(report, "rb") as stream:
            failure = stream.read()
        if failure:
            os.waitpid(self.pid, 0)
            number, kind = failure.split(b":", 1)
            if kind == b"preexec":
                raise SubprocessError("Exception occurred in preexec_fn.")
            raise OSError(int(number), os.strerror(int(number)), executable if kind == b"exec" else cwd)

    def _be_child(self, executable, args, cwd, env, close_fds, pass_fds, child, preexec_fn, start_new_session,
                  reported):
        kind = "cwd"
        try:
            while reported < 3:
                reported = os.dup(reported)
            moved = [os.dup(end) if 0 <= end < 3 and end != place else end for place, end in enumerate(child)]
            for place, end in enumerate(moved):
                if end >= 0:
                    os.set_inheritable(end, True) if end == place else os.dup2(end, place)
            for end in pass_fds:
                os.set_inheritable(end, True)
            if cwd is not None:
                os.chdir(cwd)
            if start_new_session:
                os.setsid()
            kind = "preexec"
            preexec_fn()
            kind = "exec"
            if env is None:
                os.execvp(executable, args)
            else:
                os.execvpe(executable, args, env)
        except BaseException as error:
            os.write(reported, f"{getattr(error, 'errno', 0) or 0}:{kind}".encode())
        finally:
            os._exit(255)

    def _open_files(self, parent, bufsize):
        line_buffering = False
        if bufsize == 1:
            line_buffering, bufsize = bool(self.text_mode), -1
        for name, mode, end in zip(("stdin", "stdout", "stderr"), ("wb", "rb", "rb"), parent):
            if end == -1:
                continue
            file = io.open(end, mode, bufsize)
            if self.text_mode:
                if name == "stdin":
                    file = io.TextIOWrapper(file, write_through=True, line_buffering=line_buffering,
                                            encoding=self.encoding, errors=self.errors)
                else:
                    file = io.TextIOWrapper(file, encoding=self.encoding, errors=self.errors)
            setattr(self, name, file)

    # --- the end of the child

    def _ended(self, options):
        """Whether the child has ended. Its code is known before it is reaped: any number of threads may ask."""
        if self.returncode is not None:
            return True
        try:
            result = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | options)
        except ChildProcessError:
            if self.returncode is None:
                self.returncode = 0  # somebody else reaped it: what it ended with is lost
            return True
        if result is None:
            return False
        self.returncode = result.si_status if result.si_code == os.CLD_EXITED else -result.si_status
        try:
            os.waitpid(self.pid, os.WNOHANG)
        except ChildProcessError:
            pass  # another thread did
        return True

    def poll(self):
        self._ended(os.WNOHANG)
        return self.returncode

    def wait(self, timeout=None):
        if timeout is None:
            self._ended(0)
            return self.returncode
        end = time.monotonic() + timeout
        if self._ended(os.WNOHANG):
            return self.returncode
        descriptor = os.pidfd_open(self.pid)
        try:
            poller = select.poll()
            poller.register(descriptor, select.POLLIN)
            while not self._ended(os.WNOHANG):
                left = end - time.monotonic()
                if left <= 0:
                    raise TimeoutExpired(self.args, timeout)
                poller.poll(left * 1000)
        finally:
            os.close(descriptor)
        return self.returncode

    def send_signal(self, sig):
        if self.poll() is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    # --- talking to it

    def communicate(self, input=None, timeout=None):
        if self._collected and input:
            raise ValueError("Cannot send input after starting communication")
        files = [file for file in (self.stdin, self.stdout, self.stderr) if file is not None]
        if timeout is None and not self._collected and len(files) <= 1:
            stdout, stderr = self._communicate_with_one(input)
        else:
            end = None if timeout is None else time.monotonic() + timeout
            stdout, stderr = self._communicate(input, end, timeout)
        self.wait() if timeout is None else self.wait(max(0, end - time.monotonic()))
        return stdout, stderr

    def _communicate_with_one(self, input):
        stdout = stderr = None
        if self.stdin:
            self._write_all(input)
        elif self.stdout:
            stdout = self.stdout.read()
            self.stdout.close()
        elif self.stderr:
            stderr = self.stderr.read()
            self.stderr.close()
        return stdout, stderr

    def _write_all(self, input):
        try:
            if input:
                self.stdin.write(input)
        except BrokenPipeError:
            pass
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _communicate(self, input, end, timeout):
        if self.stdin and not self._collected:
            try:
                self.stdin.flush()
            except BrokenPipeError:
                pass
        if self._input is None and self.stdin and input:
            if self.text_mode:
                input = input.encode(self.stdin.encoding, self.stdin.errors)
            self._input = memoryview(input).cast("B") if hasattr(memoryview, "cast") else memoryview(input)
        if self.stdin and not self._input and not self.stdin.closed:
            self._write_all(None)
        with _PopenSelector() as selector:
            for file in self.stdin, self.stdout, self.stderr:
                if file is None:
                    continue
                if file is not self.stdin:
                    self._collected.setdefault(file, [])
                if not file.closed and (file is not self.stdin or self._input):
                    selector.register(file, selectors.EVENT_WRITE if file is self.stdin else selectors.EVENT_READ)
            while selector.get_map():
                left = None if end is None else end - time.monotonic()
                if left is not None and left < 0:
                    raise self._late(timeout)
                for key, events in selector.select(left):
                    if not self._serve(key.fileobj, key.fd):
                        selector.unregister(key.fileobj)
                        key.fileobj.close()
        if end is not None:
            try:
                self.wait(max(0, end - time.monotonic()))
            except TimeoutExpired:
                raise self._late(timeout) from None
        return self._text_of(self.stdout), self._text_of(self.stderr)

    def _serve(self, file, descriptor):
        """Writes or reads once; false when nothing more will come."""
        if file is self.stdin:
            try:
                written = os.write(descriptor, self._input[:select.PIPE_BUF])
            except BrokenPipeError:
                return False
            self._input = self._input[written:]
            return len(self._input) > 0
        data = os.read(descriptor, 32768)
        if data:
            self._collected[file].append(data)
        return bool(data)

    def _late(self, timeout):
        parts = [b"".join(self._collected[file]) or None if file in self._collected else None
                 for file in (self.stdout, self.stderr)]
        return TimeoutExpired(self.args, timeout, *parts)

    def _text_of(self, file):
        if file is None:
            return None
        data = b"".join(self._collected[file])
        if not self.text_mode:
            return data
        return data.decode(file.encoding, file.errors).replace("\r\n", "\n").replace("\r", "\n")

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        for file in self.stdout, self.stderr:
            if file:
                file.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if kind is not KeyboardInterrupt:
                self.wait()

    def __del__(self):
        if self._child_created and self.returncode is None and _active is not None:
            if self.poll() is None:
                _active.append(self)

    def __repr__(self):
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _id_of(who, database):
    """The number of a user or group: itself, or what /etc says."""
    if who is None:
        return -1
    if isinstance(who, int):
        if who < 0:
            raise ValueError(f"{'User' if database == 'pwd' else 'Group'} ID cannot be negative, got {who}")
        return who
    if not isinstance(who, str):
        raise TypeError(f"{'User' if database == 'pwd' else 'Group'} must be a string or an integer")
    with open("/etc/passwd" if database == "pwd" else "/etc/group") as rows:
        for row in rows:
            fields = row.split(":")
            if fields[0] == who:
                return int(fields[2])
    raise KeyError(f"getpwnam(): name not found: {who!r}" if database == "pwd" else
                   f"getgrnam(): name not found: {who!r}")


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except BaseException:
            process.kill()
            raise
        code = process.poll()
        if check and code:
            raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            raise


def _command_of(popenargs, kwargs):
    return popenargs[0] if popenargs else kwargs.get("args")


def check_call(*popenargs, **kwargs):
    code = call(*popenargs, **kwargs)
    if code:
        raise CalledProcessError(code, _command_of(popenargs, kwargs))
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for name in "stdout", "check":
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        text = kwargs.get("universal_newlines") or kwargs.get("text") or kwargs.get("encoding") or kwargs.get("errors")
        kwargs["input"] = "" if text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        output = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        code = 0
    except CalledProcessError as error:
        output, code = error.output, error.returncode
    return code, output[:-1] if output[-1:] == "\n" else output


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """The arguments as one text, quoted as programs of Windows expect it."""
    words = []
    for argument in map(os.fsdecode, seq):
        quoted, slashes = [], 0
        for character in argument:
            if character == "\\":
                slashes += 1
                continue
            quoted.append("\\" * (2 * slashes if character == '"' else slashes))
            quoted.append('\\"' if character == '"' else character)
            slashes = 0
        needs = not argument or " " in argument or "\t" in argument
        quoted.append("\\" * (2 * slashes if needs else slashes))
        text = "".join(quoted)
        words.append(f'"{text}"' if needs else text)
    return " ".join(words)


__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]
