"""Mocks with special methods, and mocks that are awaited."""
import inspect
import types

from unittest.mock._calls import ANY, DEFAULT, CallList, _Call
from unittest.mock._mocks import AsyncMarker, Base, Mock, NonCallableMock, is_exception, is_mock, _delegating

_COMPARISONS = 'lt gt le ge eq ne'
_NUMERIC = ('add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod')
_OTHERS = ('getitem setitem delitem len contains str sizeof enter exit ceil floor trunc bool next fspath aiter '
           'hash neg pos abs invert int float complex index round iter')
ASYNC_MAGIC = frozenset(('__aenter__', '__aexit__', '__anext__'))
_IN_PLACE = ' '.join('i' + each for each in _NUMERIC.split() if each != 'divmod')
_REFLECTED = ' '.join('r' + each for each in _NUMERIC.split())
MAGIC = frozenset('__%s__' % each for each in ' '.join(
    (_COMPARISONS, _OTHERS, _NUMERIC, _IN_PLACE, _REFLECTED)).split()) | ASYNC_MAGIC
_SETTABLE_ONLY = frozenset('__%s__' % each for each in (
    'get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr dir '
    'subclasses format getnewargs_ex').split())
ALL_MAGIC = MAGIC | _SETTABLE_ONLY
UNSUPPORTED = frozenset(('__getattr__', '__setattr__', '__init__', '__new__', '__prepare__', '__instancecheck__',
                         '__subclasscheck__', '__del__'))
_RETURN = {'__hash__': lambda self: object.__hash__(self), '__str__': lambda self: object.__str__(self),
           '__sizeof__': lambda self: object.__sizeof__(self),
           '__fspath__': lambda self: f'{type(self).__name__}/{self._extract_mock_name()}/{id(self)}'}
_VALUES = {'__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j,
           '__float__': 1.0, '__bool__': True, '__index__': 1, '__aexit__': False,
           '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented}


def _get_eq(self):
    def equal(other):
        value = self.__eq__._mock_return_value
        if value is not DEFAULT:
            return value
        return True if self is other else NotImplemented
    return equal


def _get_ne(self):
    def unequal(other):
        if self.__ne__._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if self is other else NotImplemented
    return unequal


def _get_iter(self):
    def iterate():
        value = self.__iter__._mock_return_value
        return iter([]) if value is DEFAULT else iter(value)
    return iterate


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        for value in self.iterator:
            return value
        raise StopAsyncIteration


def _get_async_iter(self):
    def iterate():
        value = self.__aiter__._mock_return_value
        return _AsyncIterator(iter([] if value is DEFAULT else value))
    return iterate


_SIDE_EFFECTS = {'__eq__': _get_eq, '__ne__': _get_ne, '__iter__': _get_iter, '__aiter__': _get_async_iter}


def _set_up(mock, method, name):
    if name in _VALUES:
        method.return_value = _VALUES[name]
    elif name in _RETURN:
        method.return_value = _RETURN[name](mock)
    elif name in _SIDE_EFFECTS:
        method.side_effect = _SIDE_EFFECTS[name](mock)


class MagicProxy(Base):
    """Stands on a mock's class for a special method until somebody asks for it."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent

    def create_mock(self):
        mock = self.parent._get_child_mock(name=self.name, _new_name=self.name, _new_parent=self.parent)
        setattr(self.parent, self.name, mock)
        _set_up(self.parent, mock, self.name)
        return mock

    def __get__(self, obj, _type=None):
        return self.create_mock()


class MagicMixin(Base):
    def __init__(self, /, *args, **kwargs):
        self._mock_set_magics()  # keyword arguments may set some of them
        super().__init__(*args, **kwargs)
        self._mock_set_magics()

    def _mock_set_magics(self):
        wanted = MAGIC
        kind = type(self)
        if self.__dict__.get('_mock_methods') is not None:
            wanted = MAGIC.intersection(self._mock_methods)
            for name in MAGIC - wanted:
                if name in kind.__dict__:
                    delattr(self, name)
        for name in wanted - set(kind.__dict__):
            setattr(kind, name, MagicProxy(name, self))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that cannot be called."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class MagicMock(MagicMixin, Mock):
    """A mock with all the special methods."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class AsyncMockMixin(AsyncMarker, Base):
    _mock_is_magic = False
    await_count = _delegating('await_count')
    await_args = _delegating('await_args')
    await_args_list = _delegating('await_args_list')

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code = NonCallableMock(spec_set=types.CodeType)
        code.co_flags = inspect.CO_COROUTINE
        # What a function has, so that inspect takes it for a coroutine function.
        self.__dict__.update(_mock_await_count=0, _mock_await_args=None, _mock_await_args_list=CallList(),
                             _is_coroutine=True, __code__=code, __name__='AsyncMock', __defaults__=(),
                             __kwdefaults__={}, __annotations__=None)

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if is_exception(result):
                    raise result
            elif inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            if inspect.iscoroutinefunction(self._mock_wraps):
                return await self._mock_wraps(*args, **kwargs)
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def assert_awaited(self):
        """It was awaited."""
        if not self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """It was awaited exactly once."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once. "
                                 f'Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        """The last await had these arguments."""
        if self.await_args is None:
            raise AssertionError(f'Expected await: {self._format_mock_call_signature(args, kwargs)}\nNot awaited')
        expected, actual = self._call_matcher(_Call((args, kwargs), two=True)), self._call_matcher(self.await_args)
        if actual != expected:
            raise AssertionError('expected await not found.\nExpected: %s\nActual: %s' % (
                self._format_mock_call_signature(args, kwargs),
                self._format_mock_call_signature(*tuple(self.await_args)[-2:])))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """It was awaited once, with these arguments."""
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Some await had these arguments."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if expected not in [self._call_matcher(each) for each in self.await_args_list]:
            raise AssertionError('%s await not found' % self._format_mock_call_signature(args, kwargs))

    def assert_has_awaits(self, calls, any_order=False):
        """The awaits are among await_args_list."""
        expected = [self._call_matcher(each) for each in calls]
        actual = CallList(self._call_matcher(each) for each in self.await_args_list)
        if not any_order:
            if expected not in actual:
                raise AssertionError(f'Awaits not found.\nExpected: {CallList(calls)}\nActual: {self.await_args_list}')
            return
        rest, missing = list(actual), []
        for each in expected:
            try:
                rest.remove(each)
            except ValueError:
                missing.append(each)
        if missing:
            raise AssertionError('%r not all found in await list' % (tuple(missing),))

    def assert_not_awaited(self):
        """Nobody awaited it."""
        if self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited. "
                                 f'Awaited {self.await_count} times.')

    def reset_mock(self, /, *args, **kwargs):
        """Forgets all calls and awaits."""
        super().reset_mock(*args, **kwargs)
        self.await_count, self.await_args, self.await_args_list = 0, None, CallList()


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    """A mock whose call gives something to await."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()
