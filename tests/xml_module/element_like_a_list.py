# What an element lets itself be asked and told, and what it says to what it does not understand.
import copy
import pickle
import weakref
import xml.etree.ElementTree as ET


def attempt(what):
    try:
        print(what())
    except (TypeError, AttributeError, IndexError, ValueError) as error:
        print(type(error).__name__, error)


a = ET.XML('<a x="1">t<b>u</b>v<c/>w</a>')
attempt(lambda: ET.Element())
attempt(lambda: ET.Element('a', {}, 3))
attempt(lambda: ET.Element('a', 5))
attempt(lambda: ET.SubElement(5, 'a'))
attempt(lambda: ET.Element('a', attrib={'q': 1}, z=2).attrib)
attempt(lambda: setattr(a, 'other', 1))
attempt(lambda: delattr(a, 'text'))
attempt(lambda: setattr(a, 'attrib', 5))
attempt(lambda: a[5])
attempt(lambda: a['x'])
attempt(lambda: a.__setitem__(5, a))
attempt(lambda: a.__setitem__(0, 5))
attempt(lambda: a.__setitem__(slice(0, 1), 5))
attempt(lambda: a.append(5))
attempt(lambda: a.extend([5]))
attempt(lambda: a.insert(0, 5))
attempt(lambda: a.remove(ET.Element('b')))
attempt(lambda: a.makeelement('b', 5))
attempt(lambda: a.__setstate__({'tag': 'z', 'colour': 2}))
attempt(lambda: ([e.tag for e in a[::-1]], len(a), bool(ET.Element('q'))))
attempt(lambda: (a.keys(), a.items(), a.get('x'), a.get('y', 7)))
attempt(lambda: [e.tag for e in pickle.loads(pickle.dumps(a)).iter()])
attempt(lambda: [copy.deepcopy(a)[0] is a[0], copy.copy(a)[0] is a[0], copy.copy(a).attrib is a.attrib])
attempt(lambda: weakref.ref(a)() is a)
a[0:1] = [ET.Element('n'), ET.Element('m')]
a.insert(-1, ET.Element('last but one'))
del a[0]
attempt(lambda: [e.tag for e in a])


class Marked(ET.Element):
    def append(self, element):
        print('append', element.tag if isinstance(element.tag, str) else 'a comment')
        super().append(element)


builder = ET.TreeBuilder(Marked, insert_comments=True)
parser = ET.XMLParser(target=builder)
parser.feed('<r>x<!-- c -->y<s k="v">z</s></r>')
root = parser.close()
root.extra = 1
print(type(root).__name__, root.text, root[0].tail, ''.join(root.itertext()))
attempt(lambda: ET.TreeBuilder().end('x'))
attempt(lambda: ET.TreeBuilder().start('a', 5))
pull = ET.XMLPullParser(['start', 'end', 'start-ns', 'comment'])
pull.feed('<a xmlns="u"><!--c--><b k="1"/></a>')
print([(event, what.tag if event in ('start', 'end') else event) for event, what in pull.read_events()])
# expect: TypeError Element() takes at least 1 argument (0 given)
# expect: TypeError Element() takes at most 2 arguments (3 given)
# expect: TypeError Element() argument 2 must be dict, not int
# expect: TypeError SubElement() argument 1 must be xml.etree.ElementTree.Element, not int
# expect: {'q': 1, 'z': 2}
# expect: AttributeError 'xml.etree.ElementTree.Element' object has no attribute 'other'
# expect: AttributeError can't delete element attribute
# expect: TypeError attrib must be dict, not int
# expect: IndexError child index out of range
# expect: TypeError element indices must be integers
# expect: IndexError child assignment index out of range
# expect: TypeError expected an Element, not "int"
# expect: TypeError expected sequence, not "int"
# expect: TypeError append() argument must be xml.etree.ElementTree.Element, not int
# expect: TypeError expected an Element, not "int"
# expect: TypeError insert() argument 2 must be xml.etree.ElementTree.Element, not int
# expect: ValueError list.remove(x): x not in list
# expect: TypeError makeelement() argument 2 must be dict, not int
# expect: TypeError 'colour' is an invalid keyword argument for this function
# expect: (['c', 'b'], 2, False)
# expect: (['x'], [('x', '1')], '1', 7)
# expect: ['a', 'b', 'c']
# expect: [False, True, True]
# expect: True
# expect: ['m', 'last but one', 'c']
# expect: append a comment
# expect: append s
# expect: Marked x y x c yz
# expect: IndexError pop from empty stack
# expect: TypeError start() argument 2 must be dict, not int
# expect: [('start-ns', 'start-ns'), ('start', '{u}a'), ('comment', 'comment'), ('start', '{u}b'), ('end', '{u}b'), ('end', '{u}a')]
