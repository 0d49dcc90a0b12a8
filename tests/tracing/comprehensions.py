"""A comprehension is a frame of its own."""
from _events import show


def comprehensions():
    a = [i for i in range(2)]
    b = {i: i
         for i in range(2)
         if i}
    c = {i for i in a}
    d = list(i for i in a if i)
    e = [x
         for y in [[1, 2], [3]]
         for x in y]
    f = lambda x: (
        x,
        a)
    f(1)


show(comprehensions)

# expect: call:comprehensions+0 line:comprehensions+1
# expect: call:<listcomp>+0 line:<listcomp>+0 line:<listcomp>+0 line:<listcomp>+0 retu:<listcomp>+0 line:comprehensions+2 line:comprehensions+3 line:comprehensions+2
# expect: call:<dictcomp>+0 line:<dictcomp>+0 line:<dictcomp>+1 line:<dictcomp>+2 line:<dictcomp>+0 line:<dictcomp>+0 line:<dictcomp>+1 line:<dictcomp>+2 line:<dictcomp>+0 line:<dictcomp>+0 retu:<dictcomp>+0 line:comprehensions+5
# expect: call:<setcomp>+0 line:<setcomp>+0 line:<setcomp>+0 line:<setcomp>+0 retu:<setcomp>+0 line:comprehensions+6
# expect: call:<genexpr>+0 line:<genexpr>+0 line:<genexpr>+0 retu:<genexpr>+0
# expect: call:<genexpr>+0 line:<genexpr>+0 retu:<genexpr>+0 line:comprehensions+7 line:comprehensions+8 line:comprehensions+7
# expect: call:<listcomp>+0 line:<listcomp>+0 line:<listcomp>+1 line:<listcomp>+2 line:<listcomp>+0 line:<listcomp>+2 line:<listcomp>+0 line:<listcomp>+0 line:<listcomp>+2 line:<listcomp>+0 line:<listcomp>+0 line:<listcomp>+0 line:<listcomp>+1 line:<listcomp>+2 line:<listcomp>+0 line:<listcomp>+2 line:<listcomp>+0 line:<listcomp>+0 line:<listcomp>+0 retu:<listcomp>+0 line:comprehensions+10 line:comprehensions+13
# expect: call:<lambda>+0 line:<lambda>+1 line:<lambda>+2 line:<lambda>+0 retu:<lambda>+0 retu:comprehensions+13
