import os
root = f"/tmp/gillab-descriptors-{os.getpid()}"
os.mkdir(root)
os.chdir(root)
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

descriptor = os.open("f", os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o644)
print(refuse(lambda: os.open("f", os.O_CREAT | os.O_EXCL)), os.write(descriptor, b"abcdef"), os.lseek(descriptor, 0, os.SEEK_SET))
print(os.read(descriptor, 2), os.pread(descriptor, 2, 3), os.pwrite(descriptor, b"Z", 5), os.fsync(descriptor), os.read(descriptor, 9))
print(os.ftruncate(descriptor, 1), os.fstat(descriptor).st_size, os.readv(descriptor, [bytearray(2)]))
copy = os.dup(descriptor)
print(os.get_inheritable(copy), os.set_inheritable(copy, True), os.get_inheritable(copy))
os.close(copy)
print(os.dup2(descriptor, copy) == copy, os.get_inheritable(copy), os.lseek(copy, 0, os.SEEK_END), os.close(copy))
print(refuse(lambda: os.close(copy)), refuse(lambda: os.read(copy, 1)), refuse(lambda: os.fsync(copy)), refuse(lambda: os.read(0, -1)))
with os.fdopen(descriptor, "r+") as f:
    print(f.seek(0), f.read(), f.name == descriptor)
print(refuse(lambda: os.fdopen("x")), refuse(lambda: os.isatty(999)))
os.system(f"rm -r {root}")
# expect: FileExistsError: [Errno 17] File exists: 'f' 6 0
# expect: b'ab' b'de' 1 None b'cdeZ'
# expect: None 1 0
# expect: False None True
# expect: True True 1 None
# expect: OSError: [Errno 9] Bad file descriptor OSError: [Errno 9] Bad file descriptor OSError: [Errno 9] Bad file descriptor OSError: [Errno 22] Invalid argument
# expect: 0 a True
# expect: TypeError: invalid fd type (<class 'str'>, expected integer) False
