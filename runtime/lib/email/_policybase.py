# Policies: how messages are read and written. The base of all, and the one that behaves as email did at first.
import abc

from email import charset as _charset
from email import header
from email.utils import _has_surrogates

__all__ = ['Policy', 'Compat32', 'compat32']


class _PolicyBase:
    """Attributes that are given when the policy is made and never change; two policies can be added."""

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f'{name!r} is an invalid keyword argument for {self.__class__.__name__}')
            super().__setattr__(name, value)

    def __repr__(self):
        return f'{self.__class__.__name__}({", ".join([f"{k}={v!r}" for k, v in self.__dict__.items()])})'

    def clone(self, **kw):
        """A policy like this one, with those attributes others."""
        made = self.__class__.__new__(self.__class__)
        for name, value in self.__dict__.items():
            object.__setattr__(made, name, value)
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f'{name!r} is an invalid keyword argument for {self.__class__.__name__}')
            object.__setattr__(made, name, value)
        return made

    def __setattr__(self, name, value):
        kind = self.__class__.__name__
        if hasattr(self, name):
            raise AttributeError(f'{kind!r} object attribute {name!r} is read-only')
        raise AttributeError(f'{kind!r} object has no attribute {name!r}')

    def __add__(self, other):
        return self.clone(**other.__dict__)


class Policy(_PolicyBase, metaclass=abc.ABCMeta):
    """What every policy answers."""

    raise_on_defect = False
    linesep = '\n'
    cte_type = '8bit'
    max_line_length = 78
    mangle_from_ = False
    message_factory = None
    verify_generated_headers = True

    def handle_defect(self, obj, defect):
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        """How many headers of that name a message may have; None: any number."""
        return None

    @abc.abstractmethod
    def header_source_parse(self, sourcelines):
        """(name, value) of the lines of a header in a message that is read."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_store_parse(self, name, value):
        """(name, value) to store of what a program gives."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_fetch_parse(self, name, value):
        """What a program gets of what is stored."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold(self, name, value):
        """The header as text."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold_binary(self, name, value):
        """The header as bytes."""
        raise NotImplementedError


class Compat32(Policy):
    """Headers are str, or Header where they hold bytes that are no ASCII."""

    mangle_from_ = True

    def _sanitize_header(self, name, value):
        if isinstance(value, str) and _has_surrogates(value):
            return header.Header(value, charset=_charset.UNKNOWN8BIT, header_name=name)
        return value

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(':', 1)
        return name, (value.lstrip(' \t') + ''.join(sourcelines[1:])).rstrip('\r\n')

    def header_store_parse(self, name, value):
        return name, value

    def header_fetch_parse(self, name, value):
        return self._sanitize_header(name, value)

    def fold(self, name, value):
        return self._fold(name, value, sanitize=True)

    def fold_binary(self, name, value):
        return self._fold(name, value, sanitize=self.cte_type == '7bit').encode('ascii', 'surrogateescape')

    def _fold(self, name, value, sanitize):
        lines = value
        if isinstance(value, str) and _has_surrogates(value):
            if not sanitize:  # bytes of an unknown charset: no place to fold at is safe
                return f'{name}: {value}{self.linesep}'
            lines = header.Header(value, charset=_charset.UNKNOWN8BIT, header_name=name)
        elif isinstance(value, str):
            lines = header.Header(value, header_name=name)
        width = self.max_line_length or 0
        return f'{name}: {lines.encode(linesep=self.linesep, maxlinelen=width)}{self.linesep}'


compat32 = Compat32()
