# Whatever the order of the steps: a script of scripts/races/ never ends as its `#: forbid` comments say, and all its
# expectations can be evaluated where it ended. The one that may hang for ever is left out.
import contextlib
import io
import os
import re
import sys

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/races")
sys.setswitchinterval(1e-5)
sys.argv = sys.argv[:1]
for name in sorted(os.listdir(folder)):
    if not name.endswith(".py") or name == "dining_philosophers_that_starve.py":
        continue
    path = os.path.join(folder, name)
    text = open(path).read()
    rules = re.findall(r"^#: (expect|interesting|forbid) (.*?) : (.+)$", text, re.MULTILINE)
    assert len(rules) == text.count("\n#: ") and rules[0][0] == "expect", name
    code = compile(text, path, "exec")
    for _ in range(5):
        ended = {"__name__": "__main__"}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(code, ended)
        outcomes = [kind for kind, expression, _ in rules if eval(expression, ended)]
        assert "forbid" not in outcomes, (name, outcomes)
    print(name)
# expect: bank_transfer.py
# expect: bank_transfer_with_locks.py
# expect: bounded_buffer.py
# expect: check_then_act.py
# expect: counter.py
# expect: counter_with_lock.py
# expect: dict_entry_plus_one.py
# expect: dining_philosophers.py
# expect: lazy_singleton.py
# expect: lazy_singleton_with_lock.py
