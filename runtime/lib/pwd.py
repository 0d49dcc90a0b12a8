"""The users of this machine, as /etc/passwd names them."""
from _users import find, records, structure

struct_passwd = structure('pwd.struct_passwd', 'pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell')


def _make(fields):
    name, password, uid, gid, gecos, home, shell = fields[:7]
    return struct_passwd((name, password, int(uid), int(gid), gecos, home, shell))


def getpwall():
    """All users."""
    return [_make(each) for each in records('/etc/passwd', 7)]


def getpwnam(name, /):
    """The user of that name."""
    return find(getpwall(), 0, name, 'getpwnam', 'name not found')


def getpwuid(uid, /):
    """The user with that number."""
    if not hasattr(uid, '__index__'):
        raise TypeError(f'uid should be integer, not {type(uid).__name__}')
    return find(getpwall(), 2, uid, 'getpwuid', 'uid not found')
