import os, tempfile
from pathlib import Path


def refuse(function):
    try:
        return function()
    except Exception as error:
        return type(error).__name__


with tempfile.TemporaryDirectory() as name:
    root = Path(name).resolve()
    (root / "d/e").mkdir(parents=True)
    for link, target in ("loop", "loop"), ("one", "two"), ("two", "one/x"), ("to_e", "d/e"), ("absolute", root / "d"), ("gone", "no/where"):
        (root / link).symlink_to(target)

    def show(path):
        return os.path.relpath(path, root)

    print(sorted(map(show, root.glob("*/*"))), sorted(map(show, root.rglob("e"))), (root / "loop").is_dir(), (root / "loop").exists())
    for text in "loop", "loop/x", "one", "one/x/y", "to_e/../f", "to_e/g/h", "absolute/e/../q", "gone", "gone/..", "d/./no/../e":
        print(text, show(os.path.realpath(root / text)), refuse(lambda: show((root / text).resolve())),
              refuse(lambda: show((root / text).resolve(strict=True))), os.path.realpath(os.fsencode(root / text)) == os.fsencode(os.path.realpath(root / text)))
    print(os.path.ismount(root), os.path.ismount("/"), os.path.ismount(root / "loop"), os.path.ismount("a\udfff"))
os.environ["HOME"] = "/some/where/"
print(os.path.expanduser("~"), os.path.expanduser("~/x"), os.path.expanduser(b"~/x"), os.path.expanduser("~nobody_of_that_name/x"))
# expect: ['absolute/e', 'd/e'] ['d/e'] False False
# expect: loop loop RuntimeError RuntimeError True
# expect: loop/x loop/x RuntimeError RuntimeError True
# expect: one one/x RuntimeError RuntimeError True
# expect: one/x/y one/x/x/y RuntimeError RuntimeError True
# expect: to_e/../f d/f d/f FileNotFoundError True
# expect: to_e/g/h d/e/g/h d/e/g/h FileNotFoundError True
# expect: absolute/e/../q d/q d/q FileNotFoundError True
# expect: gone no/where no/where FileNotFoundError True
# expect: gone/.. no no FileNotFoundError True
# expect: d/./no/../e d/e d/e FileNotFoundError True
# expect: False True False False
# expect: /some/where /some/where/x b'/some/where/x' ~nobody_of_that_name/x
