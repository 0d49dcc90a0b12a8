"""Warnings: messages about what works but should not be done, with filters that say what becomes of them."""
import sys
import _warnings
from _warnings import warn, warn_explicit

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings"]

defaultaction = "default"
onceregistry = {}
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")

# (action, pattern of the message or None, category, pattern of the module or None, line or 0). A pattern that is a str
# must be equal.
filters = [("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
           ("ignore", None, ResourceWarning, None, 0)]
_version = 1  # changes with the filters: what registries remember is then out of date


def _filters_mutated():
    global _version
    _version += 1


class WarningMessage:
    """One warning as it is shown or recorded."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning: its place, its category, the source line."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    line = line.strip()
    return f"{text}  {line}\n" if line else text


_formatwarning = formatwarning


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, stderr by default."""
    file = sys.stderr if file is None else file
    if file is None:
        return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_showwarning = showwarning


def _show(message):
    """Shows a warning; a program may have put its own function in the place of showwarning."""
    function = showwarning
    if function is not _showwarning and not callable(function):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    function(message.message, message.category, message.filename, message.lineno, message.file, message.line)


_showwarnmsg = _show


class _Prefix:
    """The pattern of a plain text: no regular expressions needed."""

    def __init__(self, text, any_case):
        self.text, self.any_case = text.lower() if any_case else text, any_case

    def match(self, text):
        return (text.lower() if self.any_case else text).startswith(self.text)

    def __eq__(self, other):
        return isinstance(other, _Prefix) and self.text == other.text and self.any_case == other.any_case


def _compiled(text, any_case):
    if not text:
        return None
    if not any(char in '.^$*+?{}[]\\|()' for char in text):
        return _Prefix(text, any_case)
    import re
    return re.compile(text, re.I if any_case else 0)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Puts a filter in front of the others."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter(action, _compiled(message, True), category, _compiled(module, False), lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Puts a filter for a category in front of the others."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """No filters at all."""
    filters[:] = []
    _filters_mutated()


def _place(frame, stacklevel):
    """The frame the warning is about."""
    try:
        for _ in range(stacklevel - 1):
            frame = frame.f_back
            if frame is None:
                break
    except AttributeError:
        frame = None
    if frame is None:
        return sys.__dict__, "sys", 1
    return frame.f_globals, frame.f_code.co_filename, frame.f_lineno


def _warn(message, category, stacklevel, source):
    """What warn() does: the exception it is to raise, or None."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    names, filename, lineno = _place(sys._getframe(1), stacklevel)
    module = names.get('__name__', "<string>")
    registry = names.setdefault("__warningregistry__", {})
    return _warn_explicit(message, category, filename, lineno, module, registry, names, source)


def _deprecated(name, message="{name!r} is deprecated and slated for removal in Python {remove}", *, remove,
                _version=sys.version_info):
    """For a module of the library that will not stay: warns whoever imports it."""
    shown = f"{remove[0]}.{remove[1]}"
    if _version[:2] > remove or _version[:2] == remove and _version[3] != "alpha":
        raise RuntimeError(f"{name!r} was slated for removal after Python {shown}")
    warn(message.format(name=name, remove=shown), DeprecationWarning, stacklevel=3)


def _matches(pattern, text):
    if pattern is None:
        return True
    return pattern == text if isinstance(pattern, str) else bool(pattern.match(text))


def _warn_explicit(message, category, filename, lineno, module, registry, module_globals, source):
    """What warn_explicit() does: the exception it is to raise, or None."""
    if module_globals is not None and not isinstance(module_globals, dict):
        raise TypeError(f"module_globals must be a dict, not '{type(module_globals).__name__}'")
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    registry = {} if registry is None else registry
    if registry.get('version', 0) != _version:
        registry.clear()
        registry['version'] = _version
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = defaultaction
    for item_action, pattern, item_category, module_pattern, line in filters:
        if _matches(pattern, text) and issubclass(category, item_category) and _matches(module_pattern, module) and (
                line == 0 or lineno == line):
            action = item_action
            break
    if action == "ignore" or _seen(action, registry, key, text, category):
        return
    if action == "error":
        return message
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _seen(action, registry, key, text, category):
    """Whether the action says that this warning was shown often enough."""
    if action == "once":
        registry[key] = 1
        seen = onceregistry.get((text, category))
        onceregistry[(text, category)] = 1
        return seen
    if action == "module":
        registry[key] = 1
        module_key = (text, category, 0)
        seen = registry.get(module_key)
        registry[module_key] = 1
        return seen
    if action == "default":
        registry[key] = 1
    elif action not in ("always", "error"):
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {action}")
    return False


class _OptionError(Exception):
    """What -W says is no filter."""


def _getaction(action):
    if not action:
        return "default"
    for known in _ACTIONS:
        if known.startswith("always" if action == "all" else action):
            return known
    raise _OptionError(f"invalid action: {action!r}")


def _getcategory(category):
    if not category:
        return Warning
    module_name, _, name = category.rpartition(".")
    try:
        module = __import__(module_name or "builtins", None, None, [name])
        found = getattr(module, name)
    except ImportError:
        raise _OptionError(f"invalid module name: {module_name!r}") from None
    except AttributeError:
        raise _OptionError(f"unknown warning category: {category!r}") from None
    if not issubclass(found, Warning):
        raise _OptionError(f"invalid warning category: {category!r}")
    return found


def _setoption(option):
    parts = [part.strip() for part in option.split(":")]
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {option!r}")
    action, message, category, module, lineno = parts + [""] * (5 - len(parts))
    action, category = _getaction(action), _getcategory(category)
    if message or module:
        import re
        message = re.escape(message)
        module = re.escape(module) + r"\Z" if module else module
    try:
        lineno = int(lineno or 0)
        if lineno < 0:
            raise ValueError
    except (ValueError, OverflowError):
        raise _OptionError(f"invalid lineno {lineno!r}") from None
    filterwarnings(action, message, category, module, lineno)


def _processoptions(options):
    for option in options:
        try:
            _setoption(option)
        except _OptionError as problem:
            print("Invalid -W option ignored:", problem, file=sys.stderr)


class catch_warnings:
    """Restores the filters after a block; with record=True the warnings go to a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ["record=True"] if self._record else []
        if self._module is not sys.modules['warnings']:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._filters, self._showwarning = module.filters, module.showwarning
        module.filters = self._filters[:]
        module._filters_mutated()
        log = None
        if self._record:
            log = []
            module.showwarning = lambda message, category, filename, lineno, file=None, line=None: log.append(
                WarningMessage(message, category, filename, lineno, file, line))
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        self._module.filters, self._module.showwarning = self._filters, self._showwarning
        self._module._filters_mutated()


_warnings.filters, _warnings._onceregistry = filters, onceregistry
_warnings._defaultaction, _warnings._filters_mutated = defaultaction, _filters_mutated
_processoptions(sys.warnoptions)
