# Trees of elements: read, searched, changed, written; errors with their place.
import io
import xml.etree.ElementTree as ET

text = """<?xml version="1.0"?>
<root xmlns:n="urn:x" id="1"><a k="v">one</a>tail<n:b><a>two &amp; &#x41;</a></n:b><!-- c --><c/><a k="w"/></root>"""
root = ET.fromstring(text)
print(root.tag, root.attrib, len(root), [child.tag for child in root], root[0].tail)
print(root.find("a").text, root.findtext(".//n:b/a", namespaces={"n": "urn:x"}), root.find("zz"))
for path in ("a", "*", ".//a", "./a[@k]", "a[@k='w']", "a[2]", "a[last()]", "{urn:x}b/..", "{*}b",
             ".//a[.='one']", "c|a"):
    try:
        print(path, [element.tag for element in root.findall(path)])
    except SyntaxError as error:
        print(path, error)
print([element.tag for element in root.iter()], "".join(root.itertext()))
print(ET.tostring(root))
print(ET.tostring(root, encoding="unicode", short_empty_elements=False))
made = ET.Element("m", {"x": "<\"&>\n"}, y="2")
ET.SubElement(made, "{urn:q}s").text = "t\xe4xt"
made.insert(0, ET.Comment("note"))
made.append(ET.ProcessingInstruction("target", "data"))
print(ET.tostring(made))
print(ET.tostring(made, "utf-8", xml_declaration=True).decode())
ET.indent(root)
print(ET.tostring(root, "unicode"))
print(ET.tostring(ET.XML("<p>a<br/>b<script>1&lt;2</script></p>"), method="html"), ET.tostring(root[0], method="text"))
for event, element in ET.iterparse(io.BytesIO(text.encode()), ("start", "end", "start-ns", "comment")):
    print(event, element if event == "start-ns" else repr(element.text) if event == "comment" else element.tag)
pull = ET.XMLPullParser(["end"])
for piece in ("<a><b>x</", "b><c/>", "</a>"):
    pull.feed(piece)
    print([(event, element.tag) for event, element in pull.read_events()])
print(ET.canonicalize("<r b='2' a='1'><!-- x --><e/></r>"))
for wrong in ("<a>", "<a></b>", "", "<a>&nope;</a>", "<a/><b/>", "<a b='1' b='2'/>", "<a>\n <b x=1/></a>"):
    try:
        ET.fromstring(wrong)
    except ET.ParseError as error:
        print(error, error.code, error.position)
# expect: root {'id': '1'} 4 ['a', '{urn:x}b', 'c', 'a'] tail
# expect: one two & A None
# expect: a ['a', 'a']
# expect: * ['a', '{urn:x}b', 'c', 'a']
# expect: .//a ['a', 'a', 'a']
# expect: ./a[@k] ['a', 'a']
# expect: a[@k='w'] ['a']
# expect: a[2] ['a']
# expect: a[last()] ['a']
# expect: {urn:x}b/.. ['root']
# expect: {*}b ['{urn:x}b']
# expect: .//a[.='one'] ['a']
# expect: c|a []
# expect: ['root', 'a', '{urn:x}b', 'a', 'c', 'a'] onetailtwo & A
# expect: b'<root xmlns:ns0="urn:x" id="1"><a k="v">one</a>tail<ns0:b><a>two &amp; A</a></ns0:b><c /><a k="w" /></root>'
# expect: <root xmlns:ns0="urn:x" id="1"><a k="v">one</a>tail<ns0:b><a>two &amp; A</a></ns0:b><c></c><a k="w"></a></root>
# expect: b'<m xmlns:ns0="urn:q" x="&lt;&quot;&amp;&gt;&#10;" y="2"><!--note--><ns0:s>t&#228;xt</ns0:s><?target data?></m>'
# expect: <?xml version='1.0' encoding='utf-8'?>
# expect: <m xmlns:ns0="urn:q" x="&lt;&quot;&amp;&gt;&#10;" y="2"><!--note--><ns0:s>täxt</ns0:s><?target data?></m>
# expect: <root xmlns:ns0="urn:x" id="1">
# expect:   <a k="v">one</a>tail<ns0:b>
# expect:     <a>two &amp; A</a>
# expect:   </ns0:b>
# expect:   <c />
# expect:   <a k="w" />
# expect: </root>
# expect: b'<p>a<br>b<script>1<2</script></p>' b'onetail'
# expect: start-ns ('n', 'urn:x')
# expect: start root
# expect: start a
# expect: end a
# expect: start {urn:x}b
# expect: start a
# expect: end a
# expect: end {urn:x}b
# expect: comment ' c '
# expect: start c
# expect: end c
# expect: start a
# expect: end a
# expect: end root
# expect: []
# expect: [('end', 'b'), ('end', 'c')]
# expect: [('end', 'a')]
# expect: <r a="1" b="2"><e></e></r>
# expect: no element found: line 1, column 3 3 (1, 3)
# expect: mismatched tag: line 1, column 5 7 (1, 5)
# expect: no element found: line 1, column 0 3 (1, 0)
# expect: undefined entity: line 1, column 3 11 (1, 3)
# expect: junk after document element: line 1, column 4 9 (1, 4)
# expect: duplicate attribute: line 1, column 9 8 (1, 9)
# expect: not well-formed (invalid token): line 2, column 6 4 (2, 6)
