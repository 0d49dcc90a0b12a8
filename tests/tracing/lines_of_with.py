"""A with statement is told of at its end too."""
from _events import show


class Manager:
    def __init__(self, eats):
        self.eats = eats

    def __enter__(self):
        return 1

    def __exit__(self, *args):
        return self.eats


EATS, LETS = Manager(True), Manager(False)


def simple():
    with EATS as x:
        y = x
    with EATS:
        1 / 0
    with LETS as a, \
         EATS as b:
        raise ValueError
    return 1


def leaving():
    for i in range(2):
        with LETS:
            if i:
                break
            continue
    with LETS:
        return 3


show(simple)
show(leaving)

# expect: call:simple+0 line:simple+1
# expect: call:__enter__+0 line:__enter__+1 retu:__enter__+1 line:simple+2 line:simple+1
# expect: call:__exit__+0 line:__exit__+1 retu:__exit__+1 line:simple+3
# expect: call:__enter__+0 line:__enter__+1 retu:__enter__+1 line:simple+4 exce:simple+4 line:simple+3
# expect: call:__exit__+0 line:__exit__+1 retu:__exit__+1 line:simple+5
# expect: call:__enter__+0 line:__enter__+1 retu:__enter__+1 line:simple+6 line:simple+5
# expect: call:__enter__+0 line:__enter__+1 retu:__enter__+1 line:simple+6 line:simple+7 exce:simple+7 line:simple+5
# expect: call:__exit__+0 line:__exit__+1 retu:__exit__+1
# expect: call:__exit__+0 line:__exit__+1 retu:__exit__+1 line:simple+8 retu:simple+8
# expect: call:leaving+0 line:leaving+1 line:leaving+2
# expect: call:__enter__+0 line:__enter__+1 retu:__enter__+1 line:leaving+3 line:leaving+5 line:leaving+2
# expect: call:__exit__+0 line:__exit__+1 retu:__exit__+1 line:leaving+1 line:leaving+2
# expect: call:__enter__+0 line:__enter__+1 retu:__enter__+1 line:leaving+3 line:leaving+4 line:leaving+2
# expect: call:__exit__+0 line:__exit__+1 retu:__exit__+1 line:leaving+6
# expect: call:__enter__+0 line:__enter__+1 retu:__enter__+1 line:leaving+7 line:leaving+6
# expect: call:__exit__+0 line:__exit__+1 retu:__exit__+1 retu:leaving+6
