import os, tempfile
with tempfile.TemporaryDirectory(prefix="gillab-") as name:
    print(os.path.isdir(name), os.path.basename(name)[:7], oct(os.stat(name).st_mode))
    os.makedirs(os.path.join(name, "a/b"))
    open(os.path.join(name, "a/f"), "w").close()
    os.symlink("/", os.path.join(name, "l"))
print(os.path.exists(name), os.path.isdir("/"))
directory = tempfile.TemporaryDirectory()
name = directory.name
print(repr(directory) == f"<TemporaryDirectory {name!r}>", directory.cleanup(), os.path.exists(name))
path = tempfile.mkdtemp(suffix="end", dir="/tmp")
print(path.endswith("end"), path.startswith("/tmp/tmp"), os.rmdir(path), tempfile.gettempdir() == tempfile.gettempdirb().decode())
# expect: True gillab- 0o40700
# expect: False True
# expect: True None False
# expect: True True None True
