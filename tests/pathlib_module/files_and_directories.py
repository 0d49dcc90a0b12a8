import os, tempfile
from pathlib import Path
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

with tempfile.TemporaryDirectory() as name:
    root = Path(name)
    show = lambda paths: sorted(str(path.relative_to(root)) for path in paths)
    (root / "a/b").mkdir(parents=True)
    file = root / "a" / "f.txt"
    print(file.exists(), file.write_text("héllo\n"), file.read_text(), file.read_bytes(), file.write_bytes(b"xyz"), file.stat().st_size)
    with file.open("a") as f:
        f.write("more")
    print(file.read_text(), file.is_file(), file.is_dir(), file.parent.is_dir(), file.samefile(str(file)))
    print(refuse(lambda: (root / "a").mkdir()).split(":")[0], (root / "a").mkdir(exist_ok=True), refuse(lambda: (root / "x/y").mkdir()).split(":")[0])
    (root / "l").symlink_to("a")
    (root / "broken").symlink_to("nothing")
    print((root / "l").is_symlink(), (root / "l").readlink(), (root / "broken").exists(), (root / "broken").is_symlink(), (root / "l").resolve() == (root / "a").resolve())
    (root / "a/b/g.py").touch()
    (root / ".hidden").touch()
    print(refuse(lambda: (root / ".hidden").touch(exist_ok=False)).split(":")[0], show(root.iterdir()))
    print(show(root.glob("*")), show(root.glob("a/*")), show(root.glob("*/*.txt")), show(root.glob("**/*.py")), show(root.rglob("*.txt")), show(root.glob("**")))
    print(refuse(lambda: list(root.glob(""))), refuse(lambda: list(root.glob("/x"))), show(root.glob("a/f.txt")), show(root.glob("[ab]/?.txt")))
    moved = file.rename(root / "moved")
    print(moved == root / "moved", file.exists(), moved.replace(root / "again").name, refuse(moved.unlink).split(":")[0], moved.unlink(missing_ok=True))
    (root / "hard").hardlink_to(root / "again")
    print((root / "hard").stat().st_nlink, (root / "hard").chmod(0o600), oct((root / "hard").stat().st_mode), (root / "a/b/g.py").unlink(), (root / "a/b").rmdir(), show((root / "a").iterdir()))
    os.chdir(root)
    print(Path.cwd() == root.resolve(), Path("again").absolute() == Path.cwd() / "again", Path("a/../again").resolve() == Path.cwd() / "again", Path().resolve() == Path.cwd())
    print(refuse(lambda: Path("no").resolve(strict=True)).split(":")[0], Path("~").expanduser() == Path.home(), refuse(lambda: Path("x").write_text(5)), os.fspath(Path("q")))
    os.chdir("/")
# expect: False 6 héllo
# expect:  b'h\xc3\xa9llo\n' 3 3
# expect: xyzmore True False True True
# expect: FileExistsError None FileNotFoundError
# expect: True a False True True
# expect: FileExistsError ['.hidden', 'a', 'broken', 'l']
# expect: ['.hidden', 'a', 'broken', 'l'] ['a/b', 'a/f.txt'] ['a/f.txt', 'l/f.txt'] ['a/b/g.py'] ['a/f.txt'] ['.', 'a', 'a/b']
# expect: ValueError: Unacceptable pattern: '' NotImplementedError: Non-relative patterns are unsupported ['a/f.txt'] ['a/f.txt']
# expect: True False again FileNotFoundError None
# expect: 2 None 0o100600 None None []
# expect: True True True True
# expect: FileNotFoundError True TypeError: data must be str, not int q
