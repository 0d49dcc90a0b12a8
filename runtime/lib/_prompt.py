"""The interactive prompt: lines until they are a statement, which is run in __main__'s names."""
import os
import sys
from codeop import CommandCompiler

_HISTORY = '~/.gillab_history'


def _editing(names):
    """readline with history and completion, where stdin and stdout are a terminal; else None."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    try:
        import readline
    except ImportError:
        return None
    import rlcompleter
    readline.set_completer(rlcompleter.Completer(names).complete)
    readline.parse_and_bind('bind ^I rl_complete')  # libedit's words, then readline's
    readline.parse_and_bind('tab: complete')
    try:
        readline.read_history_file(os.path.expanduser(_HISTORY))
    except OSError:
        pass
    import atexit
    atexit.register(_save, readline)
    return readline


def _save(readline):
    try:
        readline.write_history_file(os.path.expanduser(_HISTORY))
    except OSError:
        pass


def _read(readline, prompt):
    if readline is None:
        return input(prompt)
    sys.stdout.flush()
    line = readline._ask(prompt)
    if line.strip() and line != readline.get_history_item(readline.get_current_history_length()):
        readline.add_history(line)
    return line


def _show(error, traceback):
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, traceback
    sys.excepthook(type(error), error.with_traceback(traceback), traceback)


def _run(code, names):
    try:
        exec(code, names)
    except SystemExit:
        raise
    except BaseException as error:
        _show(error, error.__traceback__.tb_next)


def interact(names, banner):
    """Asks, runs, and again, until the input ends."""
    for name, text in ('ps1', '>>> '), ('ps2', '... '):
        if not hasattr(sys, name):
            setattr(sys, name, text)
    readline, compiler, lines = _editing(names), CommandCompiler(), []
    if banner:
        sys.stderr.write(banner + '\n')
        sys.stderr.flush()
    while True:
        try:
            lines.append(_read(readline, str(sys.ps2 if lines else sys.ps1)))
            code = compiler('\n'.join(lines), '<stdin>', 'single')
            if code is None:
                continue
        except EOFError:
            sys.stdout.write('\n')
            return
        except KeyboardInterrupt:
            sys.stderr.write('\nKeyboardInterrupt\n')
            lines = []
            continue
        except (SyntaxError, ValueError, OverflowError) as error:
            _show(error, None)
        else:
            _run(code, names)
        lines = []
