"""What stands in for gillab's own module `gillab` where another Python runs the script: `PYTHONPATH=scripts python3 ...`

It answers with the same keys. What only gillab can count is None: the figures of a lock that nobody can look into.
"""
import sys
import time

layer = sys.implementation.name
_started = time.perf_counter()


def _row():
    return {"turns": None, "forced_releases": None,
            "voluntary_releases": dict.fromkeys(("io", "sleep", "lock", "native", "end")),
            "held": None, "waited": None, "longest_wait": None,
            "in_io": None, "asleep": None, "in_locks": None, "in_native": None,
            "instructions": None, "objects_allocated": None, "objects_freed": None}


def stats():
    """As gillab.stats(): the figures of all threads together and of each, numbered in the order of their start."""
    return {"layer": layer, "seconds": time.perf_counter() - _started, "switches_a_second": None, "all": _row(),
            "threads": [{"thread": number, **_row()} for number in range(len(sys._current_frames()))],
            "most_waited_for": [], "most_counted_by_others": []}
