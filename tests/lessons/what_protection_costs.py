# The lesson about the price of a lock per object runs, whatever the price.
# starts threads
import contextlib
import io
import os
import sys

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/what_protection_costs.py")
sys.argv = [path, "3"]
with contextlib.redirect_stdout(io.StringIO()) as text:
    exec(compile(open(path).read(), path, "exec"))
print([line.split(":")[0] for line in text.getvalue().splitlines()])
# expect: ['one thread', '2 threads', '3 threads']
