"""WeakSet under the name of the module where CPython has it."""
from weakref import WeakSet

__all__ = ['WeakSet']
