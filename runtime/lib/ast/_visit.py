"""Walks over trees, and small work on them: dump, positions, docstrings, the text of a node."""
from ast._nodes import AST, CLASSES


def iter_fields(node):
    """(name, value) of each field that is set."""
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes among the fields, those in lists too."""
    for _, field in iter_fields(node):
        if isinstance(field, AST):
            yield field
        elif isinstance(field, list):
            yield from (item for item in field if isinstance(item, AST))


def walk(node):
    """The node and everything below it, in no promised order."""
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


class _Dump:
    def __init__(self, annotate_fields, include_attributes, indent):
        self.annotate = annotate_fields
        self.attributes = include_attributes
        self.indent = indent

    def _layout(self, level):
        if self.indent is None:
            return '', ', '
        prefix = '\n' + self.indent * level
        return prefix, ',' + prefix

    def show(self, node, level=0):
        """(text, whether it is short enough to stand without a line of its own)"""
        level += self.indent is not None
        prefix, separator = self._layout(level)
        if isinstance(node, AST):
            return self._show_node(node, level, prefix, separator)
        if isinstance(node, list):
            if not node:
                return '[]', True
            return '[%s%s]' % (prefix, separator.join(self.show(each, level)[0] for each in node)), False
        return repr(node), True

    def _show_node(self, node, level, prefix, separator):
        shown, simple, keywords = [], True, self.annotate
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                keywords = True
                continue
            if value is None and getattr(type(node), name, ...) is None:
                keywords = True
                continue
            text, short = self.show(value, level)
            simple = simple and short
            shown.append('%s=%s' % (name, text) if keywords else text)
        if self.attributes and node._attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(type(node), name, ...) is None:
                    continue
                text, short = self.show(value, level)
                simple = simple and short
                shown.append('%s=%s' % (name, text))
        name = type(node).__name__
        if simple and len(shown) <= 3:
            return '%s(%s)' % (name, ', '.join(shown)), not shown
        return '%s(%s%s)' % (name, prefix, separator.join(shown)), False


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """The tree as text."""
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return _Dump(annotate_fields, include_attributes, indent).show(node)[0]


def copy_location(new_node, old_node):
    """Gives the new node the position of the old one."""
    for name in 'lineno', 'col_offset', 'end_lineno', 'end_col_offset':
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith('end_'):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a position that of the node above."""
    def fix(node, position):
        here = list(position)
        for place, name in enumerate(('lineno', 'end_lineno', 'col_offset', 'end_col_offset')):
            if name not in node._attributes:
                continue
            if getattr(node, name, None) is None and (name.startswith('end_') or not hasattr(node, name)):
                setattr(node, name, position[place])
            else:
                here[place] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, here)
    fix(node, (1, 1, 0, 0))
    return node


def increment_lineno(node, n=1):
    """Moves everything down by n lines."""
    for child in walk(node):
        if isinstance(child, CLASSES['TypeIgnore']):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end := getattr(child, 'end_lineno', 0)) is not None:
            child.end_lineno = end + n
    return node


def get_docstring(node, clean=True):
    """The docstring of a function, class or module, or None."""
    kinds = tuple(CLASSES[name] for name in ('AsyncFunctionDef', 'FunctionDef', 'ClassDef', 'Module'))
    if not isinstance(node, kinds):
        raise TypeError("%r can't have docstrings" % (node.__class__.__name__))
    if not (node.body and isinstance(node.body[0], CLASSES['Expr'])):
        return None
    value = node.body[0].value
    if not (isinstance(value, CLASSES['Constant']) and isinstance(value.value, str)):
        return None
    text = value.value
    if clean:
        import inspect
        text = inspect.cleandoc(text)
    return text


def _lines(source):
    """The lines with their ends; only \\n, \\r and \\r\\n end one."""
    import re
    return re.findall(r'[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+', source)


def get_source_segment(source, node, *, padded=False):
    """The text a node was made of; None where its position is not known."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = _lines(source)
    if first == last:
        return lines[first].encode()[start:end].decode()
    padding = ''
    if padded:
        before = lines[first].encode()[:start].decode()
        padding = ''.join(each if each in '\f\t' else ' ' for each in before)
    return ''.join([padding + lines[first].encode()[start:].decode(), *lines[first + 1:last],
                    lines[last].encode()[:end].decode()])


class NodeVisitor:
    """Calls visit_NAME for a node of class NAME, generic_visit() where there is no such method."""

    def visit(self, node):
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        """Visits the nodes below."""
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)

    def visit_Constant(self, node):
        """Also calls the methods for the classes of before Python 3.8."""
        value = node.value
        name = next((name for kind, name in _OLD_NAMES if isinstance(value, kind)), None)
        visitor = name and getattr(self, 'visit_' + name, None)
        if visitor is None:
            return self.generic_visit(node)
        import warnings
        warnings.warn(f'visit_{name} is deprecated; add visit_Constant', DeprecationWarning, 2)
        return visitor(node)


_OLD_NAMES = ((bool, 'NameConstant'), (type(None), 'NameConstant'), ((int, float, complex), 'Num'), (str, 'Str'),
              (bytes, 'Bytes'), (type(...), 'Ellipsis'))


class NodeTransformer(NodeVisitor):
    """A visitor whose methods return what is to stand in the node's place; None removes it."""

    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, list):
                old[:] = self._transform(old)
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new)
        return node

    def _transform(self, items):
        made = []
        for item in items:
            if isinstance(item, AST):
                item = self.visit(item)
                if item is None:
                    continue
                if not isinstance(item, AST):
                    made.extend(item)
                    continue
            made.append(item)
        return made
