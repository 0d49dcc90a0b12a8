import logging
import logging.config

old = logging.getLogger("old")
logging.config.dictConfig({
    "version": 1,
    "formatters": {"short": {"format": "%(levelname)s %(name)s %(message)s"}},
    "filters": {"only": {"name": "app"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "short", "level": "INFO", "filters": ["only"]}},
    "loggers": {"app": {"level": "DEBUG", "handlers": ["out"], "propagate": False}},
    "root": {"level": "ERROR"},
})
app = logging.getLogger("app")
app.debug("no")
app.info("yes")
print(old.disabled, app.handlers[0].name, logging.root.level, app.propagate)
for config in ({}, {"version": 2}, {"version": 1, "handlers": {"x": {"class": "no.such.Class"}}}, {"version": 1, "root": {"handlers": ["nope"]}}):
    try:
        logging.config.dictConfig(config)
    except ValueError as error:
        print(error)
# expect: INFO app yes
# expect: True out 40 False
# expect: dictionary doesn't specify a version
# expect: Unsupported version: 2
# expect: Unable to configure handler 'x'
# expect: Unable to configure root logger
