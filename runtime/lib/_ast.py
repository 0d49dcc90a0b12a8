"""The name of CPython's C half of ast: the classes of the nodes."""
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT, PyCF_ONLY_AST, PyCF_TYPE_COMMENTS
from ast._nodes import CLASSES as _classes

globals().update(_classes)
