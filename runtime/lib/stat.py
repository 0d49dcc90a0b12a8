"""What the bits of st_mode mean."""
ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)
S_IFSOCK, S_IFLNK, S_IFREG, S_IFBLK = 0o140000, 0o120000, 0o100000, 0o060000
S_IFDIR, S_IFCHR, S_IFIFO = 0o040000, 0o020000, 0o010000
S_IFDOOR = S_IFPORT = S_IFWHT = 0
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_ENFMT = S_ISGID
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IREAD, S_IWRITE, S_IEXEC = S_IRUSR, S_IWUSR, S_IXUSR
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001
UF_NODUMP, UF_IMMUTABLE, UF_APPEND, UF_HIDDEN = 1, 2, 4, 0x8000

UF_OPAQUE, UF_NOUNLINK, UF_COMPRESSED = 8, 16, 0x20
SF_ARCHIVED, SF_IMMUTABLE, SF_APPEND, SF_NOUNLINK, SF_SNAPSHOT = (1 << bit for bit in (16, 17, 18, 20, 21))
# Of Windows; on all systems, as in CPython.
for _bit, _name in enumerate(('READONLY', 'HIDDEN', 'SYSTEM', None, 'DIRECTORY', 'ARCHIVE', 'DEVICE', 'NORMAL',
                              'TEMPORARY', 'SPARSE_FILE', 'REPARSE_POINT', 'COMPRESSED', 'OFFLINE',
                              'NOT_CONTENT_INDEXED', 'ENCRYPTED', 'INTEGRITY_STREAM', 'VIRTUAL', 'NO_SCRUB_DATA')):
    if _name:
        globals()['FILE_ATTRIBUTE_' + _name] = 1 << _bit

_LETTERS = {S_IFLNK: "l", S_IFSOCK: "s", S_IFREG: "-", S_IFBLK: "b", S_IFDIR: "d", S_IFCHR: "c", S_IFIFO: "p"}


def S_IMODE(mode):
    return mode & 0o7777


def S_IFMT(mode):
    return mode & 0o170000


def _tester(kind):
    def test(mode):
        return S_IFMT(mode) == kind if kind else False
    return test


S_ISDIR, S_ISCHR, S_ISBLK, S_ISREG = map(_tester, (S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG))
S_ISFIFO, S_ISLNK, S_ISSOCK = map(_tester, (S_IFIFO, S_IFLNK, S_IFSOCK))
S_ISDOOR = S_ISPORT = S_ISWHT = _tester(0)


def filemode(mode):
    """As `ls -l` shows it: -rwxr-xr-x."""
    text = _LETTERS.get(S_IFMT(mode), "?")
    for shift, special, letter in (6, S_ISUID, "s"), (3, S_ISGID, "s"), (0, S_ISVTX, "t"):
        bits = mode >> shift
        text += ("r" if bits & 4 else "-") + ("w" if bits & 2 else "-")
        if mode & special:
            text += letter if bits & 1 else letter.upper()
        else:
            text += "x" if bits & 1 else "-"
    return text
