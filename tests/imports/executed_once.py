import _noisy  # expect: noisy runs
import _noisy
from _noisy import x
print(x)  # expect: 3
