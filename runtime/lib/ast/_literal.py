"""literal_eval(): what a tree of literals says."""
from ast import parse
from ast._nodes import CLASSES

Constant, UnaryOp, BinOp, Call = CLASSES['Constant'], CLASSES['UnaryOp'], CLASSES['BinOp'], CLASSES['Call']
_NUMBERS = (int, float, complex)


def _malformed(node):
    message = 'malformed node or string'
    if line := getattr(node, 'lineno', None):
        message += f' on line {line}'
    raise ValueError(message + f': {node!r}')


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in _NUMBERS:
        _malformed(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (CLASSES['UAdd'], CLASSES['USub'])):
        value = _number(node.operand)
        return +value if isinstance(node.op, CLASSES['UAdd']) else -value
    return _number(node)


def _is_empty_set(node):
    return isinstance(node, Call) and isinstance(node.func, CLASSES['Name']) and node.func.id == 'set' \
        and node.args == node.keywords == []


def _value(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, CLASSES['Tuple']):
        return tuple(map(_value, node.elts))
    if isinstance(node, CLASSES['List']):
        return list(map(_value, node.elts))
    if isinstance(node, CLASSES['Set']):
        return set(map(_value, node.elts))
    if _is_empty_set(node):
        return set()
    if isinstance(node, CLASSES['Dict']):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return dict(zip(map(_value, node.keys), map(_value, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (CLASSES['Add'], CLASSES['Sub'])):
        left, right = _signed(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, CLASSES['Add']) else left - right
    return _signed(node)


def literal_eval(node_or_string):
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval')
    if isinstance(node_or_string, CLASSES['Expression']):
        node_or_string = node_or_string.body
    return _value(node_or_string)
