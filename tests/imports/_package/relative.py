import _package as parent

from . import NAME, inner
from .sub.deep import who

from_inner = inner.who()
from_sub = who()
