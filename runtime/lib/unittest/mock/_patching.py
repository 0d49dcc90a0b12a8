"""patch(): puts something in the place of an attribute or of entries of a dict, for a function, a class or a block."""
import contextlib
import inspect
from functools import wraps

from unittest.mock._calls import DEFAULT
from unittest.mock._magic import AsyncMock, MagicMock, NonCallableMagicMock
from unittest.mock._mocks import InvalidSpecError, is_async_function, is_mock

__unittest = True


def _importer(target):
    import pkgutil
    return pkgutil.resolve_name(target)


def _get_target(target):
    try:
        target, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return (lambda: _importer(target)), attribute


class _Patch:
    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *,
                 unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            for wrong in kwargs:
                if wrong in ('auto_spec', 'autospect', 'set_spec'):
                    raise RuntimeError(f'{wrong!r} might be a typo; use unsafe=True if this is intended')
        if is_mock(spec):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec has already been mocked out. '
                                   f'[spec={spec!r}]')
        if is_mock(spec_set):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec_set target has already been mocked '
                                   f'out. [spec_set={spec_set!r}]')
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec = spec, create, spec_set, autospec
        self.kwargs, self.has_local, self.additional_patchers, self.is_started = kwargs, False, [], False

    def copy(self):
        other = _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                       self.new_callable, self.kwargs)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [each.copy() for each in self.additional_patchers]
        return other

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        if inspect.iscoroutinefunction(func):
            return self.decorate_async_callable(func)
        return self.decorate_callable(func)

    def decorate_class(self, klass):
        for name in dir(klass):
            if name.startswith(patch.TEST_PREFIX) and hasattr(value := getattr(klass, name), '__call__'):
                setattr(klass, name, self.copy()(value))
        return klass

    @contextlib.contextmanager
    def decoration_helper(self, patched, args, keywargs):
        extra = []
        with contextlib.ExitStack() as stack:
            for patching in patched.patchings:
                value = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    keywargs.update(value)
                elif patching.new is DEFAULT:
                    extra.append(value)
            yield args + tuple(extra), keywargs

    def decorate_callable(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @wraps(func)
        def patched(*args, **keywargs):
            with self.decoration_helper(patched, args, keywargs) as (newargs, newkeywargs):
                return func(*newargs, **newkeywargs)
        patched.patchings = [self]
        return patched

    def decorate_async_callable(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @wraps(func)
        async def patched(*args, **keywargs):
            with self.decoration_helper(patched, args, keywargs) as (newargs, newkeywargs):
                return await func(*newargs, **newkeywargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        target, name = self.getter(), self.attribute
        original, local = DEFAULT, False
        try:
            original = target.__dict__[name]
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        else:
            local = True
        import builtins
        if name in builtins.__dict__ and isinstance(target, type(inspect)):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError('%s does not have the attribute %r' % (target, name))
        return original, local

    def _make_new(self, original):
        """The mock to put there, where none was given."""
        spec, spec_set, autospec = self.spec, self.spec_set, self.autospec
        inherit = False
        if spec is True:
            spec = original
            if spec_set is True:
                spec_set, spec = original, None
        elif spec is not None:
            if spec_set is True:
                spec_set, spec = spec, None
        elif spec_set is True:
            spec_set = original
        if (spec is not None or spec_set is not None) and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        given = spec_set if spec_set is not None else spec
        inherit = isinstance(original if given is original else given, type)
        kind = AsyncMock if given is None and is_async_function(original) else MagicMock
        options = {}
        if self.new_callable is not None:
            kind = self.new_callable
        elif given is not None:
            members = given
            if is_async_function(given):
                kind = AsyncMock
            elif isinstance(members, list):
                if '__call__' not in members:
                    kind = NonCallableMagicMock
            elif not callable(members):
                kind = NonCallableMagicMock
        if spec is not None:
            options['spec'] = spec
        if spec_set is not None:
            options['spec_set'] = spec_set
        from unittest.mock._mocks import NonCallableMock
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            options['name'] = self.attribute
        options.update(self.kwargs)
        new = kind(**options)
        if inherit and is_mock(new):
            members = given
            if not isinstance(members, list) and not _instance_callable(members):
                kind = NonCallableMagicMock
            options.pop('name', None)
            new.return_value = kind(_new_parent=new, _new_name='()', **options)
        return new

    def _make_autospec(self, original):
        if self.new is not DEFAULT:
            raise TypeError('autospec creates the mock for you. Can\'t specify autospec and new.')
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        autospec = original if self.autospec is True else self.autospec
        if is_mock(self.target):
            raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} as the patch target has already been '
                                   f'mocked out. [target={self.target!r}, attr={autospec!r}]')
        if is_mock(autospec):
            name = getattr(self.target, '__name__', self.target)
            raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} from target {name!r} as it has already '
                                   f'been mocked out. [target={self.target!r}, attr={autospec!r}]')
        from unittest.mock._autospec import create_autospec
        return create_autospec(autospec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)

    def __enter__(self):
        if self.is_started:
            raise RuntimeError('Patch is already started')
        if self.spec is False:
            self.spec = None
        if self.spec_set is False:
            self.spec_set = None
        if self.autospec is False:
            self.autospec = None
        if self.spec is not None and self.autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if self.autospec is not None and self.spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        self.target = self.getter()
        original, local = self.get_original()
        if self.new is DEFAULT and self.autospec is None:
            new = self._make_new(original)
        elif self.autospec is not None:
            new = self._make_autospec(original)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        else:
            new = self.new
        self.temp_original, self.is_local, self.is_started = original, local, True
        self._exit_stack = contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            extra = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patching in self.additional_patchers:
                value = self._exit_stack.enter_context(patching)
                if patching.new is DEFAULT:
                    extra.update(value)
            return extra
        except:
            import sys
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in (
                    '__doc__', '__module__', '__defaults__', '__annotations__', '__kwdefaults__')):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        stack, self.is_started = self._exit_stack, False
        del self._exit_stack
        return stack.__exit__(*exc_info)

    def start(self):
        """Begins the patch, until stop()."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        """Ends a patch that was started."""
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _instance_callable(obj):
    if not isinstance(obj, type):
        return getattr(obj, '__call__', None) is not None
    return any('__call__' in base.__dict__ and base.__dict__['__call__'] is not None for base in obj.__mro__)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """Patches an attribute of an object."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs,
                  unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Patches several attributes at once."""
    getter = (lambda: _importer(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for attribute, new in kwargs.items():
        made = _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        made.attribute_name = attribute
        patchers.append(made)
    patchers[0].additional_patchers.extend(patchers[1:])
    return patchers[0]


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Patches what a dotted name leads to: a decorator and a context manager."""
    getter, attribute = _get_target(target)
    return _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


class _PatchDict:
    """Changes a dict for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            return self.decorate_class(f)
        if inspect.iscoroutinefunction(f):
            return self.decorate_async_callable(f)
        return self.decorate_callable(f)

    def decorate_callable(self, f):
        @wraps(f)
        def inner(*args, **kw):
            with self:
                return f(*args, **kw)
        return inner

    def decorate_async_callable(self, f):
        @wraps(f)
        async def inner(*args, **kw):
            with self:
                return await f(*args, **kw)
        return inner

    def decorate_class(self, klass):
        for name in dir(klass):
            if name.startswith(patch.TEST_PREFIX) and hasattr(value := getattr(klass, name), '__call__'):
                setattr(klass, name, _PatchDict(self.in_dict, self.values, self.clear)(value))
        return klass

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _importer(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            _clear(target)
        try:
            target.update(self.values)
        except AttributeError:
            for key in self.values:
                target[key] = self.values[key]
        return target

    def __exit__(self, *args):
        if self._original is not None:
            _clear(self.in_dict)
            try:
                self.in_dict.update(self._original)
            except AttributeError:
                for key in self._original:
                    self.in_dict[key] = self._original[key]
            self._original = None
        return False

    def start(self):
        """Begins the patch, until stop()."""
        result = self.__enter__()
        _Patch._active_patches.append(self)
        return result

    def stop(self):
        """Ends a patch that was started."""
        try:
            _Patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _clear(target):
    try:
        target.clear()
    except AttributeError:
        for key in list(target):
            del target[key]


def _stop_all():
    """Ends all patches that were started."""
    for each in reversed(_Patch._active_patches[:]):
        each.stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'
