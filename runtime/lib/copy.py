"""Copies of objects: shallow ones, and deep ones that copy what is inside too."""
import types
import weakref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    """An object that cannot be copied."""


error = Error

_ATOMIC = frozenset([type(None), int, float, bool, complex, bytes, str, type, range, type(...), type(NotImplemented),
                     property, types.FunctionType, types.BuiltinFunctionType, types.CodeType, weakref.ref])
_SAME = _ATOMIC | {tuple, frozenset, slice}
_COPY_BY_METHOD = frozenset([list, dict, set, bytearray])


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _COPY_BY_METHOD:
        return cls.copy(x)
    if cls in _SAME or issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)
    return x if isinstance(reduced, str) else _reconstruct(x, None, *reduced)


def _reduce(x, cls):
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(f"un(deep)copyable object of type {cls}")


def deepcopy(x, memo=None, _nil=[]):
    """A copy whose contents are copies too; what is reached twice is copied once."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    copier = _DEEP.get(cls)
    if copier is not None:
        made = copier(x, memo)
    elif issubclass(cls, type):
        made = x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            made = copier(memo)
        else:
            reduced = _reduce(x, cls)
            made = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if made is not x:
        memo[key] = made
        _keep_alive(x, memo)
    return made


def _keep_alive(x, memo):
    """The original stays alive as long as the memo, so that its id is not given to another object."""
    memo.setdefault(id(memo), []).append(x)


def _deepcopy_list(x, memo):
    made = memo[id(x)] = []
    append = made.append
    for item in x:
        append(deepcopy(item, memo))
    return made


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    known = memo.get(id(x))  # a tuple that contains itself through a list was copied on the way
    if known is not None:
        return known
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_DEEP = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, types.MethodType: _deepcopy_method,
         bytearray: lambda x, memo: x[:]}


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    """Builds an object from what __reduce_ex__ returned; a memo asks for a deep copy."""
    deep = memo is not None
    if deep and args:
        args = [deepcopy(argument, memo) for argument in args]
    made = func(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        _set_state(made, deepcopy(state, memo) if deep else state)
    if listiter is not None:
        for item in listiter:
            made.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made


def _set_state(made, state):
    if hasattr(made, '__setstate__'):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        made.__dict__.update(state)
    if slots is not None:
        for key, value in slots.items():
            setattr(made, key, value)
