"""Lists of nodes."""
import xml.dom

__all__ = ['NodeList', 'EmptyNodeList', 'StringTypes', 'defproperty']

StringTypes = (str,)


class NodeList(list):
    """A list that the DOM's words work on too."""

    __slots__ = ()

    def item(self, index):
        return self[index] if 0 <= index < len(self) else None

    def _get_length(self):
        return len(self)

    def _set_length(self, value):
        raise xml.dom.NoModificationAllowedErr("attempt to modify read-only attribute 'length'")

    length = property(_get_length, _set_length, doc='The number of nodes in the NodeList.')

    def __setstate__(self, state):
        self[:] = [] if state is None else state


class EmptyNodeList(tuple):
    """No nodes, and none can be added."""

    __slots__ = ()

    def __add__(self, other):
        made = NodeList()
        made.extend(other)
        return made

    __radd__ = __add__

    def item(self, index):
        return None

    def _get_length(self):
        return 0

    def _set_length(self, value):
        raise xml.dom.NoModificationAllowedErr("attempt to modify read-only attribute 'length'")

    length = property(_get_length, _set_length, doc='The number of nodes in the NodeList.')


def defproperty(klass, name, doc):
    """Makes an attribute of a class that can only be read."""
    def refuse(self, value):
        raise xml.dom.NoModificationAllowedErr('attempt to modify read-only attribute ' + repr(name))
    setattr(klass, name, property(getattr(klass, '_get_' + name), refuse, doc=doc))
