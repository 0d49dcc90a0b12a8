# Fewer steps than the lesson has: it asks for a switch at each, and on a busy machine every one of them waits.
import contextlib
import io
import os
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/lost_updates.py")
source = open(path).read()
assert "steps = 100_000" in source
with contextlib.redirect_stdout(io.StringIO()) as text:
    exec(compile(source.replace("steps = 100_000", "steps = 500"), path, "exec"))
print(text.getvalue().splitlines()[0])               # expect: Two threads add 1, 500 times each.
print(text.getvalue().splitlines()[-1].strip())      # expect: With a lock: 1,000, as it must be.
