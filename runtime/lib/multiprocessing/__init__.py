# multiprocessing: processes used like threads. Contexts: fork and spawn; there is no forkserver.
import sys

from . import context
from .context import AuthenticationError, BufferTooShort, Process, ProcessError, TimeoutError

__all__ = [name for name in dir(context._default_context) if not name.startswith('_')]
globals().update((name, getattr(context._default_context, name)) for name in __all__)

SUBDEBUG = 5
SUBWARNING = 25

if '__main__' in sys.modules:
    sys.modules['__mp_main__'] = sys.modules['__main__']
