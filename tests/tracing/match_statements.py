"""Only the cases that are looked at."""
from _events import show


def which(v):
    match v:
        case 1:
            return 'a'
        case [x, y] if x > y:
            return 'b'
        case {"k": z}:
            r = z
        case str() | bytes():
            r = 3
        case _:
            r = 4
    return r


for each in (1, [2, 1], [1, 2], {'k': 3}, 'x', None):
    show(which, each)

# expect: call:which+0 line:which+1 line:which+2 line:which+3 retu:which+3
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+5 retu:which+5
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+6 line:which+8 line:which+10 line:which+11 line:which+12 retu:which+12
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+6 line:which+7 line:which+12 retu:which+12
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+6 line:which+8 line:which+9 line:which+12 retu:which+12
# expect: call:which+0 line:which+1 line:which+2 line:which+4 line:which+6 line:which+8 line:which+10 line:which+11 line:which+12 retu:which+12
