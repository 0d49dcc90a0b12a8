# A module is run once, and nobody sees it half done.
import builtins
from _run import together

seen = []

def work(number):
    import _slow_to_import
    seen.append(_slow_to_import.ready)

together(work, 8)
print(seen == [True] * 8, builtins.times_imported)   # expect: True 1
