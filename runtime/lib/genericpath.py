"""What the modules for paths of all systems share."""
import os
import stat
from posixpath import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, samefile,
                       sameopenfile, samestat)

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdir', 'isfile', 'samefile',
           'sameopenfile', 'samestat']
