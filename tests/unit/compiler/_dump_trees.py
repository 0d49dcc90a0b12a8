"""Writes the syntax trees of some modules of CPython's library in the form of tree_dump.h: a line with the file's path,
then a line with its tree. Writes nothing under another Python than 3.11."""
import ast
import os
import sys

MODULES = ["ast", "argparse", "contextlib", "dataclasses", "datetime", "enum", "functools", "inspect", "re/_parser",
           "asyncio/tasks", "asyncio/base_events", "concurrent/futures/thread", "typing", "statistics", "fractions"]


def constant(value):
    if isinstance(value, bool) or value is None:
        return repr(value)
    if value is Ellipsis:
        return "Ellipsis"
    if isinstance(value, int):
        return str(value) if value < 2**63 else hex(value)
    if isinstance(value, float):
        return "%.17g" % value
    if isinstance(value, complex):
        return "%.17gj" % value.imag
    return ascii(value)


def dump(node):
    if isinstance(node, list):
        return "[" + ", ".join("None" if each is None else dump(each) for each in node) + "]"
    if not isinstance(node, ast.AST):
        return ascii(node) if isinstance(node, str) else str(node)
    name = type(node).__name__
    if isinstance(node, (ast.operator, ast.unaryop, ast.cmpop, ast.boolop, ast.expr_context)):
        return name
    fields = []
    for field in node._fields:
        value = getattr(node, field, None)
        if field == "value" and isinstance(node, (ast.Constant, ast.MatchSingleton)):
            fields.append("value=" + constant(value))
        elif value is not None and value != [] and field != "type_comment":
            fields.append(field + "=" + dump(value))
    span = ""
    if "lineno" in node._attributes:
        span = f"@{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"
    return f"{name}({', '.join(fields)}){span}"


if sys.version_info[:2] == (3, 11):
    for module in MODULES:
        path = os.path.join(os.path.dirname(ast.__file__), module + ".py")
        with open(path, "rb") as file:
            tree = ast.parse(file.read(), path)
        print(path)
        print(", ".join(dump(each) for each in tree.body))
