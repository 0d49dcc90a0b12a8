from .. import NAME
from ..inner import who as inner_who


def who():
    return NAME + " deep " + inner_who()
