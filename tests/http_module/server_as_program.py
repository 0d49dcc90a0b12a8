# python -m http.server: its module runs as __main__ and finds itself, though a part of it asks for http.server.
import contextlib
import io
import runpy
import sys

sys.argv = ['server.py', '-h']
out = io.StringIO()
try:
    with contextlib.redirect_stdout(out):
        runpy.run_module('http.server', run_name='__main__', alter_sys=True)
except SystemExit as end:
    print(end.code, 'run as CGI server' in out.getvalue())

# expect: 0 True
