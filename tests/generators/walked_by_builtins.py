# sum, any, all, min, max, list and tuple walk a generator without leaving it for each value: what it does meanwhile, what
# is left of it and what it sees stay as they are.
import sys


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def numbers(count):
    for number in range(count):
        yield number
    print('end')


rest = numbers(6)
print(any(number > 2 for number in rest), next(rest), list(rest), list(rest))
rest = iter([0, 1, 2, 3])
print(all(number < 2 for number in rest), list(rest))
print(sum(2**60 * n for n in range(5)), sum(0.5 * n for n in range(5)), sum([n] for n in ()), sum(1 == 1 for _ in 'abc'))
attempt(lambda: sum(str(n) for n in range(2)))
attempt(lambda: sum([n] for n in range(2)))
print(sum(([n] for n in range(3)), []), sum(n if n % 2 else n / 2 for n in range(6)))
print(max(n % 7 for n in range(20)), min(-n / 3 for n in range(4)), max((str(n) for n in range(12)), key=len))
print(max(x for x in [1, 2.5, 2**70, True]), min(x for x in ['b', 'a']))
attempt(lambda: max(n for n in ()))
print(tuple(n * n for n in range(4)), set(n % 3 for n in range(9)), sorted(-n for n in range(4)), ''.join(c for c in 'abc'))


def failing():
    yield 1
    yield 2
    raise KeyError('inside')


attempt(lambda: sum(failing()))
attempt(lambda: list(failing()))


def itself():
    yield 1
    try:
        sum(generator)
    except ValueError as error:
        print(error)
    yield 2


generator = itself()
print(sum(generator))


def who_asks():
    yield sys._getframe().f_back.f_code.co_name
    yield sys._getframe().f_back.f_code.co_name


def caller():
    return list(who_asks())


print(caller())
seen = []


def sees():
    for i in range(3):
        yield i
        seen.append(len(grown))


grown = []
grown.extend(sees())
print(seen, grown)


def closes():
    try:
        yield False
        yield True
        yield False
    finally:
        print('closed')


print(any(closes()))
try:
    raise ValueError('outer')
except ValueError:
    print(sum(sys.exc_info()[0] is ValueError for _ in range(2)))
half = reversed('abcdef')
print(next(half), ''.join(half), list(half), set('hello') == set('olleh'), len(set('a\xe9\u20ac' * 3)))
# expect: end
# expect: True 4 [5] []
# expect: False [3]
# expect: 11529215046068469760 5.0 0 3
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'list'
# expect: [0, 1, 2] 12.0
# expect: 6 -1.0 10
# expect: 1180591620717411303424 a
# expect: ValueError max() arg is an empty sequence
# expect: (0, 1, 4, 9) {0, 1, 2} [-3, -2, -1, 0] abc
# expect: KeyError 'inside'
# expect: KeyError 'inside'
# expect: generator already executing
# expect: 3
# expect: ['caller', 'caller']
# expect: [1, 2, 3] [0, 1, 2]
# expect: closed
# expect: True
# expect: 2
# expect: f edcba [] True 3
