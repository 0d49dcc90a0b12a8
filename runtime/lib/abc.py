"""Abstract base classes: what a class must offer before it can be instantiated."""
from _abc import (_abc_init, _abc_instancecheck, _abc_register, _abc_subclasscheck,
                  _get_dump, _reset_caches, _reset_registry, get_cache_token)


def abstractmethod(funcobj):
    """Marks a method that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A classmethod that subclasses must define; @classmethod over @abstractmethod says the same."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A staticmethod that subclasses must define."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A property that subclasses must define."""
    __isabstractmethod__ = True


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(cls)
        return cls

    def register(cls, subclass):
        """Makes a class count as a subclass without inheriting."""
        return _abc_register(cls, subclass)

    def __instancecheck__(cls, instance):
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        return _abc_subclasscheck(cls, subclass)

    def _abc_registry_clear(cls):
        _reset_registry(cls)

    def _abc_caches_clear(cls):
        _reset_caches(cls)


def update_abstractmethods(cls):
    """Computes __abstractmethods__ anew after methods were added to a class."""
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    names = {name for base in cls.__bases__ for name in getattr(base, '__abstractmethods__', ())
             if getattr(getattr(cls, name, None), '__isabstractmethod__', False)}
    names.update(name for name, value in cls.__dict__.items() if getattr(value, '__isabstractmethod__', False))
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABC(metaclass=ABCMeta):
    """A class to inherit from instead of naming the metaclass."""
    __slots__ = ()
