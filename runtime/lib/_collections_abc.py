"""The same as collections.abc, under the name some code imports."""
from collections.abc import *
from collections.abc import _check_methods
