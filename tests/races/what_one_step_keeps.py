# The scripts of scripts/races/layers/ in the layers that protect objects: what is one step for a script loses nothing,
# breaks nothing, frees nothing too early. Only counting in three steps may lose updates.
# starts threads
import contextlib
import io
import os
import re
import sys

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/races/layers")
sys.setswitchinterval(1e-5)
sys.argv = [sys.argv[0], "20000"]
for name in sorted(os.listdir(folder)):
    path = os.path.join(folder, name)
    text = open(path).read()
    rules = re.findall(r"^#: (expect|forbid) (.*?) : (.+)$", text, re.MULTILINE)
    assert len(rules) == text.count("\n#: ") and rules[0][0] == "expect", name
    ended = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(text, path, "exec"), ended)
    broken = [expression for kind, expression, _ in rules if bool(eval(expression, ended)) != (kind == "expect")]
    print(name, [] if name == "lost_updates.py" else broken)
# expect: dict_of_two_writers.py []
# expect: freed_too_early.py []
# expect: leaked.py []
# expect: list_of_two_writers.py []
# expect: lost_updates.py []
