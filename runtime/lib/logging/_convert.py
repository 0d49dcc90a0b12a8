# logging.config: containers whose strings such as cfg://handlers.x become objects when they are asked for.
import re


class ConvertingMixin:
    def convert_with_key(self, key, value, replace=True):
        result = self.configurator.convert(value)
        if value is not result:
            if replace:
                self[key] = result
            self._adopt(key, result)
        return result

    def convert(self, value):
        result = self.configurator.convert(value)
        if value is not result:
            self._adopt(None, result)
        return result

    def _adopt(self, key, result):
        if type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
            result.parent = self
            if key is not None:
                result.key = key


class ConvertingDict(dict, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


def resolve(name, importer):
    """The object that a dotted name leads to."""
    place, *parts = name.split(".")
    found = importer(place)
    for part in parts:
        place += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            importer(place)
            found = getattr(found, part)
    return found


def keywords_in(config):
    for name in config:
        if name != "." and not re.match("^[a-z_][a-z0-9_]*$", name, re.I):
            raise ValueError("Not a valid Python identifier: %r" % name)
    return {name: config[name] for name in config if name != "."}


class BaseConfigurator:
    """Turns strings such as ext://sys.stdout and cfg://handlers.x into objects."""

    CONVERT_PATTERN = re.compile(r"^(?P<prefix>[a-z]+)://(?P<suffix>.*)$")
    WORD_PATTERN = re.compile(r"^\s*(\w+)\s*")
    DOT_PATTERN = re.compile(r"^\.\s*(\w+)\s*")
    INDEX_PATTERN = re.compile(r"^\[\s*(\w+)\s*\]\s*")
    DIGIT_PATTERN = re.compile(r"^\d+$")
    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        try:
            return resolve(s, self.importer)
        except ImportError as error:
            raise ValueError("Cannot resolve %r: %s" % (s, error)) from error

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """What a path such as handlers.x[0] leads to."""
        match = self.WORD_PATTERN.match(value)
        if match is None:
            raise ValueError("Unable to convert %r" % value)
        found, rest = self.config[match[1]], value[match.end():]
        while rest:
            if match := self.DOT_PATTERN.match(rest):
                found = found[match[1]]
            elif match := self.INDEX_PATTERN.match(rest):
                found = self._item(found, match[1])
            else:
                raise ValueError("Unable to convert %r at %r" % (value, rest))
            rest = rest[match.end():]
        return found

    def _item(self, found, index):
        if not self.DIGIT_PATTERN.match(index):
            return found[index]
        try:
            return found[int(index)]
        except TypeError:
            return found[index]

    def convert(self, value):
        if isinstance(value, (ConvertingDict, ConvertingList, ConvertingTuple)):
            return value
        if isinstance(value, dict):
            value = ConvertingDict(value)
        elif isinstance(value, list):
            value = ConvertingList(value)
        elif isinstance(value, tuple) and not hasattr(value, "_fields"):
            value = ConvertingTuple(value)
        elif isinstance(value, str):
            match = self.CONVERT_PATTERN.match(value)
            if match and (converter := self.value_converters.get(match["prefix"])):
                value = getattr(self, converter)(match["suffix"])
            return value
        else:
            return value
        value.configurator = self
        return value

    def configure_custom(self, config):
        """Calls what () names with the rest as keywords."""
        make = config.pop("()")
        if not callable(make):
            make = self.resolve(make)
        made = make(**keywords_in(config))
        attributes = config.pop(".", None)
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value
