# timeout: 120
import contextlib
import io
import os
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/lost_updates.py")
with contextlib.redirect_stdout(io.StringIO()) as text:
    exec(compile(open(path).read(), path, "exec"))
print(text.getvalue().splitlines()[0])               # expect: Two threads add 1, 100,000 times each.
print(text.getvalue().splitlines()[-1].strip())      # expect: With a lock: 200,000, as it must be.
