import logging
import sys

log = logging.getLogger("z")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s %(extra)s"))
handler.setLevel("ERROR")
log.addHandler(handler)
log.addHandler(handler)
log.propagate = False
log.error("m", extra={"extra": 5})
log.warning("below the handler's level")
adapter = logging.LoggerAdapter(log, {"extra": "ad"})
adapter.error("via %s", "adapter")
print(adapter, handler, log.handlers == [handler])
handler.setFormatter(None)
handler.addFilter(lambda record: "secret" not in record.getMessage())
log.error("secret")
log.error("open %(a)s", {"a": 1})
log.addFilter(logging.Filter("other"))
log.error("never")
for attribute in ("message", "msg"):
    try:
        logging.getLogger().error("m", extra={attribute: 5})
    except KeyError as error:
        print(error)
logging.addLevelName(33, "ODD")
print(logging.getLevelName(33), logging.getLevelName("INFO"), logging.getLevelName(34))
for level in ("NOPE", 1.5):
    try:
        log.setLevel(level)
    except (ValueError, TypeError) as error:
        print(error)
# expect: ERROR m 5
# expect: ERROR via adapter ad
# expect: <LoggerAdapter z (WARNING)> <StreamHandler <stdout> (ERROR)> True
# expect: open 1
# expect: "Attempt to overwrite 'message' in LogRecord"
# expect: "Attempt to overwrite 'msg' in LogRecord"
# expect: ODD 20 Level 34
# expect: Unknown level: 'NOPE'
# expect: Level not an integer or a valid string: 1.5
