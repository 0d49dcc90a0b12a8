# Logging set up from a dict or a file.
import io
import os
import sys

import logging
import logging.handlers
from logging._convert import (BaseConfigurator, ConvertingDict, ConvertingList, ConvertingMixin, ConvertingTuple,
                              keywords_in, resolve)
from logging._listen import listen, stopListening

DEFAULT_LOGGING_CONFIG_PORT = 9030


def _import(name):
    __import__(name)
    return sys.modules[name]


def _resolve(name):
    return resolve(name, _import)


BaseConfigurator.importer = staticmethod(_import)
for _each in (BaseConfigurator, ConvertingDict, ConvertingList, ConvertingMixin, ConvertingTuple, listen, stopListening):
    _each.__module__ = __name__


def _forget_handlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


class DictConfigurator(BaseConfigurator):
    """Sets logging up as a dict says."""

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        if config.pop("incremental", False):
            return self._configure_levels(config)
        disable = config.pop("disable_existing_loggers", True)
        _forget_handlers()
        formatters = self._made("formatter", config.get("formatters", {}), self.configure_formatter)
        filters = self._made("filter", config.get("filters", {}), self.configure_filter)
        self._formatters, self._filters = formatters, filters
        handlers = {}
        self._handlers = handlers
        later = []
        for name in sorted(config.get("handlers", {})):
            self._make_handler(name, config["handlers"][name], later)
        for name in later:
            self._make_handler(name, config["handlers"][name], None)
        self._configure_loggers(config.get("loggers", {}), disable)
        if config.get("root"):
            try:
                self._set_up(logging.getLogger(), config["root"])
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _made(self, what, configs, make):
        made = {}
        for name in configs:
            try:
                made[name] = make(configs[name])
            except Exception as error:
                raise ValueError("Unable to configure %s %r" % (what, name)) from error
        return made

    def configure_formatter(self, config):
        if "()" in config:
            make = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                config["fmt"] = config.pop("format")  # which is its name in Formatter
                config["()"] = make
                return self.configure_custom(config)
        cls = _resolve(config["class"]) if config.get("class") else logging.Formatter
        options = {"validate": config["validate"]} if "validate" in config else {}
        return cls(config.get("format"), config.get("datefmt"), config.get("style", "%"), **options)

    def configure_filter(self, config):
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def _make_handler(self, name, config, later):
        try:
            target = config.get("target")
            if target is not None and later is not None and isinstance(target, str) and target not in self._handlers:
                later.append(name)
                return
            made = self.configure_handler(config)
            made.name = name
            self._handlers[name] = made
        except Exception as error:
            raise ValueError("Unable to configure handler %r" % name) from error

    def configure_handler(self, config):
        for_later = dict(config)  # what is taken out here is not lost to who asks for it by cfg://
        try:
            return self._handler_of(config)
        finally:
            config.update(for_later)

    def _handler_of(self, config):
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self._formatters[formatter]
            except KeyError as error:
                raise ValueError("Unable to set formatter %r" % formatter) from error
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        if "()" in config:
            made = self.configure_custom(config)
        else:
            cls = config.pop("class")
            if not callable(cls):
                cls = self.resolve(cls)
            if isinstance(config.get("target"), str) and issubclass(cls, logging.handlers.MemoryHandler):
                config["target"] = self._handlers[config["target"]]
            attributes = config.pop(".", None)
            made = cls(**keywords_in(config))
            for name, value in (attributes or {}).items():
                setattr(made, name, value)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(logging._checkLevel(level))
        self._add_filters(made, filters)
        return made

    def _add_filters(self, filterer, filters):
        for one in filters or ():
            try:
                filterer.addFilter(one if callable(one) or callable(getattr(one, "filter", None)) else self._filters[one])
            except Exception as error:
                raise ValueError("Unable to add filter %r" % one) from error

    def _configure_loggers(self, configs, disable):
        existing = [name for name, logger in logging.root.manager.loggerDict.items()
                    if isinstance(logger, logging.Logger)]
        for name in configs:
            try:
                self._set_up(logging.getLogger(name), configs[name])
                logging.getLogger(name).disabled = False
                propagate = configs[name].get("propagate")
                if propagate is not None:
                    logging.getLogger(name).propagate = propagate
            except Exception as error:
                raise ValueError("Unable to configure logger %r" % name) from error
        for name in existing:
            if name in configs:
                continue
            logger = logging.getLogger(name)
            if any(name.startswith(parent + ".") for parent in configs):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = disable

    def _set_up(self, logger, config):
        level = config.get("level")
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in config.get("handlers") or ():
            try:
                logger.addHandler(self._handlers[name])
            except Exception as error:
                raise ValueError("Unable to add handler %r" % name) from error
        self._add_filters(logger, config.get("filters"))

    def _configure_levels(self, config):
        handlers = config.get("handlers", {})
        for name in handlers:
            handler = handlers[name]
            found = logging._handlers.get(name)
            if found is None:
                raise ValueError("No handler found with name %r" % name)
            if handler.get("level"):
                found.setLevel(logging._checkLevel(handler["level"]))
        loggers = dict(config.get("loggers", {}))
        if config.get("root"):
            loggers[None] = config["root"]
        for name, settings in loggers.items():
            if settings.get("level") is not None:
                logging.getLogger(name).setLevel(settings["level"])


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Sets logging up as a dict says."""
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Sets logging up as an ini file says."""
    import configparser
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if not os.path.getsize(fname):
            raise RuntimeError(f"{fname} is an empty file")
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        try:
            parser = configparser.ConfigParser(defaults)
            if hasattr(fname, "readline"):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=io.text_encoding(encoding))
        except configparser.ParsingError as error:
            raise RuntimeError(f"{fname} is invalid: {error}")
    names = {kind: [name.strip() for name in parser[kind]["keys"].split(",") if name.strip()]
             for kind in ("loggers", "handlers", "formatters")}
    space = vars(logging)
    made = {}
    _forget_handlers()
    formatters = {}
    for name in names["formatters"]:
        section = "formatter_" + name
        cls = parser.get(section, "class", fallback=None)
        formatters[name] = (_resolve(cls) if cls else logging.Formatter)(
            parser.get(section, "format", raw=True, fallback=None),
            parser.get(section, "datefmt", raw=True, fallback=None),
            parser.get(section, "style", raw=True, fallback="%"))
    for name in names["handlers"]:
        section = parser["handler_" + name]
        try:
            cls = eval(section["class"], space)
        except (AttributeError, NameError):
            cls = _resolve(section["class"])
        handler = cls(*eval(section.get("args", "()"), space), **eval(section.get("kwargs", "{}"), space))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter"):
            handler.setFormatter(formatters[section["formatter"]])
        made[name] = handler
    existing = [name for name, logger in logging.root.manager.loggerDict.items() if isinstance(logger, logging.Logger)]
    for name in names["loggers"]:
        section = parser["logger_" + name]
        logger = logging.getLogger() if name == "root" else logging.getLogger(section["qualname"])
        if section.get("level"):
            logger.setLevel(section["level"])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for handler in section.get("handlers", "").split(","):
            if handler.strip():
                logger.addHandler(made[handler.strip()])
        if name != "root":
            logger.propagate = section.getint("propagate", fallback=1)
            logger.disabled = False
            existing = [one for one in existing if one != section["qualname"]]
    for name in existing:
        logging.getLogger(name).disabled = disable_existing_loggers
