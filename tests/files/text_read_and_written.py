import os
path = f"/tmp/gillab-update-{os.getpid()}"

with open(path, "w") as f:
    f.write("one\ntwo\nthree\n")
with open(path, "r+") as f:
    print(f.readline(), f.write("END"), f.seek(0), f.read())
with open(path, "a+") as f:
    print(f.tell(), f.write("more"), f.seek(0), f.read(3))
with open(path, "w+") as f:
    f.write("abc")
    f.seek(1)
    print(f.read(), f.truncate(2), f.seek(0), f.read())
os.remove(path)
# expect: one
# expect:  3 0 one
# expect: two
# expect: three
# expect: END
# expect: 17 4 0 one
# expect: bc 2 0 ab
