"""Calls as values: tuples that compare with one another, lists of them, and sentinels."""


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'sentinel.%s' % self.name

    def __reduce__(self):
        return 'sentinel.%s' % self.name


class _Sentinels:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _Sentinel(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
MISSING = sentinel.MISSING
DELETED = sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def format_call(name, args, kwargs):
    """name(a, b, key=c)"""
    shown = [repr(arg) for arg in args] + ['%s=%r' % item for item in kwargs.items()]
    return '%s(%s)' % (name, ', '.join(shown))


def split_call(value):
    """(name, args, kwargs) of a tuple of one to three parts; name None where it has none."""
    value = tuple(value)
    name, args, kwargs = None, (), {}
    for part in value:
        if isinstance(part, str):
            name = part
        elif isinstance(part, tuple):
            args = part
        else:
            kwargs = part
    return name, args, kwargs


class _Call(tuple):
    """(name, args, kwargs), or (args, kwargs) with `two`; equal to shorter tuples that mean the same."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        given, args, kwargs = split_call(value)
        if given is not None:
            name = given
        if len(value) == 3:
            name, args, kwargs = value
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        return self if tuple.__len__(self) == 3 else ('', *self)

    def __eq__(self, other):
        try:
            length = len(other)
        except TypeError:
            return NotImplemented
        if not isinstance(other, tuple) or length > 3:
            return False if length > 3 else NotImplemented
        mine, args, kwargs = self._parts()
        if getattr(self, '_mock_parent', None) and getattr(other, '_mock_parent', None) \
                and self._mock_parent != other._mock_parent:
            return False
        theirs, other_args, other_kwargs = split_call(other)
        if length == 2 and not isinstance(other[0], str) and not isinstance(other[0], tuple):
            return False
        if theirs is None:
            theirs = ''
        elif not mine and tuple.__len__(self) == 2 and length != 3:
            return False
        if mine and theirs != mine:
            return False
        if theirs and theirs != mine and tuple.__len__(self) == 3:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        name = self._mock_name + '()'
        return _Call((self._mock_name, args, kwargs), name=name, parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name='%s.%s' % (self._mock_name, attr), parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__ and not attr.startswith('__'):
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self._parts()[1]

    @property
    def kwargs(self):
        return self._parts()[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return name if name.startswith('call') else 'call.%s' % name
        name, args, kwargs = self._parts()
        if not name:
            name = 'call'
        elif not name.startswith('()'):
            name = 'call.%s' % name
        else:
            name = 'call%s' % name
        return format_call(name, args, kwargs)

    def call_list(self):
        """This call and those of the chain before it."""
        chain, thing = [], self
        while thing is not None:
            if thing._mock_from_kall:
                chain.append(thing)
            thing = thing._mock_parent
        return CallList(reversed(chain))


call = _Call(from_kall=False)


class CallList(list):
    """A list of calls that also knows whether it contains a run of them."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        length = len(value)
        return any(self[place:place + length] == value for place in range(len(self) - length + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))
