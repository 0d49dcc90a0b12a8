"""pdb's commands that show something: source, values, types."""
import code
import inspect
import linecache
import pprint
import sys
import traceback

line_prefix = '\n-> '


class _rstr(str):
    """A text that is its own repr."""

    def __repr__(self):
        return self


class Shows:
    """list, longlist, source, p, pp, whatis, args, retval, display, interact, alias, help."""

    # --- values

    def _format_exc(self, exc):
        return traceback.format_exception_only(exc)[-1].strip()

    def _error_exc(self):
        self.error(self._format_exc(sys.exception()))

    def _getval(self, arg):
        try:
            return eval(arg, self.curframe.f_globals, self.curframe_locals)
        except:
            self._error_exc()
            raise

    def _getval_except(self, arg, frame=None):
        """The value, or a text that says what was raised."""
        try:
            if frame is None:
                return eval(arg, self.curframe.f_globals, self.curframe_locals)
            return eval(arg, frame.f_globals, frame.f_locals)
        except BaseException as exc:
            return _rstr('** raised %s **' % self._format_exc(exc))

    def _safe_repr(self, obj, expr):
        try:
            return repr(obj)
        except Exception as error:
            return _rstr(f'*** repr({expr}) failed: {self._format_exc(error)} ***')

    def _msg_val_func(self, arg, func):
        try:
            value = self._getval(arg)
        except:
            return  # said already
        try:
            self.message(func(value))
        except:
            self._error_exc()

    def do_p(self, arg):
        """p expression

        Shows the value of an expression.
        """
        self._msg_val_func(arg, repr)

    def do_pp(self, arg):
        """pp expression

        Shows the value of an expression, as pprint does.
        """
        self._msg_val_func(arg, pprint.pformat)

    def do_args(self, arg):
        """a(rgs)

        Shows the parameters of the function with their values.
        """
        variables = self.curframe_locals
        for name in inspect.getargs(self.curframe.f_code).args + self._star_names():
            if name in variables:
                self.message('%s = %s' % (name, self._safe_repr(variables[name], name)))
            else:
                self.message('%s = *** undefined ***' % (name,))

    do_a = do_args

    def _star_names(self):
        found = inspect.getargs(self.curframe.f_code)
        return [name for name in (found.varargs, found.varkw) if name]

    def do_retval(self, arg):
        """retval

        Shows what the function has returned last.
        """
        if '__return__' in self.curframe_locals:
            self.message(self._safe_repr(self.curframe_locals['__return__'], 'retval'))
        else:
            self.error('Not yet returned!')

    do_rv = do_retval

    def do_whatis(self, arg):
        """whatis expression

        Shows of what type a value is.
        """
        try:
            value = self._getval(arg)
        except:
            return
        for kind, find in (('Method', lambda: value.__func__.__code__), ('Function', lambda: value.__code__)):
            try:
                found = find()
            except Exception:
                continue
            if found:
                return self.message('%s %s' % (kind, found.co_name))
        if value.__class__ is type:
            return self.message('Class %s.%s' % (value.__module__, value.__qualname__))
        self.message(type(value))

    def preloop(self):
        """Before it asks for commands: the displayed values that have changed."""
        shown = self.displaying.get(self.curframe)
        for expr, old in (shown or {}).items():
            new = self._getval_except(expr)
            if new is not old and new != old:
                shown[expr] = new
                texts = expr, self._safe_repr(new, expr), self._safe_repr(old, expr)
                self.message('display %s: %s  [old: %s]' % texts)

    def do_display(self, arg):
        """display [expression]

        Shows the value each time the program stops in this frame and it has changed; without an expression: all that is
        displayed here.
        """
        if not arg:
            self.message('Currently displaying:')
            for expr, value in self.displaying.get(self.curframe, {}).items():
                self.message('%s: %s' % (expr, self._safe_repr(value, expr)))
            return
        value = self._getval_except(arg)
        self.displaying.setdefault(self.curframe, {})[arg] = value
        self.message('display %s: %s' % (arg, self._safe_repr(value, arg)))

    def do_undisplay(self, arg):
        """undisplay [expression]

        The expression, or all of this frame, is no longer displayed.
        """
        if not arg:
            self.displaying.pop(self.curframe, None)
        elif self.displaying.get(self.curframe, {}).pop(arg, self) is self:
            self.error('not displaying %s' % arg)

    def do_interact(self, arg):
        """interact

        An interactive interpreter with all names of the current frame. What it assigns stays in it.
        """
        code.interact('*interactive*', local={**self.curframe.f_globals, **self.curframe_locals})

    # --- source

    def do_list(self, arg):
        """l(ist) [first[, last] | .]

        Shows 11 lines around the current one, or those that follow the last listing; `.`: around the current one again;
        with a number: around that line; with two: that range, or that many lines where the second is smaller.
        """
        self.lastcmd = 'list'
        last = None
        if arg and arg != '.':
            try:
                if ',' in arg:
                    first, last = (int(number.strip()) for number in arg.split(','))
                    if last < first:
                        last += first
                else:
                    first = max(1, int(arg.strip()) - 5)
            except ValueError:
                return self.error('Error in argument: %r' % arg)
        elif self.lineno is None or arg == '.':
            first = max(1, self.curframe.f_lineno - 5)
        else:
            first = self.lineno + 1
        if last is None:
            last = first + 10
        filename = self.curframe.f_code.co_filename
        lines = linecache.getlines(filename, self.curframe.f_globals)
        try:
            self._print_lines(lines[first - 1:last], first, self.get_file_breaks(filename), self.curframe)
        except KeyboardInterrupt:
            return
        self.lineno = min(last, len(lines))
        if len(lines) < last:
            self.message('[EOF]')

    do_l = do_list

    def do_longlist(self, arg):
        """longlist | ll

        Shows the whole source of the function or frame.
        """
        breaks = self.get_file_breaks(self.curframe.f_code.co_filename)
        try:
            lines, lineno = self._getsourcelines(self.curframe)
        except OSError as error:
            return self.error(error)
        self._print_lines(lines, lineno, breaks, self.curframe)

    do_ll = do_longlist

    def do_source(self, arg):
        """source expression

        Shows the source of an object.
        """
        try:
            obj = self._getval(arg)
        except:
            return
        try:
            lines, lineno = self._getsourcelines(obj)
        except (OSError, TypeError) as error:
            return self.error(error)
        self._print_lines(lines, lineno)

    def _getsourcelines(self, obj):
        lines, lineno = inspect.getsourcelines(obj)
        return lines, max(1, lineno)  # a module's is 0

    def _print_lines(self, lines, start, breaks=(), frame=None):
        current = frame.f_lineno if frame else -1
        raised = self.tb_lineno.get(frame, -1) if frame else -1
        for lineno, line in enumerate(lines, start):
            row = str(lineno).rjust(3).ljust(4) + ('B' if lineno in breaks else ' ')
            if lineno == current:
                row += '->'
            elif lineno == raised:
                row += '>>'
            self.message(row + '\t' + line.rstrip())

    def print_stack_trace(self):
        try:
            for entry in self.stack:
                self.print_stack_entry(entry)
        except KeyboardInterrupt:
            pass

    def print_stack_entry(self, frame_lineno, prompt_prefix=line_prefix):
        mark = '> ' if frame_lineno[0] is self.curframe else '  '
        self.message(mark + self.format_stack_entry(frame_lineno, prompt_prefix))

    # --- other names for commands

    def do_alias(self, arg):
        """alias [name [command]]

        The name stands for the command, in which %1, %2 ... and %* stand for what follows the name. Without a command:
        what the name stands for; without a name: all of them. An alias may use another, and hide a command's name.
        """
        name, *words = arg.split() or [None]
        if name is None:
            for each in sorted(self.aliases):
                self.message('%s = %s' % (each, self.aliases[each]))
        elif words:
            self.aliases[name] = ' '.join(words)
        elif name in self.aliases:
            self.message('%s = %s' % (name, self.aliases[name]))
        else:
            self.error(f"Unknown alias '{name}'")

    def do_unalias(self, arg):
        """unalias name

        The alias goes.
        """
        for name in arg.split()[:1]:
            self.aliases.pop(name, None)

    def complete_unalias(self, text, line, begidx, endidx):
        return [name for name in self.aliases if name.startswith(text)]

    # --- help

    def do_help(self, arg):
        """h(elp) [command]

        Shows all commands, or what one of them does. `help pdb`: the whole text; `help exec`: about statements.
        """
        if not arg:
            return super().do_help(arg)
        topic = getattr(self, 'help_' + arg, None)
        if topic:
            return topic()
        command = getattr(self, 'do_' + arg, None)
        if command is None:
            return self.error('No help for %r' % arg)
        if command.__doc__ is None:
            return self.error('No help for %r; __doc__ string missing' % arg)
        self.message(command.__doc__.rstrip())

    do_h = do_help

    def help_exec(self):
        """(!) statement

        Runs a statement in the current frame. The exclamation mark may be left out where the first word is no command.
        Globals are assigned with `global name;` before, on the same line.
        """
        self.message((self.help_exec.__doc__ or '').strip())

    # --- completion

    def _complete_expression(self, text, line, begidx, endidx):
        names = {**self.curframe.f_globals, **self.curframe_locals}
        if '.' not in text:
            return [name for name in names if name.startswith(text)]
        first, *rest = text.split('.')
        try:
            obj = names[first]
            for part in rest[:-1]:
                obj = getattr(obj, part)
        except (KeyError, AttributeError):
            return []
        prefix = '.'.join([first, *rest[:-1]]) + '.'
        return [prefix + name for name in dir(obj) if name.startswith(rest[-1])]

    complete_debug = complete_print = complete_p = complete_pp = _complete_expression
    complete_source = complete_whatis = complete_display = _complete_expression

    def complete_undisplay(self, text, line, begidx, endidx):
        return [expr for expr in self.displaying.get(self.curframe, {}) if expr.startswith(text)]
