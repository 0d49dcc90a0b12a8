"""The classes of the nodes, made of the grammar below, which is the abstract grammar of Python 3.11."""
import re

GRAMMAR = '''
mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body)
    | FunctionType(expr* argtypes, expr returns)
stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
    | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
    | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list)
    | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment)
    | AugAssign(expr target, operator op, expr value)
    | AnnAssign(expr target, expr annotation, expr? value, int simple)
    | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
    | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
    | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse)
    | With(withitem* items, stmt* body, string? type_comment)
    | AsyncWith(withitem* items, stmt* body, string? type_comment)
    | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause)
    | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
    | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
    | Assert(expr test, expr? msg) | Import(alias* names)
    | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names)
    | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
    @ int lineno, int col_offset, int? end_lineno, int? end_col_offset
expr = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value)
    | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand)
    | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse)
    | Dict(expr* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators)
    | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators)
    | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value)
    | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators)
    | Call(expr func, expr* args, keyword* keywords)
    | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values)
    | Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx)
    | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx)
    | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx)
    | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
    @ int lineno, int col_offset, int? end_lineno, int? end_col_offset
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension = comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)
    @ int lineno, int col_offset, int? end_lineno, int? end_col_offset
arguments = arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg = arg(identifier arg, expr? annotation, string? type_comment)
    @ int lineno, int col_offset, int? end_lineno, int? end_col_offset
keyword = keyword(identifier? arg, expr value)
    @ int lineno, int col_offset, int? end_lineno, int? end_col_offset
alias = alias(identifier name, identifier? asname)
    @ int lineno, int col_offset, int? end_lineno, int? end_col_offset
withitem = withitem(expr context_expr, expr? optional_vars)
match_case = match_case(pattern pattern, expr? guard, stmt* body)
pattern = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns)
    | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
    | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
    | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
    @ int lineno, int col_offset, int end_lineno, int end_col_offset
type_ignore = TypeIgnore(int lineno, string tag)
'''


class AST:
    """The base of all nodes."""
    _fields = _attributes = __match_args__ = ()

    def __init__(self, /, *args, **kwargs):
        if args or kwargs:
            self.__fill(args, kwargs)

    def __fill(self, args, kwargs):
        name, fields = type(self).__name__, self._fields
        if len(args) > len(fields):
            raise TypeError('%s constructor takes at most %d positional argument%s'
                            % (name, len(fields), '' if len(fields) == 1 else 's'))
        for field, value in zip(fields, args):
            setattr(self, field, value)
        given = fields[:len(args)]
        for field, value in kwargs.items():
            if field in given:
                raise TypeError('%s got multiple values for argument %r' % (name, field))
            setattr(self, field, value)

    def __reduce__(self):
        return type(self), (), self.__dict__


AST.__module__ = 'ast'
CLASSES = {'AST': AST}
_PRODUCTION = re.compile(r'(\w+) = ((?:.|\n(?=    ))*)')


def _names(text):
    return tuple(re.split(r'[?*]? ', each.strip())[-1] for each in text.split(',')) if text else ()


def _make(name, base, text, fields, attributes=None):
    body = {'__module__': 'ast', '__doc__': text, '_fields': fields, '__match_args__': fields}
    if attributes is not None:
        body['_attributes'] = attributes
    for each in re.findall(r'\w+\? (\w+)', text):
        body[each] = None
    made = type(name, (base,), body)
    CLASSES[name] = made
    return made


def _define(name, body):
    body, _, attributes = body.partition('@')
    attributes = attributes.strip()
    alternatives = [' '.join(each.split()) for each in body.split('|')]
    places = _names(attributes) if attributes else ()
    if len(alternatives) == 1 and alternatives[0].startswith(name + '('):
        made = _make(name, AST, alternatives[0], _names(alternatives[0][len(name) + 1:-1]), places)
    else:
        width = len(name) + 1
        made = _make(name, AST, name + ' = ' + ('\n' + ' ' * width + '| ').join(alternatives), (), places)
        for each in alternatives:
            kind, _, fields = each.partition('(')
            sub = _make(kind, made, each, _names(fields[:-1]))
            if name in ('expr_context', 'boolop', 'operator', 'unaryop', 'cmpop'):
                sub._shared = sub()
    for place in re.findall(r'\w+\? (\w+)', attributes):
        setattr(made, place, None)


for _match in _PRODUCTION.finditer(GRAMMAR):
    _define(*_match.groups())
