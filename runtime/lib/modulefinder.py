"""Finds the modules a script imports, without running it: `python -m modulefinder script`."""
import dis
import importlib.machinery
import importlib.util
import io
import os
import sys

__all__ = ['ModuleFinder', 'Module', 'AddPackagePath', 'ReplacePackage']

packagePathMap = {}      # AddPackagePath: more folders of a package
replacePackageMap = {}   # ReplacePackage: the name under which another is found


def AddPackagePath(packagename, path):
    """What is in `path` belongs to the package too."""
    packagePathMap.setdefault(packagename, []).append(path)


def ReplacePackage(oldname, newname):
    """A package that takes another's place when it runs."""
    replacePackageMap[oldname] = newname


class Module:
    """A module that was found."""

    def __init__(self, name, file=None, path=None):
        self.__name__ = name
        self.__file__ = file
        self.__path__ = path
        self.__code__ = None
        self.globalnames = {}  # names it assigns
        self.starimports = {}  # modules it imports * of, and that were not found

    def __repr__(self):
        parts = [repr(part) for part in (self.__name__, self.__file__, self.__path__) if part is not None]
        return 'Module(' + ', '.join(parts) + ')'


class ModuleFinder:
    """`modules` is {name: Module} of what was found, `badmodules` {name: {importer: 1}} of what was not."""

    def __init__(self, path=None, debug=0, excludes=None, replace_paths=None):
        self.path = sys.path if path is None else path
        self.modules = {}
        self.badmodules = {}
        self.debug = debug
        self.indent = 0
        self.excludes = excludes if excludes is not None else []
        self.replace_paths = replace_paths if replace_paths is not None else []
        self.processed_paths = []

    # --- what to look at

    def msg(self, level, str, *args):
        if level <= self.debug:
            print('   ' * self.indent + str, *(repr(arg) for arg in args))

    def run_script(self, pathname):
        """Looks at a script."""
        self.msg(2, 'run_script', pathname)
        with io.open_code(pathname) as file:
            self._load('__main__', pathname, file.read())

    def load_file(self, pathname):
        """Looks at a file as a module."""
        name = os.path.splitext(os.path.basename(pathname))[0]
        with io.open_code(pathname) as file:
            self._load(name, pathname, file.read())

    def _load(self, name, pathname, source):
        module = self.add_module(name)
        module.__file__ = pathname
        self._scan(compile(source, self._shown(pathname), 'exec'), module)
        return module

    def add_module(self, fqname):
        if fqname not in self.modules:
            self.modules[fqname] = Module(fqname)
        return self.modules[fqname]

    def _shown(self, pathname):
        for old, new in self.replace_paths:
            if pathname.startswith(old):
                return new + pathname[len(old):]
        return pathname

    def _scan(self, code, module):
        module.__code__ = code
        for what, args in self.scan_opcodes(code):
            if what == 'store':
                module.globalnames[args[0]] = 1
            else:
                level, names, name = args
                self._import(name, names, level, module)
        for constant in code.co_consts:
            if isinstance(constant, type(code)):
                before = module.__code__
                self._scan(constant, module)
                module.__code__ = before

    def scan_opcodes(self, co):
        """('store', (name,)) and ('import', (level, names, module)) of code."""
        before = []
        for instruction in dis.get_instructions(co):
            if instruction.opname in ('STORE_NAME', 'STORE_GLOBAL'):
                yield 'store', (instruction.argval,)
            elif instruction.opname == 'IMPORT_NAME' and len(before) >= 2:
                level, names = before[-2].argval, before[-1].argval
                yield 'import', (level, names, instruction.argval)
            before.append(instruction)

    # --- imports

    def _bad(self, name, caller):
        self.msg(3, 'not found', name)
        self.badmodules.setdefault(name, {})[caller.__name__ if caller else '-'] = 1

    def import_hook(self, name, caller=None, fromlist=None, level=-1):
        """Looks for what an import names; ImportError where it is not found."""
        module = self._import_dotted(self._absolute(name or '', max(level, 0), caller) if level > 0 else name)
        for each in fromlist or ():
            if each != '*' and module.__path__ and each not in module.globalnames:
                self._import_dotted(f'{module.__name__}.{each}')
        return module if fromlist else self.modules[module.__name__.partition('.')[0]]

    def _import(self, name, names, level, caller):
        try:
            absolute = self._absolute(name, level, caller)
            module = self._import_dotted(absolute)
        except (ImportError, SyntaxError):
            self._bad(name if not level else '.' * level + name, caller)
            return
        if not names or module is None:
            return
        for each in names:
            if each == '*':
                caller.globalnames.update(module.globalnames)
                caller.starimports.update(module.starimports)
                if module.__code__ is None:
                    caller.starimports[module.__name__] = 1
            elif module.__path__ and each not in module.globalnames:
                try:
                    self._import_dotted(f'{module.__name__}.{each}')
                except (ImportError, SyntaxError):
                    self._bad(f'{module.__name__}.{each}', caller)

    def _absolute(self, name, level, caller):
        if not level:
            return name
        package = caller.__name__ if caller.__path__ else caller.__name__.rpartition('.')[0]
        if not package:
            raise ImportError('relative importpath too deep')
        return importlib.util.resolve_name('.' * level + name, package)

    def _import_dotted(self, name):
        module = parent = None
        done = ''
        for part in name.split('.'):
            done = f'{done}.{part}' if done else part
            module = self._import_one(part, done, parent)
            parent = module
        return module

    def _import_one(self, part, fqname, parent):
        if fqname in self.modules:
            return self.modules[fqname]
        if fqname in self.badmodules or fqname in self.excludes:
            raise ImportError(fqname)
        if parent is not None and parent.__path__ is None:
            raise ImportError('No module named ' + fqname)
        spec = self._find(fqname, None if parent is None else parent.__path__)
        if spec is None:
            raise ImportError('No module named ' + fqname)
        name = replacePackageMap.get(fqname, fqname)
        module = self.add_module(name)
        module.__file__ = spec.origin if spec.has_location else None
        if spec.submodule_search_locations is not None:
            module.__path__ = list(spec.submodule_search_locations) + packagePathMap.get(fqname, [])
        try:
            source = spec.loader.get_source(fqname) if module.__file__ else None
        except (AttributeError, ImportError):
            source = None
        if source is not None:
            try:
                self._scan(compile(source, self._shown(module.__file__), 'exec'), module)
            except SyntaxError:
                del self.modules[name]
                raise
        return module

    def _find(self, fqname, path):
        if path is None and fqname in sys.builtin_module_names:
            return importlib.machinery.ModuleSpec(fqname, None, origin='built-in')
        spec = importlib.machinery.PathFinder.find_spec(fqname, self.path if path is None else path)
        if spec is None and (path is None or self.path is sys.path):
            try:
                spec = importlib.util.find_spec(fqname)
            except (ImportError, AttributeError, ValueError):
                spec = None
            if spec is not None and spec.has_location and os.path.exists(spec.origin or ''):
                return None  # elsewhere than where it is looked for
        return spec

    # --- results

    def report(self):
        """Prints the modules and what was not found."""
        print()
        print('  %-25s %s' % ('Name', 'File'))
        print('  %-25s %s' % ('----', '----'))
        for name in sorted(self.modules):
            module = self.modules[name]
            print('P' if module.__path__ else 'm', '%-25s' % name, module.__file__ or '')
        missing, maybe = self.any_missing_maybe()
        for title, names in (('Missing modules:', missing), ('Submodules that appear to be missing, but could also be '
                                                             'global names in the parent package:', maybe)):
            if names:
                print()
                print(title)
                for name in names:
                    print('?', name, 'imported from', ', '.join(sorted(self.badmodules[name])))

    def any_missing(self):
        """The names that were not found."""
        missing, maybe = self.any_missing_maybe()
        return missing + maybe

    def any_missing_maybe(self):
        """(those that are missing, those that may be names in a package which cannot be known)."""
        missing, maybe = [], []
        for name in self.badmodules:
            if name in self.excludes:
                continue
            package, dot, last = name.rpartition('.')
            parent = self.modules.get(package) if dot else None
            if parent is None:
                missing.append(name)
            elif last not in parent.globalnames:
                (maybe if parent.starimports else missing).append(name)
        return sorted(missing), sorted(maybe)


def test():
    import getopt
    options, args = getopt.getopt(sys.argv[1:], 'dmp:qx:')
    debug, path, excludes = 1, [], []
    for option, value in options:
        if option == '-d':
            debug += 1
        elif option == '-q':
            debug = 0
        elif option == '-p':
            path += value.split(os.pathsep)
        elif option == '-x':
            excludes.append(value)
    script = args[0] if args else 'hello.py'
    finder = ModuleFinder([*path, os.path.dirname(script), *sys.path], debug, excludes)
    for each in args[1:]:
        finder.load_file(each)
    finder.run_script(script)
    finder.report()
    return finder


if __name__ == '__main__':
    test()
