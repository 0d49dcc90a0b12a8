"""pdb's commands that let the program go on, and those that move along the stack."""
import signal
import sys


class Restart(Exception):
    """The program is to run from its beginning."""


class Moves:
    """step, next, return, until, continue, jump, run, quit, debug; where, up, down."""

    def do_step(self, arg):
        """s(tep)

        Runs to the next line, which may be in a function that is called.
        """
        self.set_step()
        return 1

    do_s = do_step

    def do_next(self, arg):
        """n(ext)

        Runs to the next line of this function, or until it returns.
        """
        self.set_next(self.curframe)
        return 1

    do_n = do_next

    def do_until(self, arg):
        """unt(il) [lineno]

        Runs to a line behind this one, or to one not before `lineno`, or until the function returns.
        """
        lineno = None
        if arg:
            try:
                lineno = int(arg)
            except ValueError:
                return self.error('Error in argument: %r' % arg)
            if lineno <= self.curframe.f_lineno:
                return self.error('"until" line number is smaller than current line number')
        self.set_until(self.curframe, lineno)
        return 1

    do_unt = do_until

    def do_return(self, arg):
        """r(eturn)

        Runs until the function returns.
        """
        self.set_return(self.curframe)
        return 1

    do_r = do_return

    def do_continue(self, arg):
        """c(ont(inue))

        Runs to the next breakpoint.
        """
        if not self.nosigint:
            try:
                type(self)._previous_sigint_handler = signal.signal(signal.SIGINT, self.sigint_handler)
            except ValueError:
                pass  # not in the main thread
        self.set_continue()
        return 1

    do_c = do_cont = do_continue

    def do_jump(self, arg):
        """j(ump) lineno

        The line to run next, in the innermost frame: back to run something again, or forward to leave something out. Not
        into the middle of a for loop, nor out of a finally.
        """
        if self.curindex + 1 != len(self.stack):
            return self.error('You can only jump within the bottom frame')
        try:
            lineno = int(arg)
        except ValueError:
            return self.error("The 'jump' command requires a line number")
        try:
            self.curframe.f_lineno = lineno
            self.stack[self.curindex] = self.stack[self.curindex][0], lineno
            self.print_stack_entry(self.stack[self.curindex])
        except ValueError as error:
            self.error('Jump failed: %s' % error)

    do_j = do_jump

    def do_run(self, arg):
        """run [args...]

        The program starts anew, with other arguments where some are given. Breakpoints and settings stay.
        """
        if arg:
            import shlex
            try:
                args = shlex.split(arg)
            except ValueError as error:
                return self.error('Cannot run %s: %s' % (arg, error))
            sys.argv = sys.argv[:1] + args
        raise Restart

    do_restart = do_run

    def do_debug(self, arg):
        """debug code

        Steps through a statement with a debugger of its own.
        """
        sys.settrace(None)
        inner = type(self)(self.completekey, self.stdin, self.stdout)
        inner.prompt = '(%s) ' % self.prompt.strip()
        self.message('ENTERING RECURSIVE DEBUGGER')
        try:
            sys.call_tracing(inner.run, (arg, self.curframe.f_globals, self.curframe_locals))
        except Exception:
            self._error_exc()
        self.message('LEAVING RECURSIVE DEBUGGER')
        sys.settrace(self.trace_dispatch)
        self.lastcmd = inner.lastcmd

    def do_quit(self, arg):
        """q(uit) | exit

        Ends the debugger, and the program with it.
        """
        self._user_requested_quit = True
        self.set_quit()
        return 1

    do_q = do_exit = do_quit

    def do_EOF(self, arg):
        """EOF

        The end of the input is a quit.
        """
        self.message('')
        return self.do_quit(arg)

    # --- along the stack

    def do_where(self, arg):
        """w(here)

        Shows the stack, the innermost frame last. An arrow is at the current one.
        """
        self.print_stack_trace()

    do_w = do_bt = do_where

    def _select_frame(self, number):
        self.curindex = number
        self.curframe = self.stack[number][0]
        self.curframe_locals = self.curframe.f_locals
        self.print_stack_entry(self.stack[number])
        self.lineno = None

    def _frame_count(self, arg):
        try:
            return int(arg or 1)
        except ValueError:
            return self.error('Invalid frame count (%s)' % arg)

    def do_up(self, arg):
        """u(p) [count]

        To the frame that called this one, or `count` frames up.
        """
        if self.curindex == 0:
            return self.error('Oldest frame')
        count = self._frame_count(arg)
        if count is not None:
            self._select_frame(0 if count < 0 else max(0, self.curindex - count))

    do_u = do_up

    def do_down(self, arg):
        """d(own) [count]

        To the frame that this one called, or `count` frames down.
        """
        last = len(self.stack) - 1
        if self.curindex == last:
            return self.error('Newest frame')
        count = self._frame_count(arg)
        if count is not None:
            self._select_frame(last if count < 0 else min(last, self.curindex + count))

    do_d = do_down
