# A line is written whole when it is one text.
import contextlib
import io
import sys
from _run import together

out = io.StringIO()
with contextlib.redirect_stdout(out):
    together(lambda number: [sys.stdout.write(f"{number} line {n}\n") for n in range(200)])
lines = out.getvalue().splitlines()
print(len(lines), len(set(lines)))                   # expect: 800 800
