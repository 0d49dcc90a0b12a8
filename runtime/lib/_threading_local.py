"""The class of threading.local, under the name that a module written in Python has for it."""
from _thread import _local as local

__all__ = ["local"]
