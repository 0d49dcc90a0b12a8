import os, stat
print([stat.filemode(mode) for mode in (0o100644, 0o040755, 0o120777, 0o104755, 0o102644, 0o041777, 0o010600, 0)])
mode = os.stat("/tmp").st_mode
print(stat.S_ISDIR(mode), stat.S_ISREG(mode), oct(stat.S_IMODE(0o100644)), oct(stat.S_IFMT(0o100644)), stat.S_IRWXU, stat.ST_SIZE, stat.S_ISLNK(0o120777))
# expect: ['-rw-r--r--', 'drwxr-xr-x', 'lrwxrwxrwx', '-rwsr-xr-x', '-rw-r-Sr--', 'drwxrwxrwt', 'prw-------', '?---------']
# expect: True False 0o644 0o100000 448 6 True
