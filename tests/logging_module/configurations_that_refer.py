# logging.config: cfg:// and ext:// paths, custom formatters with "format", wrong paths; listen() takes a configuration.
import io
import json
import logging
import logging.config
import os
import socket
import struct
import sys
import tempfile

out = io.StringIO()


class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


logging.config.dictConfig({
    "version": 1,
    "shared": {"shout": {"()": Upper, "format": "%(levelname)s %(message)s", ".": {"extra": [1]}}},
    "formatters": "cfg://shared",
    "streams": [{"stream": "ext://__main__.out"}],
    "handlers": {"hand": {"class": "logging.StreamHandler", "formatter": "shout", "stream": "cfg://streams[0].stream"}},
    "root": {"handlers": ["hand"], "level": "INFO"}})
logging.info("heard")
print(out.getvalue(), logging.root.handlers[0].formatter.extra)
# expect: INFO HEARD
# expect:  [1]

configurator = logging.config.BaseConfigurator({"a": [1, {"b": 2}], "t": (3, 4)})
print(configurator.convert("cfg://a[1].b"), configurator.cfg_convert("t[0]"), configurator.convert("ext://os.sep"))
# expect: 2 3 /
for path in "a[1", "!", "nothing":
    try:
        configurator.cfg_convert(path)
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
# expect: ValueError Unable to convert 'a[1' at '[1'
# expect: ValueError Unable to convert '!'
# expect: KeyError 'nothing'
try:
    logging.config.dictConfig({"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "9": 1}}})
except ValueError as error:
    print(error, "|", error.__cause__)
# expect: Unable to configure handler 'h' | Not a valid Python identifier: '9'

with tempfile.NamedTemporaryFile("w", suffix=".ini") as file:
    for text in "", "nonsense":
        file.write(text)
        file.flush()
        try:
            logging.config.fileConfig(file.name)
        except RuntimeError as error:
            print(str(error).replace(file.name, "FILE").splitlines()[0])
# expect: FILE is an empty file
# expect: FILE is invalid: File contains no section headers.
try:
    logging.config.fileConfig("/nowhere.ini")
except FileNotFoundError as error:
    print(error)  # expect: /nowhere.ini doesn't exist

listener = logging.config.listen(0, verify=lambda data: data.replace(b"ERROR", b"DEBUG"))
listener.start()
listener.ready.wait()
listener.ready.clear()
data = json.dumps({"version": 1, "root": {"level": "ERROR"}}).encode()
with socket.create_connection(("localhost", listener.port)) as connection:
    connection.sendall(struct.pack(">L", len(data)) + data)
    listener.ready.wait()
print(logging.root.level == logging.DEBUG)  # expect: True
logging.config.stopListening()
listener.join()
