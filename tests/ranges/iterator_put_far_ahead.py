for whole in range(2 ** 32 + 2), range(2 ** 70, 2 ** 70 + 2 ** 34), range(2 ** 70, -2 ** 70, -2 ** 69):
    for place in 0, 1, 2 ** 32, -5, 2 ** 40:
        iterator = iter(whole)
        iterator.__setstate__(place)
        print(next(iterator, 'at its end'))

# expect: 0
# expect: 1
# expect: 4294967296
# expect: 0
# expect: at its end
# expect: 1180591620717411303424
# expect: 1180591620717411303425
# expect: 1180591620721706270720
# expect: 1180591620717411303424
# expect: at its end
# expect: 1180591620717411303424
# expect: 590295810358705651712
# expect: at its end
# expect: 1180591620717411303424
# expect: at its end
