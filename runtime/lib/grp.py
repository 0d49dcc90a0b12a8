"""The groups of this machine, as /etc/group names them."""
from _users import find, records, structure

struct_group = structure('grp.struct_group', 'gr_name gr_passwd gr_gid gr_mem')


def _make(fields):
    name, password, gid, members = fields[:4]
    return struct_group((name, password, int(gid), [each for each in members.split(',') if each]))


def getgrall():
    """All groups."""
    return [_make(each) for each in records('/etc/group', 4)]


def getgrnam(name):
    """The group of that name."""
    return find(getgrall(), 0, name, 'getgrnam', 'name not found')


def getgrgid(id):
    """The group with that number."""
    return find(getgrall(), 2, id, 'getgrgid', 'gid not found')
