# What it prints is measured, so only its form is looked at.
import contextlib
import io
import os
import re
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/waiting_overlaps.py")
with contextlib.redirect_stdout(io.StringIO()) as text:
    exec(compile(open(path).read(), path, "exec"))
print(re.sub(r"\d+ ms", "N ms", "\n".join(text.getvalue().splitlines()[::2])))
# expect: wait: 4 in a row N ms, in 4 threads N ms
# expect: compute: 4 in a row N ms, in 4 threads N ms
