"""A generator is called each time it goes on, and returns each time it yields."""
from _events import show


def gen():
    x = yield 1
    try:
        yield 2
    finally:
        y = 3
    return 5


def uses():
    it = gen()
    next(it)
    it.send(3)
    try:
        it.throw(KeyError)
    except KeyError:
        pass
    other = gen()
    next(other), next(other)
    other.close()
    for v in gen():
        w = v


def delegates():
    r = yield from gen()
    yield r


def all_of_it():
    for q in delegates():
        pass


early = gen()
next(early)
show(uses)
show(all_of_it)
show(lambda: list(early))

# expect: call:uses+0 line:uses+1 line:uses+2
# expect: call:gen+0 line:gen+1 retu:gen+1 line:uses+3
# expect: call:gen+1 line:gen+2 line:gen+3 retu:gen+3 line:uses+4 line:uses+5
# expect: call:gen+3 exce:gen+3 line:gen+5 retu:gen+5 exce:uses+5 line:uses+6 line:uses+7 line:uses+8 line:uses+9
# expect: call:gen+0 line:gen+1 retu:gen+1
# expect: call:gen+1 line:gen+2 line:gen+3 retu:gen+3 line:uses+10
# expect: call:gen+3 exce:gen+3 line:gen+5 retu:gen+5 line:uses+11
# expect: call:gen+0 line:gen+1 retu:gen+1 line:uses+12 line:uses+11
# expect: call:gen+1 line:gen+2 line:gen+3 retu:gen+3 line:uses+12 line:uses+11
# expect: call:gen+3 line:gen+5 line:gen+6 retu:gen+6 exce:uses+11 retu:uses+11
# expect: call:all_of_it+0 line:all_of_it+1
# expect: call:delegates+0 line:delegates+1
# expect: call:gen+0 line:gen+1 retu:gen+1 retu:delegates+1 line:all_of_it+2 line:all_of_it+1
# expect: call:delegates+1
# expect: call:gen+1 line:gen+2 line:gen+3 retu:gen+3 retu:delegates+1 line:all_of_it+2 line:all_of_it+1
# expect: call:delegates+1
# expect: call:gen+3 line:gen+5 line:gen+6 retu:gen+6 exce:delegates+1 line:delegates+2 retu:delegates+2 line:all_of_it+2 line:all_of_it+1
# expect: call:delegates+2 retu:delegates+2 retu:all_of_it+1
# expect: call:<lambda>+0 line:<lambda>+0
# expect: call:gen+1 line:gen+2 line:gen+3 retu:gen+3
# expect: call:gen+3 line:gen+5 line:gen+6 retu:gen+6 retu:<lambda>+0
