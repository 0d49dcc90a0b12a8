"""NonCallableMock and Mock: attributes that make more mocks, calls remembered, assertions about them."""
import inspect

from unittest.mock._calls import ANY, DEFAULT, DELETED, CallList, _Call, format_call, split_call

FILTER_DIR = True
_OWN = frozenset(('return_value', '_mock_return_value', 'side_effect', '_mock_side_effect', '_mock_parent',
                  '_mock_new_parent', '_mock_name', '_mock_new_name'))
_ASSERT_PREFIXES = ('assert', 'assret', 'asert', 'aseert', 'assrt')


class InvalidSpecError(Exception):
    """A mock was given as the spec of another."""


def is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def is_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def is_async_function(obj):
    return inspect.iscoroutinefunction(obj) or inspect.iscoroutinefunction(getattr(obj, '__call__', None))


def _signature_of(spec, as_instance=False, skip_first=False):
    """The signature a call of the spec must have, None where nobody knows."""
    if isinstance(spec, type) and not as_instance:
        spec, skip_first = spec.__init__, True
        if spec is object.__init__:
            return None
    elif not inspect.isroutine(spec):
        spec = getattr(spec, '__call__', None)
        if spec is None:
            return None
        if as_instance and isinstance(spec, type):
            return None
    try:
        signature = inspect.signature(spec)
    except (ValueError, TypeError):
        return None
    if skip_first:
        rest = list(signature.parameters.values())
        if rest and rest[0].kind in (rest[0].POSITIONAL_ONLY, rest[0].POSITIONAL_OR_KEYWORD):
            signature = signature.replace(parameters=rest[1:])
    return signature


def _delegating(name):
    name = '_mock_' + name

    def get(self):
        signature = self._mock_delegate
        return getattr(self if signature is None else signature, name if signature is None else name[6:])

    def set(self, value):
        if self._mock_delegate is None:
            self.__dict__[name] = value
        else:
            setattr(self._mock_delegate, name[6:], value)
    return property(get, set)


class Base:
    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    """A mock that cannot be called."""

    def __new__(cls, /, *args, **kwargs):
        # A class for each mock: methods like __len__ are set on it without touching the others.
        bases = (cls,)
        if not issubclass(cls, AsyncMarker):
            spec = kwargs.get('spec_set') or kwargs.get('spec') or (args[0] if args else None)
            if spec is not None and not isinstance(spec, list) and is_async_function(spec):
                bases = (_async_kind(), cls)
        return object.__new__(type(cls.__name__, bases, {'__doc__': cls.__doc__, '__module__': cls.__module__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        own = self.__dict__
        own.update(_mock_parent=parent, _mock_name=name, _mock_new_name=_new_name,
                   _mock_new_parent=parent if _new_parent is None else _new_parent, _mock_sealed=False)
        if spec_set is not None:
            spec = spec_set
        if _eat_self is None:
            _eat_self = parent is not None
        self._mock_add_spec(spec, spec_set is not None, _spec_as_instance, _eat_self)
        own.update(_mock_children={}, _mock_wraps=wraps, _mock_delegate=None, _mock_called=False,
                   _mock_call_args=None, _mock_call_count=0, _mock_call_args_list=CallList(),
                   _mock_mock_calls=CallList(), method_calls=CallList(), _mock_unsafe=unsafe)
        if kwargs:
            self.configure_mock(**kwargs)
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state)

    called = _delegating('called')
    call_count = _delegating('call_count')
    call_args = _delegating('call_args')
    call_args_list = _delegating('call_args_list')
    mock_calls = _delegating('mock_calls')

    def attach_mock(self, mock, attribute):
        """Makes a mock an attribute of this one, so that its calls are recorded here too."""
        inner = _inner_mock(mock)
        inner._mock_parent = inner._mock_new_parent = None
        inner._mock_name, inner._mock_new_name = '', None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Only the attributes of the spec can be asked for from now on."""
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if is_mock(spec):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        spec_class = signature = None
        asyncs = []
        if spec is not None and not _is_list(spec):
            asyncs = [name for name in dir(spec)
                      if inspect.iscoroutinefunction(inspect.getattr_static(spec, name, None))]
            spec_class = spec if isinstance(spec, type) else type(spec)
            signature = _signature_of(spec, _spec_as_instance, _eat_self)
            spec = dir(spec)
        self.__dict__.update(_spec_class=spec_class, _spec_set=spec_set, _spec_signature=signature,
                             _mock_methods=spec, _spec_asyncs=asyncs)

    def __get_return_value(self):
        value = self._mock_return_value
        if self._mock_delegate is not None:
            value = self._mock_delegate.return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = value
        return value

    def __set_return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self.__dict__['_mock_return_value'] = value
            adopt(self, value, None, '()')

    return_value = property(__get_return_value, __set_return_value, doc='What a call gives.')

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def __get_side_effect(self):
        delegate = self._mock_delegate
        if delegate is None:
            return self._mock_side_effect
        effect = delegate.side_effect
        if effect is not None and not callable(effect) and not is_exception(effect) and not hasattr(effect, 'send'):
            effect = delegate.side_effect = _with_default(effect)
        return effect

    def __set_side_effect(self, value):
        if value is not None and not is_exception(value) and not callable(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        if self._mock_delegate is None:
            self.__dict__['_mock_side_effect'] = value
        else:
            self._mock_delegate.side_effect = value

    side_effect = property(__get_side_effect, __set_side_effect)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls, of the children too."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called, self.call_args, self.call_count = False, None, 0
        self.mock_calls, self.call_args_list, self.method_calls = CallList(), CallList(), CallList()
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if not isinstance(child, _Spec) and child is not DELETED:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self._mock_return_value
        if is_mock(value) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Sets attributes; a dot in a name leads to a child's."""
        for name, value in sorted(kwargs.items(), key=lambda entry: entry[0].count('.')):
            *path, final = name.split('.')
            target = self
            for each in path:
                target = getattr(target, each)
            setattr(target, final, value)

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_unsafe'):
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods or name in _magic_names():
                raise AttributeError('Mock object has no attribute %r' % name)
        elif name[:2] == name[-2:] == '__' and len(name) > 4:
            raise AttributeError(name)
        if not self._mock_unsafe and (not self._mock_methods or name not in self._mock_methods) \
                and name.startswith(_ASSERT_PREFIXES):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant '
                                 'to be an attribute.')
        result = self._mock_children.get(name)
        if result is DELETED:
            raise AttributeError(name)
        if result is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            result = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = result
        elif isinstance(result, _Spec):
            result = self._mock_children[name] = result.make()
        return result

    def _extract_mock_name(self):
        names, parent, last = [self._mock_new_name], self._mock_new_parent, self
        dot = '' if names == ['()'] else '.'
        seen = set()
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + dot)
            dot = '' if parent._mock_new_name == '()' else '.'
            parent = parent._mock_new_parent
            if id(parent) in seen:
                break
            seen.add(id(parent))
        names.reverse()
        first = last._mock_name or 'mock'
        if len(names) > 1 and names[1] not in ('()', '().'):
            first += '.'
        names[0] = first
        return ''.join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        name = '' if name in ('mock', 'mock.') else ' name=%r' % name
        spec = ''
        if self._spec_class is not None:
            spec = (' spec_set=%r' if self._spec_set else ' spec=%r') % self._spec_class.__name__
        return "<%s%s%s id='%d'>" % (type(self).__name__, name, spec, id(self))

    def __dir__(self):
        from unittest import mock
        names = self._mock_methods or []
        own, kept = dir(type(self)), list(self.__dict__)
        children = [name for name, value in self._mock_children.items() if value is not DELETED]
        if mock.FILTER_DIR:
            own = [name for name in own if not name.startswith('_')]
            kept = [name for name in kept if not name.startswith('_') or name in _magic_names()]
        return sorted(set(own + list(names) + kept + children))

    def __setattr__(self, name, value):
        if name in _OWN:
            return object.__setattr__(self, name, value)
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods \
                and name not in self.__dict__:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _unsupported_names():
            raise AttributeError('Attempting to set unsupported magic method %r.' % name)
        if name in _magic_names():
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if not is_mock(value):
                setattr(type(self), name, _magic_function(name, value))
            else:
                adopt(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
                return None
        elif name == '__class__':
            self.__dict__['_spec_class'] = value
            return None
        elif adopt(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        if isinstance(getattr(type(self), name, None), property) or name not in _magic_names():
            return object.__setattr__(self, name, value)
        return None

    def __delattr__(self, name):
        if name in _magic_names() and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                self._mock_children.pop(name, None)
                return
        child = self._mock_children.get(name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is DELETED:
            raise AttributeError(name)
        elif child is None and self._mock_methods is not None and name not in self._mock_methods:
            raise AttributeError(name)
        self._mock_children[name] = DELETED

    def _format_mock_call_signature(self, args, kwargs):
        return format_call(self._mock_name or 'mock', args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action='call'):
        return 'expected %s not found.\nExpected: %s\nActual: %s' % (
            action, self._format_mock_call_signature(args, kwargs),
            self._format_mock_call_signature(*_two(self.call_args)))

    def _signature_for(self, name):
        if not name:
            return self._spec_signature
        child, signature = self._mock_children.get, None
        current = self
        for each in name.replace('()', '').split('.'):
            current = current._mock_children.get(each)
            if current is None or isinstance(current, _Spec):
                return None
            current = _inner_mock(current)
            signature = current._spec_signature
        return signature

    def _call_matcher(self, given):
        """What to compare instead of a call: with a spec, its arguments by name."""
        if not isinstance(given, tuple) or not given:
            return given
        name, args, kwargs = split_call(given)
        signature = self._signature_for(name if len(given) > 2 else None)
        if signature is None:
            return given
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return _Call((name or '', bound.args, bound.kwargs), two=False)

    def assert_not_called(self):
        """Nobody called it."""
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._mock_name or 'mock', self.call_count, self._calls_repr()))

    def assert_called(self):
        """Somebody called it."""
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % (self._mock_name or 'mock'))

    def assert_called_once(self):
        """It was called exactly once."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._mock_name or 'mock', self.call_count, self._calls_repr()))

    def assert_called_with(self, /, *args, **kwargs):
        """The last call had these arguments."""
        if self.call_args is None:
            raise AssertionError('expected call not found.\nExpected: %s\nActual: not called.'
                                 % self._format_mock_call_signature(args, kwargs))
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.call_args)
        if actual != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs)) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        """There was one call, with these arguments."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._mock_name or 'mock', self.call_count, self._calls_repr()))
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        """The calls are among mock_calls, in this order and in a row unless any_order."""
        expected = [self._call_matcher(each) for each in calls]
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        actual = CallList(self._call_matcher(each) for each in self.mock_calls)
        if not any_order:
            if expected not in actual:
                if cause is None:
                    problem = 'Calls not found.'
                else:
                    problem = 'Error processing expected calls.\nErrors: {}'.format(
                        [each if isinstance(each, Exception) else None for each in expected])
                raise AssertionError(f'{problem}\nExpected: {CallList(calls)}'
                                     f"{self._calls_repr(prefix='  Actual').rstrip('.')}") from cause
            return
        rest, missing = list(actual), []
        for each in expected:
            try:
                rest.remove(each)
            except ValueError:
                missing.append(each)
        if missing:
            raise AssertionError('%r does not contain all of %r in its call list, found %r instead' % (
                self._mock_name or 'mock', tuple(missing), rest)) from cause

    def assert_any_call(self, /, *args, **kwargs):
        """Some call had these arguments."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause is not None or expected not in [self._call_matcher(each) for each in self.call_args_list]:
            raise AssertionError('%s call not found' % self._format_mock_call_signature(args, kwargs)) from cause

    def _calls_repr(self, prefix='Calls'):
        return f'\n{prefix}: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def _get_child_mock(self, /, **kwargs):
        """The mock for an attribute or a result; to be overridden."""
        if self._mock_sealed:
            attribute = f".{kwargs['name']}" if 'name' in kwargs else '()'
            raise AttributeError(self._extract_mock_name() + attribute)
        if kwargs.get('_new_name') in self.__dict__['_spec_asyncs']:
            from unittest.mock._magic import AsyncMock
            return AsyncMock(**kwargs)
        return _child_kind(type(self).__mro__[1], self)(**kwargs)


def safe_repr(obj):
    from unittest.util import safe_repr as shown
    return shown(obj)


class AsyncMarker:
    """A base of mocks whose calls are awaited."""


def _async_kind():
    from unittest.mock._magic import AsyncMockMixin
    return AsyncMockMixin


def _child_kind(kind, mock):
    from unittest.mock import _magic
    if issubclass(kind, AsyncMarker):
        if mock._spec_class is None and mock._mock_methods is None or kind._mock_is_magic:
            return _magic.MagicMock if mock._mock_methods is not None else _magic.AsyncMock
        return _magic.AsyncMock
    if issubclass(kind, Callable):
        return kind
    if issubclass(kind, _magic.NonCallableMagicMock):
        return _magic.MagicMock
    if issubclass(kind, NonCallableMock):
        return Mock
    return kind


def _is_list(obj):
    return type(obj) in (list, tuple)


def _two(call):
    return tuple(call)[-2:]


def _with_default(values):
    for value in values:
        yield value
    while True:
        yield DEFAULT


def _magic_names():
    from unittest.mock._magic import ALL_MAGIC
    return ALL_MAGIC


def _unsupported_names():
    from unittest.mock._magic import UNSUPPORTED
    return UNSUPPORTED


def _magic_function(name, function):
    def method(self, /, *args, **kwargs):
        return function(self, *args, **kwargs)
    method.__name__ = name
    return method


def _inner_mock(obj):
    """The mock behind a function that create_autospec made."""
    return getattr(obj, 'mock', obj) if inspect.isfunction(obj) else obj


def adopt(parent, value, name, new_name):
    """Makes a mock the child of another, unless it has a parent or a name already."""
    value = _inner_mock(value)
    if not is_mock(value):
        return False
    if value._mock_name or value._mock_new_name or value._mock_parent is not None \
            or value._mock_new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent, value._mock_new_name = parent, new_name
    if name:
        value._mock_parent, value._mock_name = parent, name
    return True


class _Spec:
    """A child of an autospecced mock that nobody has asked for yet."""

    def __init__(self, make):
        self.make = make


class Callable(Base):
    """What a mock does when it is called."""

    def __init__(self, /, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        self.__dict__['_mock_return_value'] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        if self._spec_signature is not None:
            self._spec_signature.bind(*args, **kwargs)

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        record_methods = self._mock_parent is not None
        method_name, whole = self._mock_name, self._mock_new_name
        is_result = whole == '()'
        self.mock_calls.append(_Call(('', args, kwargs)))
        above = self._mock_new_parent
        while above is not None:
            if record_methods:
                above.method_calls.append(_Call((method_name, args, kwargs)))
                record_methods = above._mock_parent is not None
                if record_methods:
                    method_name = above._mock_name + '.' + method_name
            above.mock_calls.append(_Call((whole, args, kwargs)))
            if above._mock_new_name:
                dot = '' if is_result else '.'
                is_result = above._mock_new_name == '()'
                whole = above._mock_new_name + dot + whole
            above = above._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_delegate is not None and self._mock_delegate.return_value is not DEFAULT:
            return self._mock_delegate.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(Callable, NonCallableMock):
    """A mock that can be called; what it returns is a mock too, unless return_value or side_effect says."""
