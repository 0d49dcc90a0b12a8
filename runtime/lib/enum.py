"""Enumerations: classes whose members are named constants."""
import sys
from _operator import or_
from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_enum', 'global_enum_repr', 'global_flag_repr', 'global_str', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name']

_property = property

# The first classes are made with these names still unknown.
Enum = Flag = ReprEnum = EJECT = None


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(class_name, name):
    start = f'_{class_name}__'
    return len(name) > len(start) and name.startswith(start) and (name[-1] != '_' or name[-2] != '_')


def _is_single_bit(number):
    return number != 0 and number & (number - 1) == 0


def _bits_of(number):
    """The single bits of a number, lowest first."""
    if isinstance(number, Enum):
        number = number.value
    if number < 0:
        raise ValueError(f'{number!r} is not a positive integer')
    while number:
        bit = number & -number
        yield bit
        number ^= bit


def _iter_bits_lsb(num):
    number = num.value if isinstance(num, Enum) else num
    return _bits_of(number)


def show_flag_values(value):
    return list(_bits_of(value))


def bin(num, max_bits=None):
    """A number in base 2 with a sign bit in front: 0b0 1010."""
    negative = num < 0
    if negative:
        digits = format((1 << (~num).bit_length()) + num if num != -1 else 0, 'b')
        digits = digits.rjust((~num).bit_length(), '0') if num != -1 else ''
    else:
        digits = format(num, 'b')
    sign = '1' if negative else '0'
    return f"0b{sign} {digits.rjust(max_bits or 0, sign)}"


class nonmember:
    """Keeps a value in an enumeration's body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value in an enumeration's body a member whatever it is."""

    def __init__(self, value):
        self.value = value


class _Unset:
    """The value of an auto() that nobody gave one."""

    def __repr__(self):
        return '_auto_null'


_UNSET = _Unset()


class auto:
    """Asks for the next value."""

    def __init__(self, value=_UNSET):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(DynamicClassAttribute):
    """An attribute of members that does not stand in the way of a member of the same name."""
    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        if self.fget is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f'{ownerclass!r} member has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class EnumDict(dict):
    """The namespace of an enumeration's body: it notes the members in their order."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = None
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if isinstance(value, type):
                import warnings
                warnings.warn("In 3.13 classes created inside an enum will not become a member.  Use the `member` "
                              "decorator to keep the current behavior.", DeprecationWarning, stacklevel=2)
            value = self._note_member(key, value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
                       '_iter_member_by_value_', '_iter_member_by_def_'):
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
        return value

    def _note_member(self, key, value):
        if key in self:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        if isinstance(value, member):
            value = value.value
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            value = tuple([self._noted_value(key, part) if isinstance(part, auto) else part for part in value])
        else:
            value = self._noted_value(key, value)
        self._member_names[key] = None
        return value

    def _noted_value(self, key, value):
        if isinstance(value, auto):
            if value.value is _UNSET:
                self._auto_called = True
                value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            value = value.value
        self._last_values.append(value)
        return value

    def update(self, members, **more_members):
        try:
            pairs = [(name, members[name]) for name in members.keys()]
        except AttributeError:
            pairs = members
        for name, value in pairs:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict()
        namespace._cls_name = cls
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            generate = first_enum._generate_next_value_
            namespace['_generate_next_value_'] = generate
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        classdict.setdefault('_ignore_', []).append('_ignore_')
        for key in classdict['_ignore_']:
            classdict.pop(key, None)
        names = list(classdict._member_names)
        invalid = set(names) & {'mro', ''}
        if invalid:
            raise ValueError('invalid enum member name(s) ' + ','.join(repr(name) for name in invalid))
        order = classdict.pop('_order_', None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        values = [(name, classdict.pop(name)) for name in names]
        setup = {'_member_names_': [], '_member_map_': {}, '_value2member_map_': {}, '_unhashable_values_': [],
                 '_member_type_': member_type, '_new_member_': new, '_use_args_': use_args,
                 '_value_repr_': metacls._find_data_repr_(cls, bases),
                 '_boundary_': boundary or getattr(first_enum, '_boundary_', None),
                 '_flag_mask_': 0, '_singles_mask_': 0, '_all_bits_': 0, '_inverted_': None}
        enum_class = super().__new__(metacls, cls, bases, {**classdict, **setup}, **kwds)
        _choose_methods(enum_class, bases, set(classdict), member_type, first_enum)
        for name, value in values:
            _add_member(enum_class, name, value, member_type)
        if save_new:
            enum_class.__new_member__ = enum_class.__dict__['__new__']
        enum_class.__new__ = Enum.__new__ if Enum is not None else _call_lookup
        if Flag is not None and issubclass(enum_class, Flag):
            _finish_flag(enum_class)
        if order is not None:
            _check_order(enum_class, order)
        return enum_class

    def __init__(cls, *args, boundary=None, _simple=False, **kwds):
        super().__init__(*args)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\nFalse "
                          "depending on whether the value is a member or the value of a member",
                          DeprecationWarning, stacklevel=2)
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and "
                            f"'{type(cls).__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __dir__(cls):
        interesting = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
                       '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            interesting.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            interesting.add('__init_subclass__')
        if cls._member_type_ is object:
            return sorted(interesting)
        return sorted(set(dir(cls._member_type_)) | interesting)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        members = cls._member_map_
        return (members[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        members = cls._member_map_
        return (members[name] for name in reversed(cls._member_names_))

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f"<{kind} {cls.__name__!r}>"

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional way to make an enumeration."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        for name, value in _named_values(names, cls._generate_next_value_, start):
            classdict[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                module = None
        if module is not None:
            classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """An enumeration of a module's constants that the filter takes; they become its members there too."""
        module_globals = sys.modules[module].__dict__
        found = [(each, value) for each, value in (source.__dict__ if source else module_globals).items() if filter(each)]
        try:
            found.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            found.sort(key=lambda pair: pair[0])
        made = cls(name, found, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            made.__reduce_ex__ = pickle_by_global_name
        module_globals.update(made.__members__)
        module_globals[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type whose instances the members are, and the enumeration that is inherited from."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] "
                            "enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        found = list(dict.fromkeys(found))
        if len(found) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {set(found)!r}')
        return found[0] if found else None

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        new = classdict.get('__new__')
        save_new = first_enum is not None and new is not None
        if new is None:
            for name in '__new_member__', '__new__':
                for owner in member_type, first_enum:
                    found = getattr(owner, name, None)
                    if found not in {None, None.__new__, object.__new__, getattr(Enum, '__new__', None)}:
                        return found, save_new, True
            new = object.__new__
        return new, save_new, new is not object.__new__


EnumMeta = EnumType


def _named_values(names, generate, start):
    """Pairs of name and value from what the functional way was given."""
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        for count, name in enumerate(names):
            value = generate(name, start, count, values[:])
            values.append(value)
            yield name, value
        return
    for item in names:
        yield (item, names[item]) if isinstance(item, str) else item


def _choose_methods(enum_class, bases, own, member_type, first_enum):
    """Enum's text methods win over those of a mixed-in type, except for str() and format() below ReprEnum."""
    if Enum is None:
        return
    if ReprEnum is not None and ReprEnum in bases:
        if '__format__' not in own:
            enum_class.__format__ = member_type.__format__
        if '__str__' not in own:
            text = member_type.__str__
            enum_class.__str__ = member_type.__repr__ if text is object.__str__ else text
        own = own | {'__format__', '__str__'}
    for name in '__repr__', '__str__', '__format__', '__reduce_ex__':
        if name not in own and getattr(enum_class, name) in (getattr(member_type, name), getattr(object, name)):
            setattr(enum_class, name, getattr(first_enum, name))
    if Flag is not None and issubclass(enum_class, Flag):
        for name in '__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__':
            if name not in own:
                setattr(enum_class, name, getattr(Flag, name))


def _make_member(enum_class, value, member_type):
    args = value if isinstance(value, tuple) else (value,)
    if member_type is tuple:
        args = (args,)
    new = enum_class._new_member_
    if new is object.__new__:
        made = object.__new__(enum_class)
    else:
        made = new(enum_class, *args)
    if not hasattr(made, '_value_'):
        if member_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = member_type(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from error
    return made, args


def _add_member(enum_class, name, value, member_type):
    made, args = _make_member(enum_class, value, member_type)
    value = made._value_
    made._name_ = name
    made.__objclass__ = enum_class
    made._sort_order_ = len(enum_class._member_names_)
    made.__init__(*args)
    found = _same_value(enum_class, value)
    is_flag = Flag is not None and issubclass(enum_class, Flag)
    if found is not None:
        made = found
    else:
        if is_flag and isinstance(value, int):
            if _is_single_bit(value):
                enum_class._singles_mask_ |= value
                enum_class._member_names_.append(name)
            enum_class._flag_mask_ |= value
            enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
        else:
            enum_class._member_names_.append(name)
    _publish_member(enum_class, name, made)
    enum_class._member_map_[name] = made
    try:
        enum_class._value2member_map_.setdefault(value, made)
    except TypeError:
        enum_class._unhashable_values_.append(value)


def _same_value(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for member in enum_class._member_map_.values():
            if member._value_ == value:
                return member
    return None


def _publish_member(enum_class, name, made):
    """Stores the member in the class, or in the property of that name that a base has."""
    for base in enum_class.__mro__[1:]:
        descriptor = base.__dict__.get(name)
        if isinstance(descriptor, DynamicClassAttribute):
            redirect = property(descriptor.fget, descriptor.fset, descriptor.fdel)
            redirect.member = made
            redirect.__set_name__(enum_class, name)
            type.__setattr__(enum_class, name, redirect)
            return
    type.__setattr__(enum_class, name, made)


def _finish_flag(enum_class):
    singles = [enum_class._member_map_[name] for name in enum_class._member_names_]
    values = [one._value_ for one in singles]
    if values != sorted(values):
        enum_class._iter_member_ = enum_class._iter_member_by_def_


def _check_order(enum_class, order):
    if isinstance(order, str):
        order = order.replace(',', ' ').split()
    known = enum_class._member_map_
    order = [name for name in order if name not in known or known[name]._name_ == name]
    actual = [name for name in enum_class._member_names_]
    if order != actual:
        raise TypeError(f'member order does not match _order_:\n  {actual!r}\n  {order!r}')


def _old_convert_(etype, name, module, filter, source=None, *, boundary=None):
    return etype._convert_(name, module, filter, source, boundary=boundary)


def pickle_by_global_name(self, proto):
    """__reduce_ex__ of members that are names of their module."""
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def _make_class_unpicklable(made):
    """For an enumeration, or the namespace of one, whose module nobody knows."""
    def __reduce_ex__(self, proto):
        raise TypeError('%r cannot be pickled' % self)
    names = {'__reduce_ex__': __reduce_ex__, '__module__': '<unknown>'}
    if isinstance(made, dict):
        made.update(names)
    else:
        for name, value in names.items():
            setattr(made, name, value)


def pickle_by_enum_name(self, proto):
    """__reduce_ex__ of members that are looked up in their class."""
    return getattr, (self.__class__, self._name_)


def _call_lookup(cls, value):
    """Enumeration(value): the member with this value."""
    if type(value) is cls:
        return value
    try:
        return cls._value2member_map_[value]
    except KeyError:
        pass
    except TypeError:
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
    problem = None
    try:
        result = cls._missing_(value)
    except Exception as error:
        problem, result = error, None
    if isinstance(result, cls) or (Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
                                   and isinstance(result, int)):
        return result
    complaint = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    if result is None and problem is None:
        raise complaint
    if problem is None:
        problem = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
    if not isinstance(problem, ValueError):
        problem.__context__ = complaint
    raise problem


_call_lookup.__name__, _call_lookup.__qualname__ = '__new__', 'Enum.__new__'


class Enum(metaclass=EnumType):
    """The base of all enumerations."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        ordered = last_values[:]
        try:
            ordered.sort()
            if last_values[-1] == ordered[-1]:
                return ordered[-1] + 1
        except TypeError:
            pass
        import warnings
        warnings.warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable "
                      "and support adding +1\nand the value returned will be the largest value in the enum "
                      "incremented by 1", DeprecationWarning, stacklevel=5)
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    def __new__(cls, value):
        return _call_lookup(cls, value)

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        if self.__class__._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update(name for name in self.__dict__ if name[0] != '_')
        for cls in self.__class__.__mro__:
            for name, value in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if isinstance(value, property) and value.fget is None and name in self._member_map_:
                    names.discard(name)
                else:
                    names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return getattr, (self.__class__, self._name_)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Only the repr is the enumeration's: str() and format() are those of the data type."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are texts."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        for value, role in zip(values[1:], ('encoding', 'errors')):
            if not isinstance(value, str):
                raise TypeError(f'{role} must be a string, not {value!r}')
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of a value with bits that no flag has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=CONFORM):
    """An enumeration of bits that can be combined."""
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        try:
            return 2 ** highest.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {highest!r}') from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits_of(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda one: one._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            boundary = cls._boundary_
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed "
                                 f"{bin(mask, width)}")
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif boundary is KEEP and value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += all_bits + 1
        return cls._combine(value)

    @classmethod
    def _combine(cls, value):
        """The member for bits that have no name of their own; made once."""
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [one._name_ for one in cls._iter_member_(value & cls._singles_mask_)]
        if names:
            left = value & ~cls._singles_mask_
            made._name_ = '|'.join(names) + (f'|{cls._numeric_repr_(left)}' if left else '')
        else:
            made._name_ = None
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __reduce_ex__(self, proto):
        cls = self.__class__
        known, unknown = self._value_ & cls._flag_mask_, self._value_ & ~cls._flag_mask_
        if known and unknown:
            return or_, (cls(known), unknown)
        lowest = known & -known
        first = cls._value2member_map_.get(lowest)
        if known != lowest and first is not None:
            return or_, (cls(known & ~lowest), first)
        return (getattr, (cls, self._name_)) if self._name_ in cls._member_map_ else (cls, (self._value_,))

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {show(self._value_)}>"
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _bits(self, other):
        """The bits of another operand, or None where it is no flag of this class."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


def unique(enumeration):
    """A class decorator: no two names for one value."""
    duplicates = [(name, member._name_) for name, member in enumeration.__members__.items() if name != member._name_]
    if duplicates:
        details = ', '.join(f"{alias} -> {name}" for alias, name in duplicates)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A class decorator that makes an enumeration of a plain class."""
    def convert(cls):
        namespace = type(etype).__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__'):
                namespace[name] = value
        return type(etype)(cls.__name__, (etype,), namespace, boundary=boundary, _simple=True)
    return convert


def _test_simple_enum(checked_enum, simple_enum):
    """Raises TypeError where two enumerations differ that should be the same."""
    failed = []
    if checked_enum.__dict__ != simple_enum.__dict__:
        ignored = ('__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '_member_map_',
                   '_value2member_map_', '__firstlineno__')
        checked, simple = checked_enum._member_map_, simple_enum._member_map_
        for name in sorted(checked.keys() | simple.keys()):
            if name not in checked:
                failed.append(f'extra member in simple: {name!r}')
            elif name not in simple:
                failed.append(f'missing member in simple: {name!r}')
            elif checked[name]._value_ != simple[name]._value_:
                failed.append(f'{name!r} differs: checked {checked[name]._value_!r}, simple {simple[name]._value_!r}')
        for name in sorted((set(checked_enum.__dict__) ^ set(simple_enum.__dict__)) - set(ignored)):
            failed.append(f'only one has {name!r}')
    if failed:
        raise TypeError('enum mismatch:\n   %s' % '\n   '.join(failed))


class EnumCheck(StrEnum):
    """What verify() can check."""
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A class decorator that checks an enumeration's values."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _unique(self, enumeration):
        duplicates = [(name, one._name_) for name, one in enumeration.__members__.items() if name != one._name_]
        if duplicates:
            details = ', '.join(f"{alias} -> {name}" for alias, name in duplicates)
            raise ValueError(f'aliases found in {enumeration!r}: {details}')

    def _continuous(self, enumeration):
        values = {one.value for one in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            wanted = (1 << bit for bit in range(low.bit_length() - 1, high.bit_length()))
        else:
            wanted = range(low, high + 1)
        missing = [value for value in wanted if value not in values]
        if missing:
            kind = 'flag' if issubclass(enumeration, Flag) else 'enum'
            raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values "
                             f"{', '.join(str(value) for value in missing)}")

    def _named(self, enumeration):
        names, missing = [], 0
        known = {one._value_ for one in enumeration}
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            unnamed = [bit for bit in _bits_of(alias.value) if bit not in known]
            if unnamed:
                names.append(name)
                for bit in unnamed:
                    missing |= bit
        if names:
            subject = f"alias {names[0]} is" if len(names) == 1 else (
                f"aliases {', '.join(names[:-1])} and {names[-1]} are")
            number = f"value 0x{missing:x}" if _is_single_bit(missing) else f"combined values of 0x{missing:x}"
            raise ValueError(f"invalid Flag {enumeration.__name__!r}: {subject} missing {number} "
                             f"[use enum.show_flag_values(value) for details]")


def global_enum_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_})"
    # What no member names stands as a number.
    return '|'.join(name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split('|'))


def global_str(self):
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_})"
    return self._name_


def global_enum(cls, update_str=False):
    """Puts the members into the module's globals, and shows them as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
