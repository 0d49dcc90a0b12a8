for make in (lambda: iter([1]), lambda: iter((1,)), lambda: iter("a"), lambda: iter({1}), lambda: iter({1: 2}),
        lambda: iter(range(1)), lambda: zip([1]), lambda: map(str, [1]), lambda: filter(None, [1]),
        lambda: enumerate([1]), lambda: reversed([1]), lambda: (x for x in [1]), lambda: iter(b"a"),
        lambda: iter({1: 2}.items())):
    it = make()
    next(it)
    print(next(it, "end"), next(it, "end"), list(it), iter(it) is it)
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
# expect: end end [] True
