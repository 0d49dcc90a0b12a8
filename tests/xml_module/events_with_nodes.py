# xml.dom.pulldom: events, and the tree below the elements that are expanded.
from xml.dom import pulldom

TEXT = '<?xml version="1.0"?><!-- c --><shop xmlns:x="http://x/"><item price="3"><x:name>pen</x:name></item>' \
       '<item price="7"><name>ink</name></item><?go on?></shop>'
stream = pulldom.parseString(TEXT)
for event, node in stream:
    if event == pulldom.START_ELEMENT and node.tagName == 'item' and int(node.getAttribute('price')) > 5:
        stream.expandNode(node)
        print('whole:', node.toxml())
    else:
        print(event, node.nodeName, node.nodeType)

# expect: START_DOCUMENT #document 9
# expect: START_ELEMENT shop 1
# expect: START_ELEMENT item 1
# expect: START_ELEMENT x:name 1
# expect: CHARACTERS #text 3
# expect: END_ELEMENT x:name 1
# expect: END_ELEMENT item 1
# expect: whole: <item price="7"><name>ink</name></item>
# expect: PROCESSING_INSTRUCTION go 7
# expect: END_ELEMENT shop 1
