# compileall: whether all files of a folder compile, and which does not.
import compileall
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    def write(name, text):
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)

    write("good.py", "x = 1\n")
    write("no_source.txt", "x = = 1\n")
    print(compileall.compile_dir(folder, quiet=2))
    os.mkdir(os.path.join(folder, "inner"))
    write("inner/bad.py", "x = = 1\n")
    print(compileall.compile_dir(folder, quiet=2), compileall.compile_dir(folder, maxlevels=0, quiet=2))
    print(compileall.compile_file(os.path.join(folder, "good.py"), quiet=1))

# expect: True
# expect: False True
# expect: True
