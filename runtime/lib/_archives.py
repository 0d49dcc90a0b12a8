"""shutil's archives: what make_archive and unpack_archive know, zip from the start."""
import os
import shutil

_makers = {}
_openers = {}


class ReadError(OSError):
    """An archive cannot be read."""


class RegistryError(Exception):
    """A format is registered wrongly, or not at all."""


for _each in (ReadError, RegistryError):
    _each.__module__ = 'shutil'


def _make_zip(base_name, base_dir, verbose=0, dry_run=0, logger=None, owner=None, group=None, root_dir=None):
    import zipfile
    target = base_name + '.zip'
    folder = os.path.dirname(base_name)
    if folder and not os.path.exists(folder) and not dry_run:
        os.makedirs(folder)
    if dry_run:
        return target
    start = os.path.normpath(base_dir)
    inside = start if root_dir is None else os.path.join(root_dir, start)
    with zipfile.ZipFile(target, 'w', compression=zipfile.ZIP_DEFLATED) as archive:
        if start != os.curdir:
            archive.write(inside, start)
        for path, folders, files in os.walk(inside):
            relative = path if root_dir is None else os.path.relpath(path, root_dir)
            for name in sorted(folders) + files:
                full = os.path.join(path, name)
                if name in folders or os.path.isfile(full):
                    archive.write(full, os.path.normpath(os.path.join(relative, name)))
    return os.path.abspath(target) if root_dir is not None and not os.path.isabs(target) else target


_make_zip.supports_root_dir = True


def _unpack_zip(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise ReadError('%s is not a zip file' % filename)
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            name = info.filename
            if name.startswith('/') or '..' in name:
                continue
            target = os.path.join(extract_dir, *name.split('/'))
            if name.endswith('/'):
                os.makedirs(target, exist_ok=True)
                continue
            os.makedirs(os.path.dirname(target) or '.', exist_ok=True)
            with archive.open(info) as source, open(target, 'wb') as output:
                shutil.copyfileobj(source, output)


def _owner_filter(owner, group):
    """A filter that gives members that owner and group, by name."""
    import grp
    import pwd
    try:
        user_id = None if owner is None else pwd.getpwnam(owner)[2]
    except KeyError:
        user_id = None
    try:
        group_id = None if group is None else grp.getgrnam(group)[2]
    except KeyError:
        group_id = None

    def change(info):
        if group_id is not None:
            info.gid, info.gname = group_id, group
        if user_id is not None:
            info.uid, info.uname = user_id, owner
        return info
    return change


_TAR_KINDS = {None: ('', ''), 'gzip': ('gz', '.gz'), 'bzip2': ('bz2', '.bz2'), 'xz': ('xz', '.xz')}


def _make_tarball(base_name, base_dir, compress='gzip', verbose=0, dry_run=0, owner=None, group=None, logger=None,
                  root_dir=None):
    if compress not in _TAR_KINDS:
        raise ValueError("bad value for 'compress', or compression format not supported : {0}".format(compress))
    packing, ending = _TAR_KINDS[compress]
    target = base_name + '.tar' + ending
    folder = os.path.dirname(target)
    if folder and not os.path.exists(folder) and not dry_run:
        os.makedirs(folder)
    if not dry_run:
        import tarfile
        with tarfile.open(target, f'w:{packing}' if packing else 'w') as archive:
            inside = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
            archive.add(inside, base_dir, filter=_owner_filter(owner, group))
    return os.path.abspath(target) if root_dir is not None and not os.path.isabs(target) else target


_make_tarball.supports_root_dir = True


def _unpack_tarfile(filename, extract_dir, *, filter=None):
    import tarfile
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise ReadError('%s is not a compressed or uncompressed tar file' % filename)
    with archive:
        archive.extractall(extract_dir, filter=filter)


def get_archive_formats():
    """(name, description) of each format that can be made."""
    return sorted((name, row[2]) for name, row in _makers.items())


def register_archive_format(name, function, extra_args=None, description=''):
    """Adds a format that make_archive knows."""
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError('The %s object is not callable' % function)
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError('extra_args needs to be a sequence')
    for each in extra_args:
        if not isinstance(each, (tuple, list)) or len(each) != 2:
            raise TypeError('extra_args elements are : (arg_name, value)')
    _makers[name] = function, extra_args, description


def unregister_archive_format(name):
    """Removes it."""
    del _makers[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None,
                 logger=None):
    """Makes an archive of a folder; returns the file's path."""
    try:
        function, extra, _ = _makers[format]
    except KeyError:
        raise ValueError('unknown archive format %r' % format) from None
    options = {'dry_run': dry_run, 'logger': logger, **dict(extra)}
    if format != 'zip':
        options['owner'], options['group'] = owner, group
    base_dir = os.curdir if base_dir is None else base_dir
    supports = getattr(function, 'supports_root_dir', False)
    before = None
    if root_dir is not None:
        if supports:
            options['root_dir'] = os.fspath(root_dir)
        else:
            before = os.getcwd()
            base_name = os.path.abspath(base_name)
            if not dry_run:
                os.chdir(root_dir)
    try:
        return function(os.fspath(base_name), base_dir, **options)
    finally:
        if before is not None:
            os.chdir(before)


def get_unpack_formats():
    """(name, extensions, description) of each format that can be unpacked."""
    return sorted((name, row[0], row[3]) for name, row in _openers.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=''):
    """Adds a format that unpack_archive knows."""
    taken = {extension: key for key, row in _openers.items() for extension in row[0]}
    for extension in extensions:
        if extension in taken:
            raise RegistryError('%s is already registered for "%s"' % (extension, taken[extension]))
    if not callable(function):
        raise TypeError('The registered function must be a callable')
    _openers[name] = extensions, function, [] if extra_args is None else extra_args, description


def unregister_unpack_format(name):
    """Removes it."""
    del _openers[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpacks an archive into a folder, by default the current one."""
    extract_dir = os.fspath(os.getcwd() if extract_dir is None else extract_dir)
    filename = os.fspath(filename)
    if format is None:
        format = next((name for name, row in _openers.items() if filename.endswith(tuple(row[0]))), None)
        if format is None:
            raise ReadError("Unknown archive format '{0}'".format(filename))
    try:
        _, function, extra, _ = _openers[format]
    except KeyError:
        raise ValueError("Unknown unpack format '{0}'".format(format)) from None
    function(filename, extract_dir, **dict(extra), **({} if filter is None else {'filter': filter}))


for _name, _packing, _endings, _text in (('tar', None, ['.tar'], 'uncompressed tar file'),
                                         ('gztar', 'gzip', ['.tar.gz', '.tgz'], "gzip'ed tar-file"),
                                         ('bztar', 'bzip2', ['.tar.bz2', '.tbz2'], "bzip2'ed tar-file"),
                                         ('xztar', 'xz', ['.tar.xz', '.txz'], "xz'ed tar-file")):
    register_archive_format(_name, _make_tarball, [('compress', _packing)], _text)
    register_unpack_format(_name, _endings, _unpack_tarfile, [], _text)
register_archive_format('zip', _make_zip, [], 'ZIP file')
register_unpack_format('zip', ['.zip'], _unpack_zip, [], 'ZIP file')
