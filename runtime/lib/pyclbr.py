"""The classes and functions of a module, read from its source without importing it."""
import ast
import importlib.util
import sys
from importlib.machinery import PathFinder

__all__ = ['readmodule', 'readmodule_ex', 'Class', 'Function']

_modules = {}  # path of a module: what was read


class _Object:
    """What classes and functions have: their place, what they are in and what is in them."""

    def __init__(self, module, name, file, lineno, end_lineno, parent):
        self.module = module
        self.name = name
        self.file = file
        self.lineno = lineno
        self.end_lineno = end_lineno
        self.parent = parent
        self.children = {}
        if parent is not None:
            parent.children[name] = self


class Function(_Object):
    """A function or method."""

    def __init__(self, module, name, file, lineno, parent=None, is_async=False, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.is_async = is_async
        if isinstance(parent, Class):
            parent.methods[name] = lineno


class Class(_Object):
    """A class. `super`: its bases, as Class objects where they are known, else as texts; `methods`: {name: line}."""

    def __init__(self, module, name, super_, file, lineno, parent=None, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.super = super_ or []
        self.methods = {}


def readmodule(module, path=None):
    """{name: Class} of a module's classes."""
    return {name: value for name, value in _readmodule(module, path or []).items() if isinstance(value, Class)}


def readmodule_ex(module, path=None):
    """{name: Class or Function}; __path__ is the list of folders where it is a package."""
    return _readmodule(module, path or [])


def _readmodule(module, path, inpackage=None):
    fullmodule = '%s.%s' % (inpackage, module) if inpackage is not None else module
    if fullmodule in _modules:
        return _modules[fullmodule]
    if module in sys.builtin_module_names and inpackage is None:
        _modules[module] = {}
        return {}
    package, dot, submodule = module.rpartition('.')
    if dot:
        parent = _readmodule(package, path, inpackage)
        whole = '%s.%s' % (inpackage, package) if inpackage is not None else package
        if '__path__' not in parent:
            raise ImportError('No package named {}'.format(whole))
        return _readmodule(submodule, parent['__path__'], whole)
    search = path if inpackage is not None else path + sys.path
    spec = PathFinder.find_spec(fullmodule, search)
    if spec is None and inpackage is None:
        spec = importlib.util.find_spec(fullmodule)
    if spec is None:
        raise ModuleNotFoundError(f'no module named {fullmodule!r}', name=fullmodule)
    tree = {}
    _modules[fullmodule] = tree
    if spec.submodule_search_locations is not None:
        tree['__path__'] = spec.submodule_search_locations
    try:
        source = spec.loader.get_source(fullmodule)
    except (AttributeError, ImportError):
        return tree
    if source is None:
        return tree
    return _create_tree(fullmodule, path, spec.loader.get_filename(fullmodule), source, tree, inpackage)


def _create_tree(fullmodule, path, fname, source, tree, inpackage):
    _Reader(fullmodule, fname, inpackage, tree).visit(ast.parse(source))
    return tree


class _Reader(ast.NodeVisitor):
    """Fills a tree with what a module's source defines."""

    def __init__(self, module, file, inpackage, tree):
        self.module = module
        self.file = file
        self.inpackage = inpackage
        self.tree = tree
        self.inside = []

    def _add(self, made, node):
        if not self.inside:
            self.tree[node.name] = made
        self.inside.append(made)
        self.generic_visit(node)
        self.inside.pop()

    def visit_ClassDef(self, node):
        bases = [self._base(ast.unparse(base)) for base in node.bases]
        self._add(Class(self.module, node.name, bases, self.file, node.lineno, self.inside[-1] if self.inside else None,
                        end_lineno=node.end_lineno), node)

    def _base(self, name):
        """The Class of that name, where it is known; the name as it stands otherwise."""
        if name in self.tree:
            return self.tree[name]
        *modules, last = name.split('.')
        if not modules:
            return name
        known = _modules.get(modules[-1])
        return known.get(last, name) if known else name

    def visit_FunctionDef(self, node, *, is_async=False):
        parent = self.inside[-1] if self.inside else None
        self._add(Function(self.module, node.name, self.file, node.lineno, parent, is_async, end_lineno=node.end_lineno),
                  node)

    def visit_AsyncFunctionDef(self, node):
        self.visit_FunctionDef(node, is_async=True)

    def visit_Import(self, node):
        if node.col_offset != 0:
            return
        for each in node.names:
            try:
                try:
                    _readmodule(each.name, [], self.inpackage)
                except ImportError:
                    _readmodule(each.name, [])
            except (ImportError, SyntaxError):
                continue  # nothing to be known of it

    def visit_ImportFrom(self, node):
        if node.col_offset != 0:
            return
        try:
            found = _readmodule('.' * node.level + (node.module or ''), [], self.inpackage)
        except (ImportError, SyntaxError):
            return
        for each in node.names:
            if each.name in found:
                self.tree[each.asname or each.name] = found[each.name]
            elif each.name == '*':
                self.tree.update({key: value for key, value in found.items() if key[0] != '_'})


def _main():
    """Prints the tree of the module that an argument names, or of this one."""
    import os
    name = sys.argv[1] if len(sys.argv) > 1 else __file__
    path = []
    if os.path.exists(name):
        path = [os.path.dirname(name)]
        name = os.path.basename(name)
        if name.lower().endswith('.py'):
            name = name[:-3]
    tree = readmodule_ex(name, path)
    waiting = sorted((each for each in tree.values() if not isinstance(each, list)),
                     key=lambda each: each.lineno, reverse=True)
    depth = {each: 0 for each in waiting}
    while waiting:
        each = waiting.pop()
        indent = depth[each] * ' '
        for child in sorted(each.children.values(), key=lambda child: child.lineno, reverse=True):
            depth[child] = depth[each] + 2
            waiting.append(child)
        if isinstance(each, Class):
            print('{}class {} {} {}'.format(indent, each.name, each.super, each.lineno))
        else:
            print('{}def {} {}'.format(indent, each.name, each.lineno))


if __name__ == '__main__':
    _main()
