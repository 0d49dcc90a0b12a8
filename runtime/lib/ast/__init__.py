"""Trees of Python code: nodes, the way from text to them and back, walks over them."""
import _tree
from ast._nodes import AST, CLASSES
from ast._old import Bytes, Ellipsis, ExtSlice, Index, NameConstant, Num, Str, AugLoad, AugStore, Param, Suite, slice
from ast._unparse import unparse
from ast._visit import NodeTransformer, NodeVisitor, copy_location, dump, fix_missing_locations, \
    get_docstring, get_source_segment, increment_lineno, iter_child_nodes, iter_fields, walk

globals().update(CLASSES)
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
_MODES = {'exec': 0, 'eval': 1, 'single': 2}
_ROOTS = {'exec': CLASSES['Module'], 'eval': CLASSES['Expression'], 'single': CLASSES['Interactive']}


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None):
    """The tree of a source text."""
    if isinstance(feature_version, tuple) and feature_version[0] < 3:
        raise ValueError(f'Unsupported major version: {feature_version[0]}')
    flags = PyCF_ONLY_AST | (PyCF_TYPE_COMMENTS if type_comments else 0)
    return compile(source, filename, mode, flags)


def _parse(source, filename, mode, flags):
    """What compile() does with a text and PyCF_ONLY_AST; the source is a str."""
    return _tree.parse(source, filename, _MODES[mode], flags, CLASSES)


def _compile(tree, filename, mode, flags, optimize):
    """What compile() does with a tree."""
    if flags & PyCF_ONLY_AST:
        return tree
    wanted = _ROOTS[mode]
    if not isinstance(tree, wanted):
        raise TypeError(f'expected {wanted.__name__} node, got {type(tree).__name__}')
    from ast import _check
    _check.check(tree)
    return _tree.compile(tree, filename, _MODES[mode], flags, optimize)


def literal_eval(node_or_string):
    """The value of an expression of literals: numbers, strings, bytes, None, True, False and their containers."""
    from ast import _literal
    return _literal.literal_eval(node_or_string)


for _each in list(globals().values()):
    if getattr(_each, '__module__', None) in ('ast._visit', 'ast._unparse'):
        _each.__module__ = 'ast'
del _each


def main():
    """gillab -m ast FILE: prints the tree."""
    import argparse
    parser = argparse.ArgumentParser(prog='python -m ast')
    parser.add_argument('infile', type=argparse.FileType(mode='rb'), nargs='?', default='-',
                        help='the file to parse; defaults to stdin')
    parser.add_argument('-m', '--mode', default='exec', choices=('exec', 'single', 'eval', 'func_type'),
                        help='specify what kind of code must be parsed')
    parser.add_argument('--no-type-comments', default=True, action='store_false',
                        help="don't add information about type comments")
    parser.add_argument('-a', '--include-attributes', action='store_true',
                        help='include attributes such as line numbers and column offsets')
    parser.add_argument('-i', '--indent', type=int, default=3, help='indentation of nodes (number of spaces)')
    args = parser.parse_args()
    with args.infile as infile:
        source = infile.read()
    tree = parse(source, args.infile.name, args.mode, type_comments=args.no_type_comments)
    print(dump(tree, include_attributes=args.include_attributes, indent=args.indent))
