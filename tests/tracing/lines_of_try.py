"""Handlers, else and finally, left in every way."""
from _events import show


def handled():
    try:
        x = 1
        1 / 0
    except ValueError:
        y = 1
    except ZeroDivisionError as e:
        y = 2
    else:
        y = 3
    finally:
        z = 4
    return y


def returned():
    try:
        return 1
    finally:
        x = 2


def looped():
    for i in range(2):
        try:
            if i:
                break
            continue
        finally:
            y = 1


def again():
    try:
        try:
            raise KeyError
        except KeyError as e:
            raise TypeError from e
        finally:
            a = 1
    except TypeError:
        b = 2


def leaves():
    raise ValueError(1)


def caller():
    leaves()


for each in (handled, returned, looped, again, caller):
    show(each)

# expect: call:handled+0 line:handled+1 line:handled+2 line:handled+3 exce:handled+3 line:handled+4 line:handled+6 line:handled+7 line:handled+11 line:handled+12 retu:handled+12
# expect: call:returned+0 line:returned+1 line:returned+2 line:returned+4 retu:returned+4
# expect: call:looped+0 line:looped+1 line:looped+2 line:looped+3 line:looped+5 line:looped+7 line:looped+1 line:looped+2 line:looped+3 line:looped+4 line:looped+7 retu:looped+7
# expect: call:again+0 line:again+1 line:again+2 line:again+3 exce:again+3 line:again+4 line:again+5 exce:again+5 line:again+7 line:again+8 line:again+9 retu:again+9
# expect: call:caller+0 line:caller+1
# expect: call:leaves+0 line:leaves+1 exce:leaves+1 retu:leaves+1 exce:caller+1 retu:caller+1 ValueError(1)
