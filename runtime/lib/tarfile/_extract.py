# Taking members out of an archive: files, folders, links, devices, with their owners, modes and times.
import os
import stat

from tarfile._fields import SUPPORTED_TYPES, ExtractError, ReadError, StreamError, copyfileobj
from tarfile._filters import NAMED_FILTERS, FilterError, fully_trusted_filter


class Extracting:
    """The methods of TarFile that write what members hold."""

    extraction_filter = None

    def _get_filter_function(self, filter):
        if filter is None:
            filter = self.extraction_filter
            if filter is None:
                return fully_trusted_filter
            if isinstance(filter, str):
                raise TypeError('String names are not supported for TarFile.extraction_filter. Use a function such as '
                                'tarfile.data_filter directly.')
            return filter
        if callable(filter):
            return filter
        try:
            return NAMED_FILTERS[filter]
        except KeyError:
            raise ValueError(f'filter {filter!r} not found') from None

    def extractall(self, path='.', members=None, *, numeric_owner=False, filter=None):
        """Takes out all members, or those given. Folders get their modes and times last."""
        folders, choose = [], self._get_filter_function(filter)
        for member in self if members is None else members:
            tarinfo = self._get_extract_tarinfo(member, choose, path)
            if tarinfo is None:
                continue
            if tarinfo.isdir():
                folders.append(tarinfo)
            self._extract_one(tarinfo, path, set_attrs=not tarinfo.isdir(), numeric_owner=numeric_owner)
        for tarinfo in sorted(folders, key=lambda each: each.name, reverse=True):
            target = os.path.join(path, tarinfo.name)
            try:
                self.chown(tarinfo, target, numeric_owner=numeric_owner)
                self.utime(tarinfo, target)
                self.chmod(tarinfo, target)
            except ExtractError as error:
                self._handle_nonfatal_error(error)

    def extract(self, member, path='', set_attrs=True, *, numeric_owner=False, filter=None):
        tarinfo = self._get_extract_tarinfo(member, self._get_filter_function(filter), path)
        if tarinfo is not None:
            self._extract_one(tarinfo, path, set_attrs, numeric_owner)

    def _get_extract_tarinfo(self, member, filter_function, path):
        """The member as the filter leaves it, or None."""
        tarinfo = self.getmember(member) if isinstance(member, str) else member
        unfiltered = tarinfo
        try:
            tarinfo = filter_function(tarinfo, path)
        except (OSError, FilterError) as error:
            self._handle_fatal_error(error)
        except ExtractError as error:
            self._handle_nonfatal_error(error)
        if tarinfo is None:
            self._dbg(2, f'tarfile: Excluded {unfiltered.name!r}')
            return None
        if tarinfo.islnk():
            tarinfo = tarinfo.replace(deep=False) if tarinfo is unfiltered else tarinfo
            tarinfo._link_target = os.path.join(path, tarinfo.linkname)
        return tarinfo

    def _extract_one(self, tarinfo, path, set_attrs, numeric_owner):
        self._check('r')
        try:
            self._extract_member(tarinfo, os.path.join(path, tarinfo.name), set_attrs=set_attrs,
                                 numeric_owner=numeric_owner)
        except OSError as error:
            self._handle_fatal_error(error)
        except ExtractError as error:
            self._handle_nonfatal_error(error)

    def _handle_nonfatal_error(self, error):
        if self.errorlevel > 1:
            raise error
        self._dbg(1, 'tarfile: %s' % error)

    def _handle_fatal_error(self, error):
        if self.errorlevel > 0:
            raise error
        if isinstance(error, OSError):
            where = '' if error.filename is None else ' %r' % error.filename
            self._dbg(1, f'tarfile: {error.strerror}{where}')
        else:
            self._dbg(1, f'tarfile: {type(error).__name__} {error}')

    def extractfile(self, member):
        """The member as a file; None for one that holds no data."""
        self._check('r')
        tarinfo = self.getmember(member) if isinstance(member, str) else member
        if tarinfo.isreg() or tarinfo.type not in SUPPORTED_TYPES:
            return self.fileobject(self, tarinfo)
        if tarinfo.islnk() or tarinfo.issym():
            from tarfile._streams import _Stream
            if isinstance(self.fileobj, _Stream):
                raise StreamError('cannot extract (sym)link as file object')
            return self.extractfile(self._find_link_target(tarinfo))
        return None

    def _extract_member(self, tarinfo, targetpath, set_attrs=True, numeric_owner=False):
        targetpath = targetpath.rstrip('/').replace('/', os.sep)
        upper = os.path.dirname(targetpath)
        if upper and not os.path.exists(upper):
            os.makedirs(upper)
        if tarinfo.islnk() or tarinfo.issym():
            self._dbg(1, '%s -> %s' % (tarinfo.name, tarinfo.linkname))
        else:
            self._dbg(1, tarinfo.name)
        self._make(tarinfo, targetpath)
        if set_attrs:
            self.chown(tarinfo, targetpath, numeric_owner)
            if not tarinfo.issym():
                self.chmod(tarinfo, targetpath)
                self.utime(tarinfo, targetpath)

    def _make(self, tarinfo, targetpath):
        if tarinfo.isreg():
            self.makefile(tarinfo, targetpath)
        elif tarinfo.isdir():
            self.makedir(tarinfo, targetpath)
        elif tarinfo.isfifo():
            self.makefifo(tarinfo, targetpath)
        elif tarinfo.ischr() or tarinfo.isblk():
            self.makedev(tarinfo, targetpath)
        elif tarinfo.islnk() or tarinfo.issym():
            self.makelink(tarinfo, targetpath)
        elif tarinfo.type not in SUPPORTED_TYPES:
            self.makeunknown(tarinfo, targetpath)
        else:
            self.makefile(tarinfo, targetpath)

    def makedir(self, tarinfo, targetpath):
        try:
            if tarinfo.mode is None:
                os.mkdir(targetpath)
            else:
                os.mkdir(targetpath, 0o700)  # it gets its mode when all in it has been written
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefile(self, tarinfo, targetpath):
        source = self.fileobj
        source.seek(tarinfo.offset_data)
        with open(targetpath, 'wb') as target:
            if tarinfo.sparse is not None:
                for offset, size in tarinfo.sparse:
                    target.seek(offset)
                    copyfileobj(source, target, size, ReadError, self.copybufsize)
                target.seek(tarinfo.size)
                target.truncate()
            else:
                copyfileobj(source, target, tarinfo.size, ReadError, self.copybufsize)

    def makeunknown(self, tarinfo, targetpath):
        self.makefile(tarinfo, targetpath)
        self._dbg(1, 'tarfile: Unknown file type %r, extracted as regular file.' % tarinfo.type)

    def makefifo(self, tarinfo, targetpath):
        os.mkfifo(targetpath)

    def makedev(self, tarinfo, targetpath):
        if not hasattr(os, 'mknod') or not hasattr(os, 'makedev'):
            raise ExtractError('special devices not supported by system')
        mode = 0o600 if tarinfo.mode is None else tarinfo.mode
        mode |= stat.S_IFBLK if tarinfo.isblk() else stat.S_IFCHR
        os.mknod(targetpath, mode, os.makedev(tarinfo.devmajor, tarinfo.devminor))

    def makelink(self, tarinfo, targetpath):
        """Makes a link; of a hard one whose target is not there, a copy."""
        if tarinfo.issym():
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.symlink(tarinfo.linkname, targetpath)
            return
        target = getattr(tarinfo, '_link_target', None)
        if target is not None and os.path.exists(target):
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.link(target, targetpath)
            return
        try:
            found = self._find_link_target(tarinfo)
        except KeyError:
            raise ExtractError('unable to resolve link inside archive') from None
        self._extract_member(found, targetpath)

    def chown(self, tarinfo, targetpath, numeric_owner):
        """Gives a file its owner, if we may."""
        if not (hasattr(os, 'geteuid') and os.geteuid() == 0):
            return
        user, group = tarinfo.uid, tarinfo.gid
        if not numeric_owner:
            user, group = self._ids_by_name(tarinfo, user, group)
        user, group = -1 if user is None else user, -1 if group is None else group
        try:
            if tarinfo.issym() and hasattr(os, 'lchown'):
                os.lchown(targetpath, user, group)
            elif not tarinfo.issym():
                os.chown(targetpath, user, group)
        except OSError as error:
            raise ExtractError('could not change owner') from error

    @staticmethod
    def _ids_by_name(tarinfo, user, group):
        import grp
        import pwd
        try:
            if tarinfo.gname:
                group = grp.getgrnam(tarinfo.gname)[2]
        except KeyError:
            pass
        try:
            if tarinfo.uname:
                user = pwd.getpwnam(tarinfo.uname)[2]
        except KeyError:
            pass
        return user, group

    def chmod(self, tarinfo, targetpath):
        if tarinfo.mode is None:
            return
        try:
            os.chmod(targetpath, tarinfo.mode)
        except OSError as error:
            raise ExtractError('could not change mode') from error

    def utime(self, tarinfo, targetpath):
        if tarinfo.mtime is None:
            return
        try:
            os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
        except OSError as error:
            raise ExtractError('could not change modification time') from error
