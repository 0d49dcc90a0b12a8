import os, runpy, sys, tempfile

os.chdir(tempfile.mkdtemp())
with open("one.txt", "w") as file:
    file.write("1")
os.mkdir("folder")


def run(*arguments):
    sys.argv = ["tarfile", *arguments]
    try:
        runpy.run_module("tarfile", run_name="__main__")
    except SystemExit as error:
        print("exit", error.code)


sys.stderr = sys.stdout
run("-c", "made.tar.gz", "one.txt", "folder")
run("-v", "-c", "made.tar", "one.txt")
run("-v", "-e", "made.tar.gz", "out")
run("-e", "made.tar")
run("-l", "one.txt")
run("--filter", "data", "-l", "made.tar")
with open("made.tar.gz", "rb") as file:
    print(file.read(2), sorted(os.listdir("out")))
for name in "out/one.txt", "one.txt", "made.tar", "made.tar.gz":
    os.remove(name)
for name in "out/folder", "out", "folder", os.getcwd():
    os.rmdir(name)
# expect: 'made.tar' file created.
# expect: 'made.tar.gz' file is extracted into 'out' directory.
# expect: 'one.txt' is not a tar archive.
# expect: exit 1
# expect: --filter is only valid for extraction
# expect: exit 1
# expect: b'\x1f\x8b' ['folder', 'one.txt']
