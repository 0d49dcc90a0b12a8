print("a,b,,c".split(","), " a  b c ".split(), "a-b-c".split("-", 1), "a-b-c".rsplit("-", 1))
# expect: ['a', 'b', '', 'c'] ['a', 'b', 'c'] ['a', 'b-c'] ['a-b', 'c']
print("".split(), "".split(","))  # expect: [] ['']
print("a b c d".rsplit(None, 2), "a b c d".split(None, 1), "x<>y<>z".split("<>"), "abc".split("abc"))
# expect: ['a b', 'c', 'd'] ['a', 'b c d'] ['x', 'y', 'z'] ['', '']
print("one\ntwo\r\nthree\rfour\x0bfive\u2028six".splitlines(), "a\nb\n".splitlines(True), "".splitlines())
# expect: ['one', 'two', 'three', 'four', 'five', 'six'] ['a\n', 'b\n'] []
print(",".join(["a", "b"]), "".join("xyz"), "-".join(()), "ab".join(["1"]), ", ".join(str(n) for n in range(4)))
# expect: a,b xyz  1 0, 1, 2, 3
try:
    ",".join([1, 2])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: sequence item 0: expected str instance, int found
try:
    ",".join(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only join an iterable
try:
    "a".split("")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: empty separator
