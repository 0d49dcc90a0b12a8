# minidom: documents parsed, walked, changed, written.
from xml.dom import minidom, Node
import xml.dom

document = minidom.parseString("""<?xml version="1.0"?><!DOCTYPE r SYSTEM "x.dtd"><r a="1" xmlns:n="urn:n"><!--c-->
<n:b>t&amp;x</n:b>
<b k="&lt;">u</b><?p i?><![CDATA[<raw>]]></r>""")
root = document.documentElement
print(root.tagName, root.getAttribute("a"), repr(root.getAttribute("none")), root.hasAttribute("a"),
      document.doctype.systemId)
print([(node.nodeType, node.nodeName, node.nodeValue) for node in root.childNodes])
print([element.firstChild.data for element in document.getElementsByTagName("b")],
      [element.localName for element in document.getElementsByTagNameNS("urn:n", "*")])
made = document.createElement("new")
made.setAttribute("q", 'x"<>&')
made.appendChild(document.createTextNode("text"))
root.insertBefore(made, root.firstChild)
print(made.nextSibling.nodeType == Node.COMMENT_NODE, made.parentNode is root, root.lastChild.data)
root.removeChild(root.getElementsByTagName("b")[0])
copy = made.cloneNode(True)
made.appendChild(copy)
print(document.toxml())
print(minidom.parseString("<a><b>x</b><c><d/></c></a>").toprettyxml(indent="  "))
print(minidom.parseString("<a>\xe4</a>").toxml("utf-8"), minidom.parseString("<a/>").toxml(standalone=True))
text = document.createTextNode("hello world")
made.replaceChild(text, made.firstChild)
rest = text.splitText(5)
print(text.data, repr(rest.data), made.firstChild.wholeText, text.substringData(1, 2))
made.normalize()
print(len(made.childNodes), dict(made.attributes.items()), made.attributes["q"].value)
fresh = minidom.getDOMImplementation().createDocument("urn:z", "z:top", None)
fresh.documentElement.setAttributeNS("urn:y", "y:k", "v")
print(fresh.toxml(), fresh.documentElement.getAttributeNS("urn:y", "k"))
for wrong in (lambda: document.appendChild(document.createElement("second")), lambda: root.removeChild(text),
              lambda: text.appendChild(made), lambda: root.removeAttribute("zz"),
              lambda: document.importNode(fresh, True)):
    try:
        wrong()
    except xml.dom.DOMException as error:
        print(type(error).__name__, error.code)
document.unlink()
print(root.parentNode, document.childNodes)
# expect: r 1 '' True x.dtd
# expect: [(8, '#comment', 'c'), (3, '#text', '\n'), (1, 'n:b', None), (3, '#text', '\n'), (1, 'b', None), (7, 'p', 'i'), (4, '#cdata-section', '<raw>')]
# expect: ['u'] ['b']
# expect: True True <raw>
# expect: <?xml version="1.0" ?><!DOCTYPE r  SYSTEM 'x.dtd'><r xmlns:n="urn:n" a="1"><new q="x&quot;&lt;&gt;&amp;">text<new q="x&quot;&lt;&gt;&amp;">text</new></new><!--c-->
# expect: <n:b>t&amp;x</n:b>
# expect: <?p i?><![CDATA[<raw>]]></r>
# expect: <?xml version="1.0" ?>
# expect: <a>
# expect:   <b>x</b>
# expect:   <c>
# expect:     <d/>
# expect:   </c>
# expect: </a>
# expect:
# expect: b'<?xml version="1.0" encoding="utf-8"?><a>\xc3\xa4</a>' <?xml version="1.0" standalone="yes"?><a/>
# expect: hello ' world' hello world el
# expect: 2 {'q': 'x"<>&'} x"<>&
# expect: <?xml version="1.0" ?><z:top y:k="v"/> v
# expect: HierarchyRequestErr 3
# expect: NotFoundErr 8
# expect: HierarchyRequestErr 3
# expect: NotFoundErr 8
# expect: NotSupportedErr 9
# expect: None []
