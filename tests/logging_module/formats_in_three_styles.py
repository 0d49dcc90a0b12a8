import logging

record = logging.makeLogRecord({"msg": "m %s", "args": (1,), "levelname": "INFO", "name": "n", "created": 0.25, "msecs": 250.0})
for fmt, style in [("%(levelname)-8s|%(message)s", "%"), ("{levelname:>8}|{message}", "{"), ("$levelname|${message} $$", "$")]:
    print(logging.Formatter(fmt, style=style).format(record))
print(logging.Formatter("%(x)s %(message)s", defaults={"x": 5}).format(record), logging.Formatter("%(asctime)s", "%M.%S").format(record))
print(logging.Formatter().formatTime(record)[-4:], logging.Formatter("%(asctime)s").usesTime(), record)
for arguments in [("%(x",), ("{x!z}", None, "{"), ("$", None, "$"), ("x", None, "q"), ("{}", None, "{"), ("plain",)]:
    try:
        logging.Formatter(*arguments)
    except ValueError as error:
        print(error)
try:
    logging.Formatter("%(nope)s").format(record)
except ValueError as error:
    print(error)
# expect: INFO    |m 1
# expect:     INFO|m 1
# expect: INFO|m 1 $
# expect: 5 m 1 00.00
# expect: ,250 True <LogRecord: n, None, , 0, "m %s">
# expect: Invalid format '%(x' for '%' style
# expect: invalid format: invalid conversion: 'z'
# expect: invalid format: bare '$' not allowed
# expect: Style must be one of: %,{,$
# expect: invalid format: no fields
# expect: Invalid format 'plain' for '%' style
# expect: Formatting field not found in record: 'nope'
