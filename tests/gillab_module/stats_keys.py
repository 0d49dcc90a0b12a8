# The module and what stands in for it on other Pythons answer with the same keys.
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts"))
import gillab

figures = gillab.stats()
row = figures["threads"][0]
print(*figures)                                      # expect: layer seconds switches_a_second all threads most_waited_for most_counted_by_others
print(*row.pop("voluntary_releases"))                # expect: io sleep lock native end
print(*list(row)[:6])                                # expect: thread turns forced_releases held waited longest_wait
print(*list(row)[6:])     # expect: in_io asleep in_locks in_native instructions objects_allocated objects_freed
print(row.keys() - figures["all"].keys(), type(gillab.layer).__name__)   # expect: {'thread'} str
