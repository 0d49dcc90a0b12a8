"""Compiles text that may be incomplete: what a prompt asks after each line."""
import __future__
import warnings

_features = [getattr(__future__, name) for name in __future__.all_feature_names]

__all__ = ['compile_command', 'Compile', 'CommandCompiler']


def _maybe_compile(compiler, source, filename, symbol):
    if not any(line.strip() and not line.strip().startswith('#') for line in source.split('\n')):
        if symbol != 'eval':
            source = 'pass'
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source, filename, symbol)
        except SyntaxError:
            try:
                compiler(source + '\n', filename, symbol)
                return None
            except SyntaxError as error:
                if _is_open(compiler, source, filename, symbol, error):
                    return None
    return compiler(source, filename, symbol, incomplete_input=False)


def _is_open(compiler, source, filename, symbol, error):
    if 'incomplete input' in str(error):
        return True
    if symbol == 'eval':
        return False
    import _prompt
    return _prompt.is_incomplete(source)


class Compile:
    """compile() that remembers the __future__ statements it has seen."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol, **kwargs):
        code = compile(source, filename, symbol, self.flags, True)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """compile_command() that remembers the __future__ statements it has seen."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol)


def _compile(source, filename, symbol, incomplete_input=True):
    return compile(source, filename, symbol, 0)


def compile_command(source, filename='<input>', symbol='single'):
    """The code of a text; None where more lines may complete it; SyntaxError where nothing can."""
    return _maybe_compile(_compile, source, filename, symbol)
