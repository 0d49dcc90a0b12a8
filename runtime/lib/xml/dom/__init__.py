"""The Document Object Model: kinds of nodes, errors, and where implementations are found."""


class Node:
    """What all nodes are, and the numbers of their kinds."""

    ELEMENT_NODE, ATTRIBUTE_NODE, TEXT_NODE, CDATA_SECTION_NODE, ENTITY_REFERENCE_NODE, ENTITY_NODE = range(1, 7)
    PROCESSING_INSTRUCTION_NODE, COMMENT_NODE, DOCUMENT_NODE, DOCUMENT_TYPE_NODE = range(7, 11)
    DOCUMENT_FRAGMENT_NODE, NOTATION_NODE = 11, 12
    __slots__ = ()


_ERRORS = ['INDEX_SIZE', 'DOMSTRING_SIZE', 'HIERARCHY_REQUEST', 'WRONG_DOCUMENT', 'INVALID_CHARACTER',
           'NO_DATA_ALLOWED', 'NO_MODIFICATION_ALLOWED', 'NOT_FOUND', 'NOT_SUPPORTED', 'INUSE_ATTRIBUTE',
           'INVALID_STATE', 'SYNTAX', 'INVALID_MODIFICATION', 'NAMESPACE', 'INVALID_ACCESS', 'VALIDATION']


class DOMException(Exception):
    """What all errors of the DOM are; `code` is the kind's number."""

    def __init__(self, *args, **kw):
        if self.__class__ is DOMException:
            raise RuntimeError('DOMException should not be instantiated directly')
        Exception.__init__(self, *args, **kw)

    def _get_code(self):
        return self.code


_CLASS_NAMES = ['IndexSizeErr', 'DomstringSizeErr', 'HierarchyRequestErr', 'WrongDocumentErr', 'InvalidCharacterErr',
                'NoDataAllowedErr', 'NoModificationAllowedErr', 'NotFoundErr', 'NotSupportedErr', 'InuseAttributeErr',
                'InvalidStateErr', 'SyntaxErr', 'InvalidModificationErr', 'NamespaceErr', 'InvalidAccessErr',
                'ValidationErr']
for _number, (_name, _class) in enumerate(zip(_ERRORS, _CLASS_NAMES), 1):
    globals()[_name + '_ERR'] = _number
    globals()[_class] = type(_class, (DOMException,), {'code': _number, '__module__': __name__})


class UserDataHandler:
    """What happened to a node with data of a user."""

    NODE_CLONED, NODE_IMPORTED, NODE_DELETED, NODE_RENAMED = range(1, 5)


XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'
XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml'
EMPTY_NAMESPACE = EMPTY_PREFIX = None

from xml.dom.domreg import getDOMImplementation, registerDOMImplementation
