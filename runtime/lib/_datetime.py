"""The name of CPython's C half of datetime, which here is the whole."""
from datetime import *
from datetime import UTC
