"""What a debugger stands on: which lines to stop at, breakpoints, and the frames of a stack. Commands: pdb."""
import fnmatch
import os
import sys
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR

__all__ = ['BdbQuit', 'Bdb', 'Breakpoint']

GENERATOR_AND_COROUTINE_FLAGS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR
_NO_LINE = -1  # as stoplineno: at no line of the frame


class BdbQuit(Exception):
    """The debugger is told to give up."""


def _suspends(frame):
    return frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS


class Bdb:
    """To be derived from: the user_ methods are called where it stops, the set_ methods say where it stops next.

    It stops in `stopframe` from line `stoplineno` on (anywhere when stopframe is None), when `returnframe` returns, and at
    breakpoints. Frames below `botframe` are not its business.
    """

    def __init__(self, skip=None):
        self.skip = set(skip) if skip else None
        self.breaks = {}
        self.fncache = {}
        self.frame_returning = None
        self._load_breaks()

    def canonic(self, filename):
        """The file's one name; what stands in angle brackets is no file."""
        if filename.startswith('<') and filename.endswith('>') and len(filename) > 1:
            return filename
        if filename not in self.fncache:
            self.fncache[filename] = os.path.normcase(os.path.abspath(filename))
        return self.fncache[filename]

    def reset(self):
        """Before debugging begins: it will stop at the first line."""
        import linecache
        linecache.checkcache()
        self.botframe = None
        self._set_stopinfo(None, None)

    # --- what is told

    def trace_dispatch(self, frame, event, arg):
        """The trace function: gives each event to the method for it."""
        if self.quitting:
            return None
        if event == 'line':
            return self.dispatch_line(frame)
        if event == 'call':
            return self.dispatch_call(frame, arg)
        if event == 'return':
            return self.dispatch_return(frame, arg)
        if event == 'exception':
            return self.dispatch_exception(frame, arg)
        if event not in ('c_call', 'c_exception', 'c_return'):
            print('bdb.Bdb.dispatch: unknown debugging event:', repr(event))
        return self.trace_dispatch

    def _quit_if_asked(self):
        if self.quitting:
            raise BdbQuit

    def dispatch_line(self, frame):
        if self.stop_here(frame) or self.break_here(frame):
            self.user_line(frame)
            self._quit_if_asked()
        return self.trace_dispatch

    def dispatch_call(self, frame, arg):
        if self.botframe is None:  # the first frame of all
            self.botframe = frame.f_back
            return self.trace_dispatch
        if not (self.stop_here(frame) or self.break_anywhere(frame)):
            return None
        if self.stopframe and _suspends(frame):  # it goes on where it was: no new call
            return self.trace_dispatch
        self.user_call(frame, arg)
        self._quit_if_asked()
        return self.trace_dispatch

    def dispatch_return(self, frame, arg):
        if self.stop_here(frame) or frame == self.returnframe:
            if self.stopframe and _suspends(frame):
                return self.trace_dispatch
            self.frame_returning = frame
            try:
                self.user_return(frame, arg)
            finally:
                self.frame_returning = None
            self._quit_if_asked()
            if self.stopframe is frame and self.stoplineno != _NO_LINE:  # `next` or `until` goes on in the caller
                self._set_stopinfo(None, None)
        return self.trace_dispatch

    def dispatch_exception(self, frame, arg):
        kind, _, traceback = arg
        if self.stop_here(frame):
            ends_inner = _suspends(frame) and kind is StopIteration and traceback is None
            tells = not ends_inner  # the end of what a `yield from` runs is nothing to see
        else:
            stop = self.stopframe
            tells = stop and frame is not stop and _suspends(stop) and kind in (StopIteration, GeneratorExit)
        if tells:
            self.user_exception(frame, arg)
            self._quit_if_asked()
        return self.trace_dispatch

    # --- where to stop

    def is_skipped_module(self, module_name):
        """Does the name match one of the patterns to skip?"""
        if module_name is None:  # some code runs without
            return False
        return any(fnmatch.fnmatch(module_name, pattern) for pattern in self.skip)

    def stop_here(self, frame):
        """Is this the frame, and the line, to stop at?"""
        if self.skip and self.is_skipped_module(frame.f_globals.get('__name__')):
            return False
        if frame is self.stopframe:
            return self.stoplineno != _NO_LINE and frame.f_lineno >= self.stoplineno
        return not self.stopframe

    def break_here(self, frame):
        """Is there a breakpoint here that holds? A temporary one goes."""
        filename = self.canonic(frame.f_code.co_filename)
        lines = self.breaks.get(filename, ())
        lineno = frame.f_lineno
        if lineno not in lines:
            lineno = frame.f_code.co_firstlineno  # a breakpoint of the function as such
            if lineno not in lines:
                return False
        breakpoint, may_clear = effective(filename, lineno, frame)
        if not breakpoint:
            return False
        self.currentbp = breakpoint.number
        if may_clear and breakpoint.temporary:
            self.do_clear(str(breakpoint.number))
        return True

    def do_clear(self, arg):
        """Removes the temporary breakpoint with that number; for derived classes to define."""
        raise NotImplementedError('subclass of bdb must implement do_clear()')

    def break_anywhere(self, frame):
        """Is there a breakpoint anywhere in the frame's file?"""
        return self.canonic(frame.f_code.co_filename) in self.breaks

    # --- for derived classes to define

    def user_call(self, frame, argument_list):
        """A function is called that may have to be stopped in."""

    def user_line(self, frame):
        """It stops before a line."""

    def user_return(self, frame, return_value):
        """It stops where a frame returns."""

    def user_exception(self, frame, exc_info):
        """It stops where an exception came to a frame."""

    # --- how it goes on

    def _set_stopinfo(self, stopframe, returnframe, stoplineno=0):
        self.stopframe = stopframe
        self.returnframe = returnframe
        self.stoplineno = stoplineno
        self.quitting = False

    def set_until(self, frame, lineno=None):
        """Stops at the first line behind this one, or not before lineno, or when the frame returns."""
        self._set_stopinfo(frame, frame, frame.f_lineno + 1 if lineno is None else lineno)

    def set_step(self):
        """Stops at the next line, wherever it is."""
        caller = self.frame_returning.f_back if self.frame_returning else None
        if caller and not caller.f_trace:  # nobody listened to it so far
            caller.f_trace = self.trace_dispatch
        self._set_stopinfo(None, None)

    def set_next(self, frame):
        """Stops at the next line of this frame or of those that called it."""
        self._set_stopinfo(frame, None)

    def set_return(self, frame):
        """Stops when this frame returns."""
        if _suspends(frame):
            self._set_stopinfo(frame, None, _NO_LINE)
        else:
            self._set_stopinfo(frame.f_back, frame)

    def set_trace(self, frame=None):
        """Begins debugging in this frame, or in the caller's."""
        if frame is None:
            frame = sys._getframe().f_back
        self.reset()
        while frame:
            frame.f_trace = self.trace_dispatch
            self.botframe = frame
            frame = frame.f_back
        self.set_step()
        sys.settrace(self.trace_dispatch)

    def set_continue(self):
        """Stops at breakpoints only; where there are none, nothing is traced any more."""
        self._set_stopinfo(self.botframe, None, _NO_LINE)
        if self.breaks:
            return
        sys.settrace(None)
        frame = sys._getframe().f_back
        while frame and frame is not self.botframe:
            del frame.f_trace
            frame = frame.f_back

    def set_quit(self):
        """Ends it: what is traced next raises BdbQuit."""
        self.stopframe = self.botframe
        self.returnframe = None
        self.quitting = True
        sys.settrace(None)

    # --- breakpoints. Those that return something return what is wrong, or None.

    def _add_to_breaks(self, filename, lineno):
        lines = self.breaks.setdefault(filename, [])
        if lineno not in lines:
            lines.append(lineno)

    def _load_breaks(self):
        for filename, lineno in Breakpoint.bplist:
            self._add_to_breaks(filename, lineno)

    def set_break(self, filename, lineno, temporary=False, cond=None, funcname=None):
        """A new breakpoint."""
        import linecache
        filename = self.canonic(filename)
        if not linecache.getline(filename, lineno):
            return f'Line {filename}:{lineno} does not exist'
        self._add_to_breaks(filename, lineno)
        Breakpoint(filename, lineno, temporary, cond, funcname)
        return None

    def _prune_breaks(self, filename, lineno):
        """Forgets a line that has no breakpoint left."""
        if (filename, lineno) in Breakpoint.bplist:
            return
        self.breaks[filename].remove(lineno)
        if not self.breaks[filename]:
            del self.breaks[filename]

    def clear_break(self, filename, lineno):
        """Deletes all breakpoints of a line."""
        filename = self.canonic(filename)
        if filename not in self.breaks:
            return f'There are no breakpoints in {filename}'
        if lineno not in self.breaks[filename]:
            return f'There is no breakpoint at {filename}:{lineno}'
        for breakpoint in Breakpoint.bplist[filename, lineno][:]:
            breakpoint.deleteMe()
        self._prune_breaks(filename, lineno)
        return None

    def clear_bpbynumber(self, arg):
        """Deletes the breakpoint with that number."""
        try:
            breakpoint = self.get_bpbynumber(arg)
        except ValueError as error:
            return str(error)
        breakpoint.deleteMe()
        self._prune_breaks(breakpoint.file, breakpoint.line)
        return None

    def clear_all_file_breaks(self, filename):
        """Deletes all breakpoints of a file."""
        filename = self.canonic(filename)
        if filename not in self.breaks:
            return f'There are no breakpoints in {filename}'
        for line in self.breaks.pop(filename):
            for breakpoint in Breakpoint.bplist[filename, line][:]:
                breakpoint.deleteMe()
        return None

    def clear_all_breaks(self):
        """Deletes them all."""
        if not self.breaks:
            return 'There are no breakpoints'
        for breakpoint in Breakpoint.bpbynumber:
            if breakpoint:
                breakpoint.deleteMe()
        self.breaks = {}
        return None

    def get_bpbynumber(self, arg):
        """The breakpoint with that number, a text; ValueError says what is wrong with it."""
        if not arg:
            raise ValueError('Breakpoint number expected')
        try:
            number = int(arg)
        except ValueError:
            raise ValueError(f'Non-numeric breakpoint number {arg}') from None
        try:
            breakpoint = Breakpoint.bpbynumber[number]
        except IndexError:
            raise ValueError(f'Breakpoint number {number} out of range') from None
        if breakpoint is None:
            raise ValueError(f'Breakpoint {number} already deleted')
        return breakpoint

    def get_break(self, filename, lineno):
        """Is there a breakpoint?"""
        return lineno in self.breaks.get(self.canonic(filename), ())

    def get_breaks(self, filename, lineno):
        """The breakpoints of a line."""
        filename = self.canonic(filename)
        return Breakpoint.bplist[filename, lineno] if lineno in self.breaks.get(filename, ()) else []

    def get_file_breaks(self, filename):
        """The lines with breakpoints."""
        return self.breaks.get(self.canonic(filename), [])

    def get_all_breaks(self):
        """All of them, by file."""
        return self.breaks

    # --- the stack

    def get_stack(self, f, t):
        """([(frame, line)], index of the current one): the frames from the bottom to f, then those of traceback t."""
        stack = []
        if t and t.tb_frame is f:
            t = t.tb_next
        while f is not None:
            stack.append((f, f.f_lineno))
            if f is self.botframe:
                break
            f = f.f_back
        stack.reverse()
        current = max(0, len(stack) - 1)
        while t is not None:
            stack.append((t.tb_frame, t.tb_lineno))
            t = t.tb_next
        return stack, current if f is not None else max(0, len(stack) - 1)

    def format_stack_entry(self, frame_lineno, lprefix=': '):
        """file(line)function()->result: source"""
        import linecache
        import reprlib
        frame, lineno = frame_lineno
        filename = self.canonic(frame.f_code.co_filename)
        text = f'{filename}({lineno!r}){frame.f_code.co_name or "<lambda>"}()'
        if '__return__' in frame.f_locals:
            text += '->' + reprlib.repr(frame.f_locals['__return__'])
        if lineno is None:
            return text + f'{lprefix}Warning: lineno is None'
        line = linecache.getline(filename, lineno, frame.f_globals)
        return text + lprefix + line.strip() if line else text

    # --- what to debug

    def run(self, cmd, globals=None, locals=None):
        """Runs statements."""
        if globals is None:
            import __main__
            globals = __main__.__dict__
        if locals is None:
            locals = globals
        self.reset()
        if isinstance(cmd, str):
            cmd = compile(cmd, '<string>', 'exec')
        self._debug(exec, cmd, globals, locals)

    def runeval(self, expr, globals=None, locals=None):
        """The value of an expression."""
        if globals is None:
            import __main__
            globals = __main__.__dict__
        if locals is None:
            locals = globals
        self.reset()
        return self._debug(eval, expr, globals, locals)

    def runctx(self, cmd, globals, locals):
        """run(), as it once was."""
        self.run(cmd, globals, locals)

    def runcall(self, func, /, *args, **kwds):
        """The result of a call."""
        self.reset()
        return self._debug(func, *args, **kwds)

    def _debug(self, function, /, *args, **kwds):
        sys.settrace(self.trace_dispatch)
        try:
            return function(*args, **kwds)
        except BdbQuit:
            return None
        finally:
            self.quitting = True
            sys.settrace(None)


def set_trace():
    """Begins debugging in the caller with a Bdb, which shows nothing."""
    Bdb().set_trace()


class Breakpoint:
    """A place to stop at, temporary or not, with a condition, a number of passes to ignore, a count of hits."""

    next = 1             # the number of the next one
    bplist = {}          # (file, line): [breakpoint]
    bpbynumber = [None]  # None: deleted

    def __init__(self, file, line, temporary=False, cond=None, funcname=None):
        self.funcname = funcname
        self.func_first_executable_line = None  # of the function it stands for, once that was called
        self.file = file
        self.line = line
        self.temporary = temporary
        self.cond = cond
        self.enabled = True
        self.ignore = 0
        self.hits = 0
        self.number = Breakpoint.next
        Breakpoint.next += 1
        self.bpbynumber.append(self)
        self.bplist.setdefault((file, line), []).append(self)

    @staticmethod
    def clearBreakpoints():
        Breakpoint.next = 1
        Breakpoint.bplist = {}
        Breakpoint.bpbynumber = [None]

    def deleteMe(self):
        """Takes it out of both tables."""
        place = self.file, self.line
        self.bpbynumber[self.number] = None
        self.bplist[place].remove(self)
        if not self.bplist[place]:
            del self.bplist[place]

    def enable(self):
        self.enabled = True

    def disable(self):
        self.enabled = False

    def bpprint(self, out=None):
        print(self.bpformat(), file=sys.stdout if out is None else out)

    def bpformat(self):
        """A row of a table of breakpoints, and lines for what is special about it."""
        kind = 'del  ' if self.temporary else 'keep '
        state = 'yes' if self.enabled else 'no '
        rows = [f'{self.number:<4d}breakpoint   {kind}{state}   at {self.file}:{self.line}']
        if self.cond:
            rows.append(f'\tstop only if {self.cond}')
        if self.ignore:
            rows.append(f'\tignore next {self.ignore} hits')
        if self.hits:
            rows.append(f'\tbreakpoint already hit {self.hits} time{"s" if self.hits > 1 else ""}')
        return '\n'.join(rows)

    def __str__(self):
        return f'breakpoint {self.number} at {self.file}:{self.line}'


def checkfuncname(b, frame):
    """Does breakpoint b hold in this frame at this line, as far as the function is concerned?"""
    if not b.funcname:
        return b.line == frame.f_lineno  # else it was set for a function that begins here
    if frame.f_code.co_name != b.funcname:
        return False
    if not b.func_first_executable_line:
        b.func_first_executable_line = frame.f_lineno  # the first time: the line the function begins with
    return b.func_first_executable_line == frame.f_lineno


def effective(file, line, frame):
    """(the breakpoint of the line that holds now, whether it may be deleted when temporary), or (None, None)."""
    for b in Breakpoint.bplist[file, line]:
        if not b.enabled or not checkfuncname(b, frame):
            continue
        b.hits += 1
        sure = True
        if b.cond:
            try:
                holds = eval(b.cond, frame.f_globals, frame.f_locals)
            except:
                holds, sure = True, False  # better stop than go past it
            if not holds:
                continue
        if sure and b.ignore > 0:
            b.ignore -= 1
            continue
        return b, sure
    return None, None
