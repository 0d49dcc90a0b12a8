import io, os, tempfile, zipapp, zipfile


def refuse(function, *args, **named):
    try:
        return function(*args, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


folder = tempfile.mkdtemp()
source = os.path.join(folder, "source")
os.makedirs(os.path.join(source, "package"))
for name in "hello.py", "package/__init__.py", "package/data.txt":
    with open(os.path.join(source, name), "w") as file:
        file.write("def run():\n    print('hello')\n")
print(refuse(zipapp.create_archive, source), refuse(zipapp.create_archive, os.path.join(folder, "no")))
print(refuse(zipapp.create_archive, source, main="hello"), refuse(zipapp.create_archive, source, main="a b:c"))
zipapp.create_archive(source, main="hello:run", interpreter="/usr/bin/env x")
target = os.path.join(folder, "source.pyz")
with zipfile.ZipFile(target) as archive:
    print(sorted(archive.namelist()), archive.read("__main__.py"))
print(zipapp.get_interpreter(target), oct(os.stat(target).st_mode & 0o100))
copy = io.BytesIO()
zipapp.create_archive(target, copy)
copy.seek(0)
print(zipapp.get_interpreter(copy), len(zipfile.ZipFile(copy).namelist()), copy.getvalue()[:2])
only = io.BytesIO()
zipapp.create_archive(source, only, main="hello:run", filter=lambda path: path.suffix == ".py", compressed=True)
print(sorted(zipfile.ZipFile(only).namelist()), {info.compress_type for info in zipfile.ZipFile(only).infolist()})
for top, folders, files in os.walk(folder, topdown=False):
    for name in files:
        os.remove(os.path.join(top, name))
    os.rmdir(top)
# expect: ZipAppError: Archive has no entry point ZipAppError: Source does not exist
# expect: ZipAppError: Invalid entry point: hello ZipAppError: Invalid entry point: a b:c
# expect: ['__main__.py', 'hello.py', 'package/', 'package/__init__.py', 'package/data.txt'] b'# -*- coding: utf-8 -*-\nimport hello\nhello.run()\n'
# expect: /usr/bin/env x 0o100
# expect: None 5 b'PK'
# expect: ['__main__.py', 'hello.py', 'package/__init__.py'] {8}
