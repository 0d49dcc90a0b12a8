"""What CPython asks of a tree before it compiles it, beyond the types of its fields."""
from ast._nodes import AST, CLASSES

_Load, _Store, _Del = CLASSES['Load'], CLASSES['Store'], CLASSES['Del']
_WITH_CONTEXT = tuple(CLASSES[name] for name in ('Attribute', 'Subscript', 'Starred', 'Name', 'List', 'Tuple'))
_NEVER_EMPTY = {'FunctionDef': ('body',), 'AsyncFunctionDef': ('body',), 'ClassDef': ('body',), 'For': ('body',),
                'AsyncFor': ('body',), 'While': ('body',), 'If': ('body',), 'With': ('items', 'body'),
                'AsyncWith': ('items', 'body'), 'Try': ('body',), 'TryStar': ('body',), 'ExceptHandler': ('body',),
                'Delete': ('targets',), 'Assign': ('targets',), 'Import': ('names',), 'ImportFrom': ('names',),
                'Global': ('names',), 'Nonlocal': ('names',), 'Match': ('cases',), 'match_case': ('body',)}
_STORED = {'Assign': 'targets', 'AugAssign': 'target', 'AnnAssign': 'target', 'For': 'target', 'AsyncFor': 'target',
           'withitem': 'optional_vars', 'comprehension': 'target', 'NamedExpr': 'target'}

_DEEPEST = 6000  # the compiler takes less; a tree that is part of itself has no end


def check(tree):
    """Raises ValueError for the first thing that is wrong."""
    _statement_lists(tree)


def _fail(text):
    raise ValueError(text)


def _context(node, wanted):
    """An expression and, in tuples, lists and stars, its parts must have the wanted context."""
    if not isinstance(node, AST):
        return
    has = getattr(node, 'ctx', None) if isinstance(node, _WITH_CONTEXT) else None
    if has is None:
        if wanted is not _Load:
            _fail(f"expression which can't be assigned to in {wanted.__name__} context")
        return
    if not isinstance(has, wanted):
        _fail(f'expression must have {wanted.__name__} context but has {type(has).__name__} instead')
    if isinstance(node, (CLASSES['List'], CLASSES['Tuple'])):
        for each in node.elts:
            _context(each, wanted)
    elif isinstance(node, CLASSES['Starred']):
        _context(node.value, wanted)


def _statement_lists(root):
    todo = [(root, 0)]
    while todo:
        node, depth = todo.pop()
        if depth > _DEEPEST:
            raise RecursionError('maximum recursion depth exceeded during ast construction')
        kind = type(node).__name__
        for field in _NEVER_EMPTY.get(kind, ()):
            if getattr(node, field, None) == []:
                _fail(f'empty {field} on {kind}')
        _special(node, kind)
        stored = _STORED.get(kind)
        children = []
        for field in node._fields:
            value = getattr(node, field, None)
            context = _Store if field == stored else _Del if kind == 'Delete' else _Load
            items = value if isinstance(value, list) else [value]
            for item in items:
                if item is None and isinstance(value, list) and field not in ('keys', 'kw_defaults'):
                    _fail('None disallowed in expression list' if field in _EXPRESSIONS else
                          'None disallowed in statement list')
                if isinstance(item, CLASSES['expr']):
                    if not isinstance(node, (CLASSES['Tuple'], CLASSES['List'], CLASSES['Starred'])) \
                            or isinstance(node.ctx, _Load):
                        _context(item, context)
                if isinstance(item, AST):
                    children.append((item, depth + 1))
        todo.extend(reversed(children))


_EXPRESSIONS = frozenset('elts values targets decorator_list bases args comparators ifs defaults'.split())


def _special(node, kind):
    if kind in ('Try', 'TryStar'):
        if not node.handlers and not node.finalbody:
            _fail(f'{kind} has neither handlers nor finalbody')
        if not node.handlers and node.orelse:
            _fail(f'{kind} has orelse but no except handlers')
    elif kind == 'arguments':
        if len(node.defaults) > len(node.args) + len(node.posonlyargs):
            _fail('more positional defaults than args on arguments')
        if len(node.kw_defaults) != len(node.kwonlyargs):
            _fail('length of kwonlyargs is not the same as kw_defaults on arguments')
    elif kind == 'Raise' and node.cause and not node.exc:
        _fail('Raise with cause but no exception')
    elif kind == 'BoolOp' and len(node.values) < 2:
        _fail('BoolOp with less than 2 values')
    elif kind == 'Dict' and len(node.keys) != len(node.values):
        _fail("Dict doesn't have the same number of keys as values")
    elif kind == 'Compare':
        if not node.comparators:
            _fail('Compare with no comparators')
        if len(node.comparators) != len(node.ops):
            _fail('Compare has a different number of comparators and operands')
    elif kind in ('ListComp', 'SetComp', 'DictComp', 'GeneratorExp') and not node.generators:
        _fail('comprehension with no generators')
    elif kind == 'ImportFrom' and node.level is not None and node.level < 0:
        _fail('Negative ImportFrom level')
    elif kind == 'AnnAssign' and node.simple and not isinstance(node.target, CLASSES['Name']):
        raise TypeError('AnnAssign with simple non-Name target')
    elif kind in ('Name', 'MatchAs', 'MatchStar', 'MatchMapping'):
        _name(getattr(node, 'id', None) or getattr(node, 'name', None) or getattr(node, 'rest', None))
        if kind == 'MatchAs' and node.name is None and node.pattern is not None:
            _fail('MatchAs must specify a target name if a pattern is given')
    elif kind == 'MatchOr' and len(node.patterns) < 2:
        _fail('MatchOr requires at least 2 patterns')
    elif kind == 'MatchSingleton' and not (node.value is None or isinstance(node.value, bool)):
        _fail('MatchSingleton can only contain True, False and None')
    elif kind == 'MatchMapping' and len(node.keys) != len(node.patterns):
        _fail("MatchMapping doesn't have the same number of keys as patterns")
    elif kind == 'MatchClass' and len(node.kwd_attrs) != len(node.kwd_patterns):
        _fail("MatchClass doesn't have the same number of keyword attributes as patterns")


def _name(text):
    if text in ('None', 'True', 'False'):
        _fail(f"identifier field can't represent '{text}' constant")
