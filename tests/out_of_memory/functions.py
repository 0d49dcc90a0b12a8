# every allocation fails once
def outer(a, b=[2], *rest, key=None, **more):
    def inner(c):
        nonlocal a
        a += c
        return a, b, rest, key, more

    return inner


def decorate(function):
    def wrapper(*args, **keywords):
        return [function(*args, **keywords)]

    return wrapper


@decorate
def decorated(x, y=1):
    return x, y


print(outer(1)(2), outer(1, 2, 3, key=4, z=5)(6))  # expect: (3, [2], (), None, {}) (7, 2, (3,), 4, {'z': 5})
print(decorated(1), decorated(*[1], **{"y": 2}))  # expect: [(1, 1)] [(1, 2)]
print(list(map(lambda x, y: (x, y), [1, 2], [3, 4])), max([1, 3, 2], key=lambda x: -x))  # expect: [(1, 3), (2, 4)] 1
try:
    outer()
except TypeError as error:
    print(error)  # expect: outer() missing 1 required positional argument: 'a'
print(eval("[x * 2 for x in range(3)]"), compile("1+1", "f", "eval").co_filename)  # expect: [0, 2, 4] f
namespace = {}
exec("def made(x): return x + 1\ny = made(1)", namespace)
print(namespace["y"])  # expect: 2


def grade(value):
    match value:
        case [first, *others]:
            return first, others
        case {"key": found, **rest}:
            return found, rest
        case str() | int():
            return value


print(grade([1, 2, 3]), grade({"key": 1, "more": 2}), grade("s"))  # expect: (1, [2, 3]) (1, {'more': 2}) s
