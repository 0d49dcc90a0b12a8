"""The type variables of typing."""
import sys
from types import GenericAlias
from _typing_forms import (_Final, _GenericAlias, _InUnions, _MESSAGE, _is_param_expr, _type_check)
from _typing_kinds import Unpack


def _caller(depth=2):
    """The name of the module that calls."""
    try:
        return sys._getframe(depth).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return None


class _Immutable:
    """Is its own copy."""
    __slots__ = ()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Variable(_Final, _Immutable, _InUnions, _root=True):
    """What TypeVar and ParamSpec share."""

    def _set(self, name, bound, covariant, contravariant):
        self.__name__ = name
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__bound__ = _type_check(bound, "Bound must be a type.") if bound else None

    def __repr__(self):
        if self.__covariant__:
            return '+' + self.__name__
        return ('-' if self.__contravariant__ else '~') + self.__name__

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class TypeVar(_Variable, _root=True):
    """A variable for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__constraints__ = tuple([_type_check(one, "TypeVar(name, constraint, ...): constraints must be types.")
                                      for one in constraints])
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __typing_subst__(self, arg):
        arg = _type_check(arg, _MESSAGE, is_argument=True)
        if (isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack
                or isinstance(arg, GenericAlias) and getattr(arg, '__unpacked__', False)):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class TypeVarTuple(_Final, _Immutable, _root=True):
    """A variable for several types."""

    def __init__(self, name):
        self.__name__ = name
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of TypeVarTuple")

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        """The arguments with those that are for this variable in one tuple."""
        params = alias.__parameters__
        place = params.index(self)
        if any(isinstance(one, TypeVarTuple) for one in params[place + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        endless = [at for at, arg in enumerate(args) if _is_endless(arg)]
        if len(endless) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        left, right, fill = place, len(params) - place - 1, None
        if endless:
            # It stands for as many as the variables beside this one want.
            fill = args[endless[0]].__typing_unpacked_tuple_args__[0]
            left, right = min(left, endless[0]), min(right, len(args) - endless[0] - 1)
        elif left + right > len(args):
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {len(params) - 1}")
        end = len(args) - right
        return (*args[:left], *[fill] * (place - left), tuple(args[left:end]),
                *[fill] * (len(params) - right - place - 1), *args[end:])


def _is_endless(arg):
    """Whether it is a starred tuple of any length."""
    inner = None if isinstance(arg, type) else getattr(arg, '__typing_unpacked_tuple_args__', None)
    return bool(inner) and len(inner) == 2 and inner[-1] is ...


class ParamSpecArgs(_Final, _Immutable, _root=True):
    """The positional parameters of a ParamSpec."""
    _kind = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._kind}"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecKwargs(ParamSpecArgs, _root=True):
    """The keyword parameters of a ParamSpec."""
    _kind = 'kwargs'


class ParamSpec(_Variable, _root=True):
    """A variable for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant)
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    args = property(ParamSpecArgs)
    kwargs = property(ParamSpecKwargs)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_type_check(one, "Expected a type.") for one in arg])
        if not _is_param_expr(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        place = alias.__parameters__.index(self)
        if place >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(alias.__parameters__) == 1 and not _is_param_expr(args[0]):
            return (args,)  # Z[int, str] for Z[[int, str]]
        if isinstance(args[place], list):
            return (*args[:place], tuple(args[place]), *args[place + 1:])
        return args
