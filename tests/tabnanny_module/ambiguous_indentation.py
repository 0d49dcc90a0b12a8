"""Indentation that depends on the width of a tab is found; what is right is not."""
import contextlib
import io
import os
import tabnanny
import tempfile
import tokenize

SOURCES = {
    'good': 'def f():\n    if 1:\n        return 2\n',
    'tabs': 'def f():\n\tif 1:\n\t\treturn 2\n',
    'mixed': 'if 1:\n        a = 1\n\tb = 2\n',
    'deeper': 'if 1:\n\tif 2:\n            a = 1\n',
}


def check(name, **settings):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name + '.py')
        with open(path, 'w') as file:
            file.write(SOURCES[name])
        out = io.StringIO()
        tabnanny.verbose = settings.get('verbose', 0)
        tabnanny.filename_only = settings.get('filename_only', 0)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            tabnanny.check(path)
        print(name, out.getvalue().replace(path, 'PATH').splitlines())


for name in SOURCES:
    check(name)
    check(name, verbose=1)
check('mixed', filename_only=1)
lines = iter(SOURCES['mixed'].splitlines(True))
try:
    tabnanny.process_tokens(tokenize.generate_tokens(lambda: next(lines, '')))
except tabnanny.NannyNag as nag:
    print(nag.get_lineno(), nag.get_msg(), repr(nag.get_line()))

# expect: good []
# expect: good ["'PATH': Clean bill of health."]
# expect: tabs []
# expect: tabs ["'PATH': Clean bill of health."]
# expect: mixed ["PATH 3 '\\tb = 2\\n'"]
# expect: mixed ["'PATH': *** Line 3: trouble in tab city! ***", "offending line: '\\tb = 2\\n'", 'indent not equal e.g. at tab sizes 1, 2, 3, 4, 5, 6, 7, 9']
# expect: deeper ["PATH 3 '            a = 1\\n'"]
# expect: deeper ["'PATH': *** Line 3: trouble in tab city! ***", "offending line: '            a = 1\\n'", 'indent not greater e.g. at tab sizes 12, 13']
# expect: mixed ['PATH']
# expect: 3 indent not equal e.g. at tab sizes 1, 2, 3, 4, 5, 6, 7, 9 '\tb = 2\n'
