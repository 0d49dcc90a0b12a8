"""The name of CPython's C half of stat, which here is the whole."""
from stat import *
