"""unparse(): source text whose tree is the given one."""
import sys

from ast._nodes import CLASSES
from ast._quotes import fstring_pieces, quoted

(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _CMP, _BOR, _BXOR, _BAND, _SHIFT, _ARITH, _TERM, _FACTOR, _POWER,
 _AWAIT, _ATOM) = range(18)
_BINARY = {'Add': ('+', _ARITH), 'Sub': ('-', _ARITH), 'Mult': ('*', _TERM), 'MatMult': ('@', _TERM),
           'Div': ('/', _TERM), 'Mod': ('%', _TERM), 'LShift': ('<<', _SHIFT), 'RShift': ('>>', _SHIFT),
           'BitOr': ('|', _BOR), 'BitXor': ('^', _BXOR), 'BitAnd': ('&', _BAND), 'FloorDiv': ('//', _TERM),
           'Pow': ('**', _POWER)}
_UNARY = {'Invert': ('~', _FACTOR), 'Not': ('not', _NOT), 'UAdd': ('+', _FACTOR), 'USub': ('-', _FACTOR)}
_COMPARE = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is',
            'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}
_INFINITY = '1e' + repr(sys.float_info.max_10_exp + 1)


def _kind(node):
    return type(node).__name__


class _Unparser:
    def __init__(self):
        self.out = []
        self.indent = 0
        self.no_backslashes = False

    # Statements: each begins with a new line.

    def line(self, text=''):
        self.out.append('\n' + '    ' * self.indent + text)

    def body(self, statements):
        self.indent += 1
        for each in statements:
            self.statement(each)
        self.indent -= 1

    def block(self, head, statements):
        self.line(head + ':')
        self.body(statements)

    def documented(self, node):
        """The body of something that may begin with a docstring."""
        rest = node.body
        first = rest[0] if rest else None
        if isinstance(first, CLASSES['Expr']) and isinstance(first.value, CLASSES['Constant']) \
                and isinstance(first.value.value, str):
            self.line(self.docstring(first.value))
            rest = rest[1:]
        for each in rest:
            self.statement(each)

    def docstring(self, node):
        return ('u' if node.kind == 'u' else '') + quoted(node.value, ('"""', "'''"))

    def module(self, node):
        self.documented(node)
        for ignore in getattr(node, 'type_ignores', ()):
            pass

    def statement(self, node):
        getattr(self, 'do_' + _kind(node))(node)

    def do_Expr(self, node):
        self.line(self.text(node.value, _YIELD))

    def do_Assign(self, node):
        targets = ''.join(self.text(each, _TUPLE) + ' = ' for each in node.targets)
        self.line(targets + self.text(node.value) + self.type_comment(node))

    def do_AugAssign(self, node):
        self.line(f'{self.text(node.target)} {_BINARY[_kind(node.op)][0]}= {self.text(node.value)}')

    def do_AnnAssign(self, node):
        target = self.text(node.target)
        if not node.simple and isinstance(node.target, CLASSES['Name']):
            target = f'({target})'
        value = ' = ' + self.text(node.value) if node.value else ''
        self.line(f'{target}: {self.text(node.annotation)}{value}')

    def do_Return(self, node):
        self.line('return' + (' ' + self.text(node.value) if node.value else ''))

    def do_Pass(self, node):
        self.line('pass')

    def do_Break(self, node):
        self.line('break')

    def do_Continue(self, node):
        self.line('continue')

    def do_Delete(self, node):
        self.line('del ' + self.list(node.targets))

    def do_Assert(self, node):
        self.line('assert ' + self.text(node.test) + (', ' + self.text(node.msg) if node.msg else ''))

    def do_Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def do_Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def alias(self, node):
        return node.name + (' as ' + node.asname if node.asname else '')

    def do_Import(self, node):
        self.line('import ' + ', '.join(map(self.alias, node.names)))

    def do_ImportFrom(self, node):
        self.line('from ' + '.' * (node.level or 0) + (node.module or '') + ' import '
                  + ', '.join(map(self.alias, node.names)))

    def do_Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            return self.line('raise')
        self.line('raise ' + self.text(node.exc) + (' from ' + self.text(node.cause) if node.cause else ''))

    def do_Try(self, node, star=''):
        self.block('try', node.body)
        for each in node.handlers:
            head = 'except' + star + (' ' + self.text(each.type) if each.type else '')
            self.block(head + (' as ' + each.name if each.name else ''), each.body)
        if node.orelse:
            self.block('else', node.orelse)
        if node.finalbody:
            self.block('finally', node.finalbody)

    def do_TryStar(self, node):
        self.do_Try(node, '*')

    def do_ClassDef(self, node):
        self.line()
        for each in node.decorator_list:
            self.line('@' + self.text(each))
        given = [self.text(each) for each in node.bases] + [self.keyword(each) for each in node.keywords]
        self.line(f'class {node.name}' + (f"({', '.join(given)})" if given else '') + ':')
        self.indent += 1
        self.documented(node)
        self.indent -= 1

    def do_FunctionDef(self, node, prefix='def'):
        self.line()
        for each in node.decorator_list:
            self.line('@' + self.text(each))
        returns = ' -> ' + self.text(node.returns) if node.returns else ''
        self.line(f'{prefix} {node.name}({self.arguments(node.args)}){returns}:{self.type_comment(node)}')
        self.indent += 1
        self.documented(node)
        self.indent -= 1

    def do_AsyncFunctionDef(self, node):
        self.do_FunctionDef(node, 'async def')

    def do_For(self, node, prefix='for'):
        self.line(f'{prefix} {self.text(node.target, _TUPLE)} in {self.text(node.iter)}:{self.type_comment(node)}')
        self.body(node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def do_AsyncFor(self, node):
        self.do_For(node, 'async for')

    def do_If(self, node):
        self.block('if ' + self.text(node.test), node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], CLASSES['If']):
            node = node.orelse[0]
            self.block('elif ' + self.text(node.test), node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def do_While(self, node):
        self.block('while ' + self.text(node.test), node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def do_With(self, node, prefix='with'):
        items = [self.text(each.context_expr) + (' as ' + self.text(each.optional_vars) if each.optional_vars else '')
                 for each in node.items]
        self.line(f"{prefix} {', '.join(items)}:{self.type_comment(node)}")
        self.body(node.body)

    def do_AsyncWith(self, node):
        self.do_With(node, 'async with')

    def do_Match(self, node):
        self.line(f'match {self.text(node.subject)}:')
        self.indent += 1
        for each in node.cases:
            guard = ' if ' + self.text(each.guard) if each.guard else ''
            self.block('case ' + self.pattern(each.pattern) + guard, each.body)
        self.indent -= 1

    def type_comment(self, node):
        return f' # type: {node.type_comment}' if getattr(node, 'type_comment', None) else ''

    # Patterns

    def pattern(self, node, level=_TEST):
        return getattr(self, 'pattern_' + _kind(node)[5:])(node, level)

    def pattern_Value(self, node, level):
        return self.text(node.value)

    def pattern_Singleton(self, node, level):
        return self.constant(node.value)

    def pattern_Sequence(self, node, level):
        return '[' + ', '.join(map(self.pattern, node.patterns)) + ']'

    def pattern_Star(self, node, level):
        return '*' + (node.name or '_')

    def pattern_Mapping(self, node, level):
        parts = [self.text(key) + ': ' + self.pattern(value) for key, value in zip(node.keys, node.patterns)]
        if node.rest is not None:
            parts.append('**' + node.rest)
        return '{' + ', '.join(parts) + '}'

    def pattern_Class(self, node, level):
        parts = [self.pattern(each) for each in node.patterns]
        parts += [name + '=' + self.pattern(each) for name, each in zip(node.kwd_attrs, node.kwd_patterns)]
        return self.text(node.cls, _ATOM) + '(' + ', '.join(parts) + ')'

    def pattern_As(self, node, level):
        if node.pattern is None:
            return '_' if node.name is None else node.name
        text = self.pattern(node.pattern, _BOR) + ' as ' + node.name
        return f'({text})' if level > _TEST else text

    def pattern_Or(self, node, level):
        text = ' | '.join(self.pattern(each, _BOR + 1) for each in node.patterns)
        return f'({text})' if level > _BOR else text

    # Expressions: text in a context that binds as tightly as `level`.

    def text(self, node, level=_TEST):
        return getattr(self, 'show_' + _kind(node))(node, level)

    def list(self, nodes):
        return ', '.join(self.text(each) for each in nodes)

    def within(self, needed, text):
        return f'({text})' if needed else text

    def arguments(self, node):
        parts, positional = [], node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        for place, (each, default) in enumerate(zip(positional, defaults), 1):
            parts.append(self.arg(each) + ('=' + self.text(default) if default else ''))
            if place == len(node.posonlyargs):
                parts.append('/')
        if node.vararg or node.kwonlyargs:
            parts.append('*' + (self.arg(node.vararg) if node.vararg else ''))
        for each, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.arg(each) + ('=' + self.text(default) if default else ''))
        if node.kwarg:
            parts.append('**' + self.arg(node.kwarg))
        return ', '.join(parts)

    def arg(self, node):
        return node.arg + (': ' + self.text(node.annotation) if node.annotation else '')

    def keyword(self, node):
        return ('**' if node.arg is None else node.arg + '=') + self.text(node.value)

    def show_Module(self, node, level):
        self.module(node)
        return ''

    def show_NamedExpr(self, node, level):
        return self.within(level > _NAMED, f'{self.text(node.target, _ATOM)} := {self.text(node.value, _ATOM)}')

    def show_Yield(self, node, level):
        value = ' ' + self.text(node.value, _ATOM) if node.value else ''
        return self.within(level > _YIELD, 'yield' + value)

    def show_YieldFrom(self, node, level):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return self.within(level > _YIELD, 'yield from ' + self.text(node.value, _ATOM))

    def show_Await(self, node, level):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return self.within(level > _AWAIT, 'await ' + self.text(node.value, _ATOM))

    def constant(self, value):
        if isinstance(value, (float, complex)):
            return repr(value).replace('inf', _INFINITY).replace('nan', f'({_INFINITY}-{_INFINITY})')
        if isinstance(value, str) and self.no_backslashes:
            return quoted(value, ("'", '"', '"""', "'''"))
        if isinstance(value, tuple):
            return '(' + ', '.join(map(self.constant, value)) + (',)' if len(value) == 1 else ')')
        return '...' if value is ... else repr(value)

    def show_Constant(self, node, level):
        return ('u' if getattr(node, 'kind', None) == 'u' else '') + self.constant(node.value)

    def show_Name(self, node, level):
        return node.id

    def show_JoinedStr(self, node, level):
        if self.no_backslashes:
            return 'f' + quoted(self.fstring(node.values), ("'", '"', '"""', "'''"))
        pieces = [(self.fstring_part(each), isinstance(each, CLASSES['Constant'])) for each in node.values]
        return 'f' + fstring_pieces(pieces)

    def fstring(self, values):
        return ''.join(self.fstring_part(each) for each in values)

    def fstring_part(self, node):
        if isinstance(node, CLASSES['JoinedStr']):
            return self.fstring(node.values)
        if isinstance(node, CLASSES['Constant']):
            if not isinstance(node.value, str):
                raise ValueError('Constants inside JoinedStr should be a string.')
            return node.value.replace('{', '{{').replace('}', '}}')
        inner = _Unparser()
        inner.no_backslashes = True
        expression = inner.text(node.value, _TEST + 1)
        if '\\' in expression:
            raise ValueError('Unable to avoid backslash in f-string expression part')
        text = '{' + (' ' if expression.startswith('{') else '') + expression
        if node.conversion != -1:
            text += '!' + chr(node.conversion)
        if node.format_spec:
            text += ':' + self.fstring_part(node.format_spec)
        return text + '}'

    def show_FormattedValue(self, node, level):
        return 'f' + quoted(self.fstring_part(node), ("'", '"', '"""', "'''"))

    def show_List(self, node, level):
        return '[' + self.list(node.elts) + ']'

    def show_Tuple(self, node, level):
        return self.within(len(node.elts) == 0 or level > _TUPLE, self.items(node.elts))

    def items(self, nodes):
        return self.list(nodes) + (',' if len(nodes) == 1 else '')

    def show_Set(self, node, level):
        return '{' + self.list(node.elts) + '}' if node.elts else '{*()}'

    def show_Dict(self, node, level):
        parts = ['**' + self.text(value, _BOR) if key is None else f'{self.text(key)}: {self.text(value)}'
                 for key, value in zip(node.keys, node.values)]
        return '{' + ', '.join(parts) + '}'

    def generators(self, nodes):
        text = ''
        for each in nodes:
            text += f" {'async ' if each.is_async else ''}for {self.text(each.target, _TUPLE)}" \
                    f' in {self.text(each.iter, _TEST + 1)}'
            text += ''.join(' if ' + self.text(test, _TEST + 1) for test in each.ifs)
        return text

    def show_ListComp(self, node, level):
        return '[' + self.text(node.elt) + self.generators(node.generators) + ']'

    def show_GeneratorExp(self, node, level):
        return '(' + self.text(node.elt) + self.generators(node.generators) + ')'

    def show_SetComp(self, node, level):
        return '{' + self.text(node.elt) + self.generators(node.generators) + '}'

    def show_DictComp(self, node, level):
        return '{' + f'{self.text(node.key)}: {self.text(node.value)}{self.generators(node.generators)}' + '}'

    def show_IfExp(self, node, level):
        text = f'{self.text(node.body, _TEST + 1)} if {self.text(node.test, _TEST + 1)} else {self.text(node.orelse)}'
        return self.within(level > _TEST, text)

    def show_BoolOp(self, node, level):
        word, own = ('and', _AND) if isinstance(node.op, CLASSES['And']) else ('or', _OR)
        parts = [self.text(each, own + place) for place, each in enumerate(node.values, 1)]
        return self.within(level > own, f' {word} '.join(parts))

    def show_BinOp(self, node, level):
        sign, own = _BINARY[_kind(node.op)]
        left, right = (own + 1, own) if sign == '**' else (own, own + 1)
        return self.within(level > own, f'{self.text(node.left, left)} {sign} {self.text(node.right, right)}')

    def show_UnaryOp(self, node, level):
        sign, own = _UNARY[_kind(node.op)]
        space = '' if own == _FACTOR else ' '
        return self.within(level > own, sign + space + self.text(node.operand, own))

    def show_Compare(self, node, level):
        text = self.text(node.left, _CMP + 1)
        for op, right in zip(node.ops, node.comparators):
            text += f' {_COMPARE[_kind(op)]} {self.text(right, _CMP + 1)}'
        return self.within(level > _CMP, text)

    def show_Lambda(self, node, level):
        given = self.arguments(node.args)
        return self.within(level > _TEST, 'lambda' + (' ' + given if given else '') + ': ' + self.text(node.body))

    def show_Call(self, node, level):
        given = [self.text(each) for each in node.args] + [self.keyword(each) for each in node.keywords]
        return self.text(node.func, _ATOM) + '(' + ', '.join(given) + ')'

    def show_Attribute(self, node, level):
        text = self.text(node.value, _ATOM)
        if isinstance(node.value, CLASSES['Constant']) and isinstance(node.value.value, int):
            text += ' '
        return text + '.' + node.attr

    def show_Subscript(self, node, level):
        inner = node.slice
        if isinstance(inner, CLASSES['Tuple']) and inner.elts:
            return f'{self.text(node.value, _ATOM)}[{self.items(inner.elts)}]'
        return f'{self.text(node.value, _ATOM)}[{self.text(inner)}]'

    def show_Starred(self, node, level):
        return '*' + self.text(node.value, _BOR)

    def show_Slice(self, node, level):
        text = (self.text(node.lower) if node.lower else '') + ':' + (self.text(node.upper) if node.upper else '')
        return text + (':' + self.text(node.step) if node.step else '')


def unparse(ast_obj):
    """The source text of a tree; spaces and comments are not what they were."""
    unparser = _Unparser()
    kind = _kind(ast_obj)
    if isinstance(ast_obj, list):
        for each in ast_obj:
            unparser.statement(each)
    elif kind == 'Module':
        unparser.module(ast_obj)
    elif kind == 'Interactive':
        for each in ast_obj.body:
            unparser.statement(each)
    elif kind == 'Expression':
        unparser.out.append(unparser.text(ast_obj.body))
    elif kind == 'FunctionType':
        unparser.out.append('(' + unparser.list(ast_obj.argtypes) + ') -> ' + unparser.text(ast_obj.returns))
    elif isinstance(ast_obj, CLASSES['stmt']):
        unparser.statement(ast_obj)
    else:
        unparser.out.append(_part(unparser, ast_obj, kind))
    return ''.join(unparser.out).lstrip('\n')


def _part(unparser, node, kind):
    """A node that is neither statement nor expression."""
    if kind in ('arguments', 'arg', 'keyword', 'alias'):
        return getattr(unparser, kind)(node)
    if kind == 'comprehension':
        return unparser.generators([node])
    if isinstance(node, CLASSES['pattern']):
        return unparser.pattern(node)
    return unparser.text(node)
