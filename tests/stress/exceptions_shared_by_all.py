# One exception that several threads raise at once, chains that they make of it, and notes that they add.
import traceback
from _hammer import each

shared = ValueError("shared")
parts = [KeyError("a"), OSError(2, "b"), shared]


def work(number):
    for i in range(500):
        try:
            try:
                raise shared
            except ValueError as caught:
                assert caught is shared
                raise RuntimeError(number) from shared
        except RuntimeError as error:
            assert error.__cause__ is shared and error.args == (number,)
            error.__context__ = parts[i % 3]
        try:
            raise ExceptionGroup("group", parts)
        except* ValueError as group:
            assert group.exceptions[0] is shared
        except* (KeyError, OSError):
            pass
        if i % 50 == 0:
            shared.add_note("note")
            shared.__traceback__ = None
            shared.seen = i
        str(shared), repr(shared), shared.args


each(4, work)
print(len(shared.__notes__), traceback.format_exception_only(shared)[0].strip())  # expect: 40 ValueError: shared
