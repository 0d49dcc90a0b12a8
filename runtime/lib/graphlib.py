"""Topological sorting: nodes in an order in which each comes after those it depends on."""
from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']

_WAITING, _HANDED_OUT, _DONE = range(3)


class CycleError(ValueError):
    """The graph has a cycle: args[1] is one, as a list whose first and last node are the same."""


class _Node:
    __slots__ = ('value', 'missing', 'successors', 'state')

    def __init__(self, value):
        self.value = value
        self.missing = 0  # how many predecessors are not done
        self.successors = []
        self.state = _WAITING


class TopologicalSorter:
    """Takes nodes with their predecessors; hands them out by static_order(), or by get_ready() and done()."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None  # None until prepare()
        self._open = 0  # how many are handed out and not done
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, value):
        if (node := self._nodes.get(value)) is None:
            node = self._nodes[value] = _Node(value)
        return node

    def add(self, node, *predecessors):
        """Adds a node and nodes it depends on."""
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        this = self._node(node)
        this.missing += len(predecessors)
        for each in predecessors:
            self._node(each).successors.append(node)

    def prepare(self):
        """Closes the graph; a cycle is a CycleError."""
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [node.value for node in self._nodes.values() if not node.missing]
        if cycle := self._find_cycle():
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        """The nodes whose predecessors are all done and that were not handed out before."""
        self._check_prepared()
        handed = tuple(self._ready)
        for value in handed:
            self._nodes[value].state = _HANDED_OUT
        self._ready.clear()
        self._open += len(handed)
        return handed

    def is_active(self):
        """Whether there is more to hand out, now or after a done()."""
        self._check_prepared()
        return self._open > 0 or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Says that nodes of get_ready() are done."""
        self._check_prepared()
        for value in nodes:
            node = self._nodes.get(value)
            if node is None:
                raise ValueError(f'node {value!r} was not added using add()')
            if node.state == _WAITING:
                raise ValueError(f'node {value!r} was not passed out by get_ready()')
            if node.state == _DONE:
                raise ValueError(f'node {value!r} was already marked done')
            node.state = _DONE
            self._open -= 1
            for each in node.successors:
                successor = self._nodes[each]
                successor.missing -= 1
                if not successor.missing:
                    self._ready.append(each)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')

    def _find_cycle(self):
        finished, place = set(), {}
        for start in self._nodes:
            if start in finished:
                continue
            path, todo = [start], [iter(self._nodes[start].successors)]
            place = {start: 0}
            while path:
                for following in todo[-1]:
                    if following in place:
                        return path[place[following]:] + [following]
                    if following not in finished:
                        place[following] = len(path)
                        path.append(following)
                        todo.append(iter(self._nodes[following].successors))
                        break
                else:
                    todo.pop()
                    left = path.pop()
                    del place[left]
                    finished.add(left)
        return None

    def static_order(self):
        """All nodes, each after those it depends on."""
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    __class_getitem__ = classmethod(GenericAlias)
