"""Abstract base classes by another name: there is one kind."""
from abc import ABCMeta, get_cache_token
