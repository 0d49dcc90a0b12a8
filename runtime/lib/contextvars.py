# contextvars: variables with a value for each context. All of it is C++: runtime/modules/contextvars.cpp.
from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')
