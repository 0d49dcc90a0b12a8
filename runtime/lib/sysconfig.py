"""Where an installation would keep things, and the few configuration variables that mean something here."""
import os
import sys
from os.path import normpath, realpath

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename', 'get_path',
           'get_path_names', 'get_paths', 'get_platform', 'get_python_version', 'get_scheme_names', 'parse_config_h']

_NAMES = ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data')
_VERSION = '%d.%d' % sys.version_info[:2]


def _unix(base, platbase, include=True):
    library = '{%s}/lib/python%s' % (base, _VERSION)
    scheme = {'stdlib': library.replace(base, 'installed_base' if base == 'base' else base),
              'platstdlib': '{%s}/lib/python%s' % (platbase, _VERSION),
              'purelib': library + '/site-packages', 'platlib': '{%s}/lib/python%s/site-packages' % (platbase, _VERSION)}
    if include:
        scheme['include'] = '{%s}/include/python%s' % ('installed_base' if base == 'base' else base, _VERSION)
    scheme.update(scripts='{%s}/bin' % base, data='{%s}' % base)
    return scheme


_INSTALL_SCHEMES = {'posix_prefix': _unix('base', 'platbase'), 'posix_user': _unix('userbase', 'userbase'),
                    'posix_home': {'stdlib': '{installed_base}/lib/python', 'platstdlib': '{base}/lib/python',
                                   'purelib': '{base}/lib/python', 'platlib': '{base}/lib/python',
                                   'include': '{installed_base}/include/python', 'scripts': '{base}/bin',
                                   'data': '{base}'}}
_variables = None


def get_scheme_names():
    """The names of the schemes, sorted."""
    return tuple(sorted(_INSTALL_SCHEMES))


def get_default_scheme():
    """The scheme of an installation."""
    return 'posix_prefix'


def _get_preferred_schemes():
    return {key: 'posix_' + key for key in ('prefix', 'home', 'user')}


def get_preferred_scheme(key):
    """The scheme for 'prefix', 'home' or 'user'."""
    scheme = _get_preferred_schemes()[key]
    if scheme not in _INSTALL_SCHEMES:
        raise ValueError(f'{key!r} returned {scheme!r} but it is not a valid scheme on this platform')
    return scheme


def get_path_names():
    """The names of the places of a scheme."""
    return _NAMES


def get_paths(scheme=get_default_scheme(), vars=None, expand=True):
    """The places of a scheme: a dict from name to path."""
    return _expand_vars(scheme, vars) if expand else _INSTALL_SCHEMES[scheme]


def _expand_vars(scheme, vars):
    """The places of a scheme with the configuration variables put in, of which some may be given."""
    known = dict(get_config_vars())
    known.update(vars or {})
    known = {name: '' if value is None else value for name, value in known.items()}
    return {name: normpath(_expanded(place, known)) for name, place in _INSTALL_SCHEMES[scheme].items()}


def _expanded(place, known):
    try:
        return place.format(**known)
    except KeyError as error:
        raise AttributeError(error.args[0]) from None


def get_path(name, scheme=get_default_scheme(), vars=None, expand=True):
    """One place of a scheme."""
    return get_paths(scheme, vars, expand)[name]


def get_config_vars(*args):
    """All configuration variables as a dict; with names, the list of their values."""
    global _variables
    if _variables is None:
        prefix, executable = normpath(sys.prefix), sys.executable
        _variables = {
            'prefix': prefix, 'exec_prefix': normpath(sys.exec_prefix), 'py_version': sys.version.split()[0],
            'py_version_short': _VERSION, 'py_version_nodot': _VERSION.replace('.', ''),
            'py_version_nodot_plat': '', 'installed_base': prefix, 'base': prefix,
            'installed_platbase': normpath(sys.exec_prefix), 'platbase': normpath(sys.exec_prefix),
            'projectbase': os.path.dirname(realpath(executable)) if executable else os.getcwd(),
            'platlibdir': sys.platlibdir, 'abiflags': getattr(sys, 'abiflags', ''), 'EXT_SUFFIX': None, 'SOABI': None,
            'userbase': os.path.expanduser(os.path.join('~', '.local')), 'VERSION': _VERSION, 'Py_DEBUG': 0,
            'WITH_PYMALLOC': 0, 'HOST_GNU_TYPE': None, 'MULTIARCH': getattr(sys.implementation, '_multiarch', None),
            'srcdir': os.path.dirname(realpath(executable)) if executable else os.getcwd(),
            'PY_CFLAGS': '', 'PY_CORE_CFLAGS': '', 'CFLAGS': '', 'CONFIG_ARGS': '', 'EXE': ''}
    return [_variables.get(name) for name in args] if args else _variables


def get_config_var(name):
    """One configuration variable, None where there is none of that name."""
    return get_config_vars().get(name)


def get_python_version():
    """The version with one dot."""
    return _VERSION


def get_platform():
    """System and processor as one word."""
    facts = os.uname()
    name = facts.sysname.lower().replace('/', '')
    return '%s-%s' % (name, facts.machine.replace(' ', '_').replace('/', '-'))


def is_python_build(check_home=None):
    """Whether this runs from a tree of CPython's sources: it does not."""
    return False


def get_config_h_filename():
    """Where CPython's C configuration would be."""
    return os.path.join(get_path('include'), 'pyconfig.h')


def get_makefile_filename():
    """Where CPython's Makefile would be."""
    return os.path.join(get_path('stdlib'), 'config-%s' % _VERSION, 'Makefile')


def parse_config_h(fp, vars=None):
    """The #define lines of a C header as a dict; names that are #undef'd are 0."""
    import re
    found = {} if vars is None else vars
    for line in fp:
        defined = re.match(r'#define ([A-Z][A-Za-z0-9_]+) (.*)\n', line)
        undefined = re.match(r'/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n', line)
        if defined:
            name, value = defined.groups()
            try:
                found[name] = int(value)
            except ValueError:
                found[name] = value
        elif undefined:
            found[undefined.group(1)] = 0
    return found


def _main():
    """python -m sysconfig"""
    print(f'Platform: "{get_platform()}"')
    print(f'Python version: "{get_python_version()}"')
    print(f'Current installation scheme: "{get_default_scheme()}"')
    for title, found in (('Paths', get_paths()), ('Variables', get_config_vars())):
        print()
        for place, (name, value) in enumerate(sorted(found.items())):
            if place == 0:
                print(f'{title}: ')
            print(f'\t{name} = "{value}"')


if __name__ == '__main__':
    _main()
