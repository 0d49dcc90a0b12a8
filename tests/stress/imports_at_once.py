# Many threads import the same modules, and packages that import each other, at the same moment: one module each, whole.
import sys
from _hammer import together

names = ["textwrap", "calendar", "statistics", "fractions", "difflib", "getopt", "shlex", "pprint"]
found = []


def load():
    modules = []
    for name in names:
        modules.append(__import__(name))
    assert modules[0].dedent("  x") == "x"
    assert modules[3].Fraction(1, 2) + 1 == modules[3].Fraction(3, 2)
    found.append(tuple(map(id, modules)))


together(*[load] * 6)
assert len(set(found)) == 1 and len(found) == 6
assert all(name in sys.modules for name in names)
print("one each")  # expect: one each
