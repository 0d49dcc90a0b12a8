"""The parts of inspect about classes, arguments of frames and comments: what pydoc asks for."""
import types
from collections import namedtuple

Attribute = namedtuple('Attribute', 'name kind defining_class object')
Arguments = namedtuple('Arguments', 'args, varargs, varkw')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
for _each in (Attribute, Arguments, ArgInfo):
    _each.__module__ = 'inspect'


def classify_class_attrs(cls):
    """An Attribute for each name of dir(cls): its kind ('method', 'property', 'data' ...) and who defines it."""
    mro = cls.__mro__
    metamro = tuple(each for each in type(cls).__mro__ if each not in (type, object))
    class_bases = (cls,) + mro
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    result, processed = [], set()
    for name in names:
        home = get_obj = None
        dict_obj = _absent = object()
        if name not in processed:
            try:
                if name == '__dict__':
                    raise Exception("__dict__ is special, don't want the proxy")
                get_obj = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(get_obj, '__objclass__', home)
                if home not in class_bases:
                    home = None
                    for base in class_bases:
                        if getattr(base, name, None) is get_obj:
                            home = base
                    for base in metamro:
                        try:
                            if base.__getattr__(cls, name) is get_obj:
                                home = base
                        except AttributeError:
                            pass
        for base in class_bases + metamro:
            if name in base.__dict__:
                dict_obj = base.__dict__[name]
                if home not in metamro:
                    home = base
                break
        if home is None:
            continue
        value = get_obj if get_obj is not None else dict_obj
        kind, value = _kind_of(dict_obj, value)
        result.append(Attribute(name, kind, home, value))
        processed.add(name)
    return result


def _kind_of(found, value):
    import inspect
    if isinstance(found, (staticmethod, types.BuiltinMethodType)):
        return 'static method', found
    if isinstance(found, (classmethod, types.ClassMethodDescriptorType)):
        return 'class method', found
    if isinstance(found, property):
        return 'property', found
    return ('method' if inspect.isroutine(value) else 'data'), value


def walktree(classes, children, parent):
    """What getclasstree() makes its list with."""
    classes.sort(key=lambda each: (each.__module__, each.__name__))
    results = []
    for each in classes:
        results.append((each, each.__bases__))
        if each in children:
            results.append(walktree(children[each], children, each))
    return results


def getclasstree(classes, unique=False):
    """The classes as nested lists: a tuple (class, bases) and, behind it, a list of what is derived from it."""
    children, roots = {}, []
    for each in classes:
        if each.__bases__:
            for parent in each.__bases__:
                below = children.setdefault(parent, [])
                if each not in below:
                    below.append(each)
                if unique and parent in classes:
                    break
        elif each not in roots:
            roots.append(each)
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


def getargs(co):
    """Arguments(args, varargs, varkw) of a code object."""
    import inspect
    if not inspect.iscode(co):
        raise TypeError('{!r} is not a code object'.format(co))
    names, place = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    if co.co_flags & inspect.CO_VARARGS:
        varargs = names[place]
        place += 1
    if co.co_flags & inspect.CO_VARKEYWORDS:
        varkw = names[place]
    return Arguments(list(names[:co.co_argcount]) + list(names[co.co_argcount:co.co_argcount + co.co_kwonlyargcount]),
                     varargs, varkw)


def getargvalues(frame):
    """ArgInfo(args, varargs, keywords, locals) of a frame."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    """What getargvalues() gives, as a text in parentheses."""
    specs = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        specs.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        specs.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(specs) + ')'


def formatannotationrelativeto(object):
    """A function that shows annotations without the name of the object's own module."""
    module = getattr(object, '__module__', None)

    def show(annotation):
        from inspect import formatannotation
        return formatannotation(annotation, module)
    return show


def getcallargs(func, /, *positional, **named):
    """The names of a function's parameters with the values that this call would give them."""
    import inspect
    if inspect.ismethod(func):
        if func.__self__ is not None:
            positional = (func.__self__,) + positional
        func = func.__func__
    spec = inspect.getfullargspec(func)
    # A function with the same parameters that gives its variables: it says what is wrong as the real one would.
    values, shown = {}, []

    def with_default(name, default):
        values[f'_{len(values)}_'] = default
        return f'{name}=_{len(values) - 1}_'
    first = len(spec.args) - len(spec.defaults or ())
    for place, name in enumerate(spec.args):
        shown.append(name if place < first else with_default(name, spec.defaults[place - first]))
    if spec.varargs or spec.kwonlyargs:
        shown.append('*' + (spec.varargs or ''))
    known = spec.kwonlydefaults or {}
    shown += [with_default(name, known[name]) if name in known else name for name in spec.kwonlyargs]
    if spec.varkw:
        shown.append('**' + spec.varkw)
    exec(f"def made({', '.join(shown)}): return locals()", values)
    made = values['made']
    made.__name__ = made.__qualname__ = func.__name__
    result = made(*positional, **named)
    # What was given stands before the defaults.
    first = [*spec.args[:len(positional)], spec.varargs, spec.varkw, *named]
    return {name: result[name] for name in dict.fromkeys([*first, *spec.args, *spec.kwonlyargs]) if name in result}


def getlineno(frame):
    """The line a frame is at."""
    return frame.f_lineno


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine that waits."""
    frame = getattr(coroutine, 'cr_frame', None)
    return frame.f_locals if frame is not None else {}
