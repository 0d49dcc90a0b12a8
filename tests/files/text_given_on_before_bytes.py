import os
path = f"/tmp/gillab-order-{os.getpid()}"

# What text holds back goes out when it is flushed, after what went to the buffer meanwhile.
with open(path, "w") as f:
    f.write("text ")
    f.buffer.write(b"bytes ")
    f.flush()
    f.buffer.write(b"more")
with open(path) as f:
    print(f.read())
os.remove(path)
# expect: bytes text more
