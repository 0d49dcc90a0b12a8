import os
path = f"/tmp/gillab-unclosed-{os.getpid()}"

def write():
    f = open(path, "w")
    f.write("kept")
write()
print(open(path).read())
os.remove(path)
# expect: kept
