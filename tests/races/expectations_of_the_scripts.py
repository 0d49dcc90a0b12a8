# Whatever the order of the steps: a script of scripts/races/ never ends as its `#: forbid` comments say, and all its
# expectations can be evaluated where it ended. Those that may hang for ever are left out.
import contextlib
import io
import os
import re
import sys

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/races")
sys.setswitchinterval(1e-5)
sys.argv = sys.argv[:1]
may_hang = {"barrier_misuse.py", "deadlock_of_three.py", "dining_philosophers_that_starve.py", "lost_notify.py",
            "polite_livelock.py", "waits_for_ever.py"}
for name in sorted(os.listdir(folder)):
    if not name.endswith(".py") or name in may_hang:
        continue
    path = os.path.join(folder, name)
    text = open(path).read()
    rules = re.findall(r"^#: (expect|interesting|forbid) (.*?) : (.+)$", text, re.MULTILINE)
    assert len(rules) == text.count("\n#: ") - text.count("\n#: show ") and rules[0][0] == "expect", name
    code = compile(text, path, "exec")
    for _ in range(5):
        ended = {"__name__": "__main__"}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(code, ended)
        outcomes = [kind for kind, expression, _ in rules if eval(expression, ended)]
        assert "forbid" not in outcomes, (name, outcomes)
    print(name)
# expect: aba_on_a_stack.py
# expect: bank_transfer.py
# expect: bank_transfer_with_locks.py
# expect: bounded_buffer.py
# expect: check_then_act.py
# expect: counter.py
# expect: counter_with_lock.py
# expect: dict_entry_plus_one.py
# expect: dining_philosophers.py
# expect: freed_while_referenced.py
# expect: half_an_update.py
# expect: iterator_invalidated.py
# expect: lazy_singleton.py
# expect: lazy_singleton_with_lock.py
# expect: needs_four_preemptions.py
# expect: petersons_lock.py
# expect: publish_before_filled.py
# expect: sum_while_written.py
# expect: ticket_lock.py
