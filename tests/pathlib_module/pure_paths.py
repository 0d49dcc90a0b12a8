from pathlib import PurePath, PurePosixPath, Path
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

for text in "a/b.tar.gz", "/", "/a/b/", "", ".", "//a", "///a", "a/./b//c", "..", ".hidden", "a.", "/x/../y":
    path = PurePosixPath(text)
    print(repr(path), path.parts, path.root, path.name, path.stem, path.suffix, path.suffixes, path.parent, path.is_absolute())
path = PurePosixPath("/a/b/c.txt")
print(list(path.parents), path.parents[0], path.parents[-1], path.parents[:2], len(path.parents), refuse(lambda: path.parents[9]))
print(path / "d", path / "/x", "r" / PurePosixPath("s"), path.joinpath("x", "y"), refuse(lambda: path / 5))
print(path.with_name("d"), path.with_stem("e"), path.with_suffix(".py"), path.with_suffix(""), refuse(lambda: path.with_suffix("x")), refuse(lambda: PurePosixPath("/").with_name("a")), refuse(lambda: path.with_name("a/b")))
print(path.relative_to("/a"), path.is_relative_to("/x"), refuse(lambda: path.relative_to("b")), path.match("*.txt"), path.match("/a/*/c.*"), path.match("a/*"), refuse(lambda: path.match("")))
print(path == PurePosixPath("/a/b/c.txt"), path == "/a/b/c.txt", hash(path) == hash(PurePosixPath("/a//b/c.txt")), PurePosixPath("a") < PurePosixPath("b"), sorted([PurePosixPath("b"), PurePosixPath("a/c")]))
print(path.as_posix(), path.as_uri(), bytes(path), str(path), refuse(lambda: PurePosixPath("a").as_uri()), refuse(lambda: PurePosixPath(5)), refuse(lambda: PurePosixPath(b"a")))
print(type(PurePath("a")).__name__, type(Path("a")).__name__, isinstance(Path("a"), PurePath), Path("a") == PurePosixPath("a"), {Path("x"): 1}[Path("x")])
# expect: PurePosixPath('a/b.tar.gz') ('a', 'b.tar.gz')  b.tar.gz b.tar .gz ['.tar', '.gz'] a False
# expect: PurePosixPath('/') ('/',) /    [] / True
# expect: PurePosixPath('/a/b') ('/', 'a', 'b') / b b  [] /a True
# expect: PurePosixPath('.') ()     [] . False
# expect: PurePosixPath('.') ()     [] . False
# expect: PurePosixPath('//a') ('//', 'a') // a a  [] // True
# expect: PurePosixPath('/a') ('/', 'a') / a a  [] / True
# expect: PurePosixPath('a/b/c') ('a', 'b', 'c')  c c  [] a/b False
# expect: PurePosixPath('..') ('..',)  .. ..  [] . False
# expect: PurePosixPath('.hidden') ('.hidden',)  .hidden .hidden  [] . False
# expect: PurePosixPath('a.') ('a.',)  a. a.  [] . False
# expect: PurePosixPath('/x/../y') ('/', 'x', '..', 'y') / y y  [] /x/.. True
# expect: [PurePosixPath('/a/b'), PurePosixPath('/a'), PurePosixPath('/')] /a/b / (PurePosixPath('/a/b'), PurePosixPath('/a')) 3 IndexError: 9
# expect: /a/b/c.txt/d /x r/s /a/b/c.txt/x/y TypeError: unsupported operand type(s) for /: 'PurePosixPath' and 'int'
# expect: /a/b/d /a/b/e.txt /a/b/c.py /a/b/c ValueError: Invalid suffix 'x' ValueError: PurePosixPath('/') has an empty name ValueError: Invalid name 'a/b'
# expect: b/c.txt False ValueError: '/a/b/c.txt' is not in the subpath of 'b' OR one path is relative and the other is absolute. True True False ValueError: empty pattern
# expect: True False True True [PurePosixPath('a/c'), PurePosixPath('b')]
# expect: /a/b/c.txt file:///a/b/c.txt b'/a/b/c.txt' /a/b/c.txt ValueError: relative path can't be expressed as a file URI TypeError: expected str, bytes or os.PathLike object, not int TypeError: argument should be a str object or an os.PathLike object returning str, not <class 'bytes'>
# expect: PurePosixPath PosixPath True True 1
