for e in (ZeroDivisionError, OverflowError, KeyError, IndexError, UnboundLocalError, NotImplementedError,
        RecursionError, ModuleNotFoundError, FileNotFoundError, IsADirectoryError, UnicodeDecodeError,
        TabError, StopAsyncIteration, BrokenPipeError, KeyboardInterrupt, SystemExit, GeneratorExit,
        ExceptionGroup, DeprecationWarning, EOFError, MemoryError, BufferError):
    print(" < ".join(c.__name__ for c in e.__mro__))
# expect: ZeroDivisionError < ArithmeticError < Exception < BaseException < object
# expect: OverflowError < ArithmeticError < Exception < BaseException < object
# expect: KeyError < LookupError < Exception < BaseException < object
# expect: IndexError < LookupError < Exception < BaseException < object
# expect: UnboundLocalError < NameError < Exception < BaseException < object
# expect: NotImplementedError < RuntimeError < Exception < BaseException < object
# expect: RecursionError < RuntimeError < Exception < BaseException < object
# expect: ModuleNotFoundError < ImportError < Exception < BaseException < object
# expect: FileNotFoundError < OSError < Exception < BaseException < object
# expect: IsADirectoryError < OSError < Exception < BaseException < object
# expect: UnicodeDecodeError < UnicodeError < ValueError < Exception < BaseException < object
# expect: TabError < IndentationError < SyntaxError < Exception < BaseException < object
# expect: StopAsyncIteration < Exception < BaseException < object
# expect: BrokenPipeError < ConnectionError < OSError < Exception < BaseException < object
# expect: KeyboardInterrupt < BaseException < object
# expect: SystemExit < BaseException < object
# expect: GeneratorExit < BaseException < object
# expect: ExceptionGroup < BaseExceptionGroup < Exception < BaseException < object
# expect: DeprecationWarning < Warning < Exception < BaseException < object
# expect: EOFError < Exception < BaseException < object
# expect: MemoryError < Exception < BaseException < object
# expect: BufferError < Exception < BaseException < object
print(IOError is OSError, EnvironmentError is OSError, BaseException.__bases__)
# expect: True True (<class 'object'>,)
