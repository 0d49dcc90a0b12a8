"""The debugger with its prompt: where it stops and asks for commands, which its base classes have."""
import bdb
import cmd
import os
import signal
import sys

from pdb.breakpoints import Breakpoints
from pdb.moves import Moves
from pdb.shows import Shows


def lasti2lineno(code, lasti):
    """The line of an instruction."""
    for begin, end, line in code.co_lines():
        if begin <= lasti < end:
            return line
    return 0


class Pdb(Breakpoints, Moves, Shows, bdb.Bdb, cmd.Cmd):
    """The debugger."""

    _previous_sigint_handler = None

    def __init__(self, completekey='tab', stdin=None, stdout=None, skip=None, nosigint=False, readrc=True):
        bdb.Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        sys.audit('pdb.Pdb')
        if stdout:
            self.use_rawinput = 0
        self.prompt = '(Pdb) '
        self.aliases = {}
        self.displaying = {}  # frame: {expression: value when last shown}
        self.mainpyfile = ''
        self._wait_for_mainpyfile = False
        self._user_requested_quit = False
        self.tb_lineno = {}
        self.allow_kbdint = False
        self.nosigint = nosigint
        self.rcLines = self._read_rc_files() if readrc else []
        # By the number of the breakpoint: its commands, whether they end with a prompt, whether the stop is not shown.
        self.commands = {}
        self.commands_doprompt = {}
        self.commands_silent = {}
        self.commands_defining = False
        self.commands_bnum = None
        try:
            import readline
            readline.set_completer_delims(' \t\n`@#$%^&*()=+[{]}\\|;:\'",<>?')
        except ImportError:
            pass

    def _read_rc_files(self):
        lines = []
        for path in (os.path.expanduser('~/.pdbrc'), '.pdbrc'):
            try:
                with open(path, encoding='utf-8') as file:
                    lines.extend(file)
            except OSError:
                pass
        return lines

    def sigint_handler(self, signum, frame):
        if self.allow_kbdint:
            raise KeyboardInterrupt
        self.message("\nProgram interrupted. (Use 'cont' to resume).")
        self.set_step()
        self.set_trace(frame)

    def reset(self):
        bdb.Bdb.reset(self)
        self.forget()

    def forget(self):
        """No frame is looked at."""
        self.lineno = None
        self.stack = []
        self.curindex = 0
        self.curframe = None
        self.tb_lineno.clear()

    def setup(self, f, tb):
        """Looks at a frame or traceback. True: a line of the .pdbrc let the program go on."""
        self.forget()
        self.stack, self.curindex = self.get_stack(f, tb)
        while tb:
            self.tb_lineno[tb.tb_frame] = lasti2lineno(tb.tb_frame.f_code, tb.tb_lasti)
            tb = tb.tb_next
        self.curframe = self.stack[self.curindex][0]
        self.curframe_locals = self.curframe.f_locals  # asked for once: each time it is brought up to date
        return self.execRcLines()

    def execRcLines(self):
        lines, self.rcLines = self.rcLines, []
        while lines:
            line = lines.pop(0).strip()
            if line and line[0] != '#' and self.onecmd(line):
                self.rcLines += reversed(lines)
                return True
        return None

    # --- where it stops

    def user_call(self, frame, argument_list):
        if self._wait_for_mainpyfile:
            return
        if self.stop_here(frame):
            self.message('--Call--')
            self.interaction(frame, None)

    def user_line(self, frame):
        if self._wait_for_mainpyfile:
            if self.mainpyfile != self.canonic(frame.f_code.co_filename) or frame.f_lineno <= 0:
                return
            self._wait_for_mainpyfile = False
        if self.bp_commands(frame):
            self.interaction(frame, None)

    def user_return(self, frame, return_value):
        if self._wait_for_mainpyfile:
            return
        frame.f_locals['__return__'] = return_value
        self.message('--Return--')
        self.interaction(frame, None)

    def user_exception(self, frame, exc_info):
        if self._wait_for_mainpyfile:
            return
        kind, value, traceback = exc_info
        frame.f_locals['__exception__'] = kind, value
        internal = 'Internal ' if not traceback and kind is StopIteration else ''
        self.message(internal + self._format_exc(value))
        self.interaction(frame, traceback)

    def interaction(self, frame, traceback):
        """Shows where it is and runs commands."""
        if Pdb._previous_sigint_handler:
            try:
                signal.signal(signal.SIGINT, Pdb._previous_sigint_handler)
            except ValueError:
                pass  # not in the main thread
            else:
                Pdb._previous_sigint_handler = None
        if not self.setup(frame, traceback):
            self.print_stack_entry(self.stack[self.curindex])
            self._cmdloop()
        self.forget()

    def _cmdloop(self):
        while True:
            try:
                self.allow_kbdint = True  # Ctrl-C at the prompt does no more than end the line
                self.cmdloop()
                self.allow_kbdint = False
                return
            except KeyboardInterrupt:
                self.message('--KeyboardInterrupt--')

    # --- how a line is run

    def message(self, msg):
        print(msg, file=self.stdout)

    def error(self, msg):
        print('***', msg, file=self.stdout)

    def displayhook(self, obj):
        """sys.displayhook of statements: `_` stays what it is."""
        if obj is not None:
            self.message(repr(obj))

    def default(self, line):
        if line[:1] == '!':
            line = line[1:].strip()
        streams = sys.stdin, sys.stdout, sys.displayhook
        try:
            code = compile(line + '\n', '<stdin>', 'single')
            sys.stdin, sys.stdout, sys.displayhook = self.stdin, self.stdout, self.displayhook
            try:
                exec(code, self.curframe.f_globals, self.curframe_locals)
            finally:
                sys.stdin, sys.stdout, sys.displayhook = streams
        except:
            self._error_exc()

    def precmd(self, line):
        """Aliases are replaced; what follows `;;` is run after."""
        if not line.strip():
            return line
        args = line.split()
        while args[0] in self.aliases:
            line = self.aliases[args[0]]
            for number, arg in enumerate(args[1:], 1):
                line = line.replace('%' + str(number), arg)
            line = line.replace('%*', ' '.join(args[1:]))
            args = line.split()
        if args[0] != 'alias':
            line, marker, later = line.partition(';;')
            if marker:
                self.cmdqueue.append(later.lstrip())
                line = line.rstrip()
        return line

    def onecmd(self, line):
        return self.handle_command_def(line) if self.commands_defining else cmd.Cmd.onecmd(self, line)

    # --- a whole program

    def _run(self, target):
        """Runs a program as __main__, from its first line."""
        self._wait_for_mainpyfile = True
        self._user_requested_quit = False
        self.mainpyfile = self.canonic(target.filename)
        import __main__
        __main__.__dict__.clear()
        __main__.__dict__.update(target.namespace)
        self.run(target.code)

    def help_pdb(self):
        help()


_HELP_ORDER = ('help where down up break tbreak clear disable enable ignore condition commands step next until jump return '
               'retval run continue list longlist args p pp whatis source display undisplay interact alias unalias debug '
               'quit').split()


def help():
    """Shows what the module and each command do."""
    import pydoc
    import pdb
    texts = [pdb.__doc__] + [getattr(Pdb, 'do_' + name).__doc__.strip() for name in _HELP_ORDER]
    pydoc.pager('\n\n'.join(texts + [Pdb.help_exec.__doc__.strip()]))
