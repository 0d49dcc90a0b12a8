# What may be taken out of an archive: filters that refuse or change members.
import os

from tarfile._fields import TarError


class FilterError(TarError):
    pass


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'member {tarinfo.name!r} has an absolute path')


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(f'{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination')


class SpecialFileError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a special file')


class AbsoluteLinkError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a link to an absolute path')


class LinkOutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(f'{tarinfo.name!r} would link to {path!r}, which is outside the destination')


def _outside(path, folder):
    return os.path.commonpath([path, folder]) != folder


def _changes(member, dest_path, for_data):
    """The fields of a member that must become others."""
    changed, name = {}, member.name
    dest_path = os.path.realpath(dest_path)
    if name.startswith(('/', os.sep)):
        name = changed['name'] = member.path.lstrip('/' + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(dest_path, name))
    if _outside(target, dest_path):
        raise OutsideDestinationError(member, target)
    mode = member.mode
    if mode is not None:
        mode = mode & 0o755
        if for_data:
            if member.isreg() or member.islnk():
                if not mode & 0o100:
                    mode &= ~0o111
                mode |= 0o600
            elif member.isdir() or member.issym():
                mode = None
            else:
                raise SpecialFileError(member)
        if mode != member.mode:
            changed['mode'] = mode
    if for_data:
        for field in ('uid', 'gid', 'uname', 'gname'):
            if getattr(member, field) is not None:
                changed[field] = None
        _check_link(member, name, dest_path)
    return changed


def _check_link(member, name, dest_path):
    if not (member.islnk() or member.issym()):
        return
    if os.path.isabs(member.linkname):
        raise AbsoluteLinkError(member)
    folder = os.path.dirname(name) if member.issym() else ''
    target = os.path.realpath(os.path.join(dest_path, folder, member.linkname))
    if _outside(target, dest_path):
        raise LinkOutsideDestinationError(member, target)


def fully_trusted_filter(member, dest_path):
    return member


def tar_filter(member, dest_path):
    changed = _changes(member, dest_path, False)
    return member.replace(**changed, deep=False) if changed else member


def data_filter(member, dest_path):
    changed = _changes(member, dest_path, True)
    return member.replace(**changed, deep=False) if changed else member


NAMED_FILTERS = {'fully_trusted': fully_trusted_filter, 'tar': tar_filter, 'data': data_filter}
