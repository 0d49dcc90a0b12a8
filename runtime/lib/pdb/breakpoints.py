"""pdb's commands about breakpoints."""
import bdb
import glob
import linecache
import os
import re
import sys
import tokenize


def find_function(funcname, filename):
    """(name, file, line) of the first function of that name in a file; None: there is none."""
    pattern = re.compile(r'def\s+%s\s*[(]' % re.escape(funcname))
    try:
        file = tokenize.open(filename)
    except OSError:
        return None
    with file:
        for number, line in enumerate(file, 1):
            if pattern.match(line):
                return funcname, filename, number
    return None


class Breakpoints:
    """break, tbreak, clear, enable, disable, ignore, condition, commands."""

    commands_resuming = ['do_continue', 'do_step', 'do_next', 'do_return', 'do_quit', 'do_jump']

    # --- commands of a breakpoint

    def bp_commands(self, frame):
        """Runs the commands of the breakpoint that was hit. True: there are none."""
        number = getattr(self, 'currentbp', False)
        if not number or number not in self.commands:
            return True
        self.currentbp = 0
        before = self.lastcmd
        self.setup(frame, None)
        for line in self.commands[number]:
            self.onecmd(line)
        self.lastcmd = before
        if not self.commands_silent[number]:
            self.print_stack_entry(self.stack[self.curindex])
        if self.commands_doprompt[number]:
            self._cmdloop()
        self.forget()
        return None

    def handle_command_def(self, line):
        """A line of what `commands` is defining. True: it was the last."""
        command, arg, line = self.parseline(line)
        if not command:
            return None
        number = self.commands_bnum
        if command == 'silent':
            self.commands_silent[number] = True
            return None
        if command == 'end':
            self.cmdqueue = []
            return 1
        self.commands[number].append(f'{command} {arg}' if arg else command)
        if getattr(self, 'do_' + command, self.default).__name__ in self.commands_resuming:
            self.commands_doprompt[number] = False  # it runs on: what follows would never be reached
            self.cmdqueue = []
            return 1
        return None

    def do_commands(self, arg):
        """(Pdb) commands [bpnumber]
        (com) ...
        (com) end
        (Pdb)

        The commands that follow, up to `end`, run each time the breakpoint is hit; without a number: the last one. One
        that resumes the program (continue, step, next, return, quit, jump) ends them. `silent` among them keeps the
        stop from being shown; no commands at all remove those there were.
        """
        if not arg:
            number = len(bdb.Breakpoint.bpbynumber) - 1
        else:
            try:
                number = int(arg)
            except ValueError:
                return self.error('Usage: commands [bnum]\n        ...\n        end')
        try:
            self.get_bpbynumber(number)
        except ValueError as error:
            return self.error('cannot set commands: %s' % error)
        tables = self.commands, self.commands_doprompt, self.commands_silent
        before = [table.get(number) for table in tables]
        self.commands_bnum = number
        self.commands[number], self.commands_doprompt[number], self.commands_silent[number] = [], True, False
        prompt, self.prompt = self.prompt, '(com) '
        self.commands_defining = True
        try:
            self.cmdloop()
        except KeyboardInterrupt:
            for table, old in zip(tables, before):
                if before[0] is None:
                    del table[number]
                else:
                    table[number] = old
            self.error('command definition aborted, old commands restored')
        finally:
            self.commands_defining = False
            self.prompt = prompt
        return None

    # --- setting them

    def do_break(self, arg, temporary=0):
        """b(reak) [ ([filename:]lineno | function) [, condition] ]

        Sets a breakpoint at a line, of this file or another (found along sys.path), or at the first line of a function.
        With a condition it only stops where that is true. Without an argument: shows all breakpoints with their hits.
        """
        if not arg:
            if self.breaks:
                self.message('Num Type         Disp Enb   Where')
                for breakpoint in filter(None, bdb.Breakpoint.bpbynumber):
                    self.message(breakpoint.bpformat())
            return
        cond = None
        comma = arg.find(',')
        if comma > 0:
            cond = arg[comma + 1:].lstrip()
            arg = arg[:comma].rstrip()
        place = self._place_of(arg)
        if place is None:
            return
        filename, lineno, funcname = place
        filename = filename or self.defaultFile()
        line = self.checkline(filename, lineno)
        if not line:
            return
        problem = self.set_break(filename, line, temporary, cond, funcname)
        if problem:
            self.error(problem)
        else:
            breakpoint = self.get_breaks(filename, line)[-1]
            self.message('Breakpoint %d at %s:%d' % (breakpoint.number, breakpoint.file, breakpoint.line))

    do_b = do_break

    def _place_of(self, arg):
        """(file or None, line, function or None); None: it was said what is wrong."""
        colon = arg.rfind(':')
        if colon >= 0:
            name = arg[:colon].rstrip()
            filename = self.lookupmodule(name)
            if not filename:
                return self.error('%r not found from sys.path' % name)
            number = arg[colon + 1:].lstrip()
            try:
                return filename, int(number), None
            except ValueError:
                return self.error('Bad lineno: %s' % number)
        try:
            return None, int(arg), None
        except ValueError:
            pass
        try:
            function = eval(arg, self.curframe.f_globals, self.curframe_locals)
        except:
            function = arg
        try:
            code = getattr(function, '__func__', function).__code__
            return code.co_filename, code.co_firstlineno, code.co_name
        except AttributeError:
            name, filename, lineno = self.lineinfo(arg)
        if not name:
            return self.error('The specified object %r is not a function or was not found along sys.path.' % arg)
        return filename, int(lineno), name

    def defaultFile(self):
        """The file of the current frame."""
        filename = self.curframe.f_code.co_filename
        return self.mainpyfile if filename == '<string>' and self.mainpyfile else filename

    def do_tbreak(self, arg):
        """tbreak [ ([filename:]lineno | function) [, condition] ]

        A breakpoint that goes when it is first hit.
        """
        self.do_break(arg, 1)

    def lineinfo(self, identifier):
        """(name, file, line) of a function that is named by its text; three times None: not found."""
        failed = None, None, None
        pieces = identifier.split("'")  # as a repr has it, or plain
        if len(pieces) not in (1, 3):
            return failed
        parts = pieces[len(pieces) // 2].strip().split('.')
        if parts[0] == 'self':
            del parts[0]
        if not parts or not parts[0]:
            return failed
        filename = self.defaultFile()
        if len(parts) > 1:
            filename = self.lookupmodule(parts[0]) or filename
        return find_function(parts[min(1, len(parts) - 1)], filename) or failed

    def checkline(self, filename, lineno):
        """The line, if a breakpoint can stand there; else 0, and it was said why not."""
        frame = getattr(self, 'curframe', None)
        line = linecache.getline(filename, lineno, frame.f_globals if frame else None)
        if not line:
            self.message('End of file')
            return 0
        line = line.strip()
        if not line or line[0] == '#' or line[:3] in ('"""', "'''"):
            self.error('Blank or comment')
            return 0
        return lineno

    def lookupmodule(self, filename):
        """The path of a file or module that is looked for along sys.path; None: not found."""
        if os.path.isabs(filename) and os.path.exists(filename):
            return filename
        beside = os.path.join(sys.path[0], filename)
        if os.path.exists(beside) and self.canonic(beside) == self.mainpyfile:
            return beside
        if not os.path.splitext(filename)[1]:
            filename += '.py'
        if os.path.isabs(filename):
            return filename
        for folder in sys.path:
            while os.path.islink(folder):
                folder = os.readlink(folder)
            path = os.path.join(folder, filename)
            if os.path.exists(path):
                return path
        return None

    # --- changing them

    def _each_breakpoint(self, arg):
        for number in arg.split():
            try:
                yield self.get_bpbynumber(number)
            except ValueError as error:
                self.error(error)

    def do_enable(self, arg):
        """enable bpnumber [bpnumber ...]

        Breakpoints that were disabled count again.
        """
        for breakpoint in self._each_breakpoint(arg):
            breakpoint.enable()
            self.message('Enabled %s' % breakpoint)

    def do_disable(self, arg):
        """disable bpnumber [bpnumber ...]

        The breakpoints stay, but nothing stops there until they are enabled.
        """
        for breakpoint in self._each_breakpoint(arg):
            breakpoint.disable()
            self.message('Disabled %s' % breakpoint)

    def _first_breakpoint(self, args):
        """The breakpoint that the first word numbers; None: it was said what is wrong."""
        try:
            return self.get_bpbynumber(args[0].strip())
        except IndexError:
            return self.error('Breakpoint number expected')
        except ValueError as error:
            return self.error(error)

    def do_condition(self, arg):
        """condition bpnumber [condition]

        The breakpoint only stops where the condition is true; without one: always.
        """
        args = arg.split(' ', 1)
        cond = args[1] if len(args) > 1 else None
        breakpoint = self._first_breakpoint(args)
        if breakpoint is None:
            return
        breakpoint.cond = cond
        if cond:
            self.message('New condition set for breakpoint %d.' % breakpoint.number)
        else:
            self.message('Breakpoint %d is now unconditional.' % breakpoint.number)

    def do_ignore(self, arg):
        """ignore bpnumber [count]

        The breakpoint does not stop the next `count` times its condition is true; without a count: it stops again.
        """
        args = arg.split()
        try:
            count = int(args[1].strip())
        except (IndexError, ValueError):
            count = 0
        breakpoint = self._first_breakpoint(args)
        if breakpoint is None:
            return
        breakpoint.ignore = count
        if count > 0:
            crossings = '%d crossings' % count if count > 1 else '1 crossing'
            self.message('Will ignore next %s of breakpoint %d.' % (crossings, breakpoint.number))
        else:
            self.message('Will stop next time breakpoint %d is reached.' % breakpoint.number)

    def do_clear(self, arg):
        """cl(ear) [filename:lineno | bpnumber ...]

        Deletes breakpoints, by their numbers or by their line; without an argument all, after asking.
        """
        if not arg:
            try:
                reply = input('Clear all breaks? ')
            except EOFError:
                reply = 'no'
            if reply.strip().lower() in ('y', 'yes'):
                gone = [breakpoint for breakpoint in bdb.Breakpoint.bpbynumber if breakpoint]
                self.clear_all_breaks()
                self._tell_deleted(gone)
            return
        if ':' in arg:
            filename, _, number = arg.rpartition(':')
            try:
                lineno = int(number)
            except ValueError:
                return self.error('Invalid line number (%s)' % number)
            gone = self.get_breaks(filename, lineno)[:]
            problem = self.clear_break(filename, lineno)
            return self.error(problem) if problem else self._tell_deleted(gone)
        for breakpoint in self._each_breakpoint(arg):
            self.clear_bpbynumber(str(breakpoint.number))
            self._tell_deleted([breakpoint])

    do_cl = do_clear

    def _tell_deleted(self, gone):
        for breakpoint in gone:
            self.message('Deleted %s' % breakpoint)

    # --- completion

    def _complete_location(self, text, line, begidx, endidx):
        if line.strip().endswith((':', ',')):
            return []  # a line number, or a condition
        found = self._complete_expression(text, line, begidx, endidx)
        for name in glob.glob(glob.escape(text) + '*'):
            if os.path.isdir(name):
                found.append(name + '/')
            elif os.path.isfile(name) and name.lower().endswith(('.py', '.pyw')):
                found.append(name + ':')
        return found

    def _complete_bpnumber(self, text, line, begidx, endidx):
        numbers = [str(i) for i, breakpoint in enumerate(bdb.Breakpoint.bpbynumber) if breakpoint]
        return [number for number in numbers if number.startswith(text)]

    complete_break = complete_b = complete_tbreak = _complete_location
    complete_commands = complete_enable = complete_disable = _complete_bpnumber
    complete_condition = complete_ignore = _complete_bpnumber
    complete_clear = complete_cl = _complete_location
