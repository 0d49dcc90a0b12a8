"""create_autospec(): a mock whose attributes and signatures are those of something else, all the way down."""
import inspect

from unittest.mock._calls import _Call
from unittest.mock._magic import AsyncMock, MagicMock, NonCallableMagicMock
from unittest.mock._mocks import InvalidSpecError, _inner_mock, _signature_of, _Spec, is_async_function, is_mock

_FUNCTIONS = (type(inspect.signature), type(inspect.Signature().replace))


def _as_function(mock, spec, signature):
    """A real function with the spec's signature that calls the mock and answers for it."""
    def check(*args, **kwargs):
        if signature is not None:
            signature.bind(*args, **kwargs)

    if is_async_function(spec):
        async def made(*args, **kwargs):
            check(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def made(*args, **kwargs):
            check(*args, **kwargs)
            return mock(*args, **kwargs)
    for name in ('__name__', '__doc__', '__text_signature__', '__module__', '__defaults__', '__kwdefaults__'):
        try:
            setattr(made, name, getattr(spec, name))
        except (AttributeError, TypeError, ValueError):
            pass
    made.__qualname__ = made.__name__ = getattr(spec, '__name__', 'funcopy')
    made.__defaults__ = made.__kwdefaults__ = None
    if signature is not None:
        made.__signature__ = signature
    _set_up_function(made, mock)
    return made


def _set_up_function(made, mock):
    made.mock = mock
    made.return_value = mock.return_value
    made.side_effect, made._mock_children = mock.side_effect, mock._mock_children
    made.called, made.call_count, made.call_args = False, 0, None
    made.call_args_list, made.method_calls, made.mock_calls = mock.call_args_list, mock.method_calls, mock.mock_calls
    names = [name for name in dir(type(mock)) if name.startswith('assert_')] + ['attach_mock', 'configure_mock']
    for name in names:
        setattr(made, name, getattr(mock, name))

    def reset_mock():
        mock.reset_mock()
        made.method_calls, made.mock_calls = mock.method_calls, mock.mock_calls
        made.call_args_list = mock.call_args_list
        result = made.return_value
        if is_mock(result) and result is not mock:
            result.reset_mock()
    made.reset_mock = reset_mock
    mock._mock_delegate = made


def _must_skip(spec, entry, is_type):
    """Whether a method's first argument is given by nobody: it is, unless the method is static."""
    if not isinstance(spec, type):
        if entry in getattr(spec, '__dict__', {}):
            return False
        spec = spec.__class__
    for klass in spec.__mro__:
        result = klass.__dict__.get(entry)
        if result is None:
            continue
        if isinstance(result, (staticmethod, classmethod)):
            return False
        return is_type if inspect.isfunction(result) else False
    return is_type


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock like `spec`: only its attributes, only calls it would accept."""
    if type(spec) in (list, tuple):
        spec = type(spec)
    is_type = isinstance(spec, type)
    if is_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_async = is_async_function(spec)
    is_function = isinstance(spec, _FUNCTIONS) or inspect.isfunction(spec) or inspect.ismethod(spec)
    options = {'spec_set' if spec_set else 'spec': None if spec is None else spec}
    if spec is None:
        options = {}
    if kwargs and instance:
        options['_spec_as_instance'] = True
    if not unsafe:
        for wrong in kwargs:
            if wrong in ('auto_spec', 'autospect', 'set_spec'):
                raise RuntimeError(f'{wrong!r} might be a typo; use unsafe=True if this is intended')
    options.update(kwargs)
    kind = MagicMock
    if inspect.isdatadescriptor(spec):
        options, kind = {}, MagicMock
    elif is_type and instance and not any('__call__' in base.__dict__ for base in spec.__mro__):
        kind = NonCallableMagicMock
    elif not callable(spec):
        kind = NonCallableMagicMock
    elif is_async:
        if instance:
            raise RuntimeError('Instance can not be True when create_autospec is mocking an async function')
        kind = AsyncMock
    name, new_name = options.pop('name', _name), _name
    if _parent is None:
        new_name = ''
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=new_name, name=name, **options)
    if is_function:
        signature = _signature_of(spec)
        mock.__dict__['_spec_signature'] = signature
        made = _as_function(mock, spec, signature)
        return made
    mock.__dict__['_spec_signature'] = _signature_of(spec, as_instance=instance)
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock)
    _add_children(mock, spec, spec_set, instance, is_type, kwargs)
    return mock


def _add_children(mock, spec, spec_set, instance, is_type, given):
    from unittest.mock._magic import ALL_MAGIC
    for entry in dir(spec):
        if entry in ALL_MAGIC or entry in given:
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        if inspect.isroutine(original) and not isinstance(original, type):
            child = _method_mock(mock, spec, entry, original, spec_set, is_type)
            if inspect.isfunction(child) or instance and is_type:
                object.__setattr__(mock, entry, child)
            mock._mock_children[entry] = child
        else:
            mock._mock_children[entry] = _Spec(
                lambda original=original, entry=entry: create_autospec(original, spec_set, _parent=mock, _name=entry))


def _method_mock(mock, spec, entry, original, spec_set, is_type):
    kind = AsyncMock if is_async_function(original) else MagicMock
    key = 'spec_set' if spec_set else 'spec'
    child = kind(parent=mock, name=entry, _new_name=entry, _new_parent=mock, **{key: original})
    signature = _signature_of(original, skip_first=_must_skip(spec, entry, is_type))
    child.__dict__['_spec_signature'] = signature
    return _as_function(child, original, signature) if inspect.isfunction(original) else child
