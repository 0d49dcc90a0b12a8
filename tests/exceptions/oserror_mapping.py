import errno
for n in (errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EPIPE, errno.ECONNREFUSED, errno.EINTR,
        errno.ENOTDIR, errno.EISDIR, errno.ETIMEDOUT, errno.EAGAIN, 9999):
    e = OSError(n, "text", "file")
    print(type(e).__name__, e.filename, e.strerror, e)
# expect: FileNotFoundError file text [Errno 2] text: 'file'
# expect: PermissionError file text [Errno 13] text: 'file'
# expect: FileExistsError file text [Errno 17] text: 'file'
# expect: BrokenPipeError file text [Errno 32] text: 'file'
# expect: ConnectionRefusedError file text [Errno 111] text: 'file'
# expect: InterruptedError file text [Errno 4] text: 'file'
# expect: NotADirectoryError file text [Errno 20] text: 'file'
# expect: IsADirectoryError file text [Errno 21] text: 'file'
# expect: TimeoutError file text [Errno 110] text: 'file'
# expect: BlockingIOError file text [Errno 11] text: 'file'
# expect: OSError file text [Errno 9999] text: 'file'
print(OSError(), OSError("only"), OSError(1, 2, 3, 4, 5).args, OSError("a", "b").errno)  # expect:  only (1, 2) a
