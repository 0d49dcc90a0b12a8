# How trees are written: prefixes, what is escaped, HTML, comments, and what cannot be written.
import xml.etree.ElementTree as ET


def attempt(what):
    try:
        print(what())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)


root = ET.Element('{urn:a}root', {'k': 'a<b>&"\n\t', '{urn:b}q': ET.QName('urn:c', 'value')})
root.text = 'text'
child = ET.SubElement(root, 'child')
child.text, child.tail = 'x < y & z', 'tail'
root.append(ET.Comment('a < b'))
root.append(ET.ProcessingInstruction('go', 'there'))
nameless = ET.SubElement(root, None)
nameless.text = 'no tag'
ET.SubElement(nameless, 'inner')
attempt(lambda: ET.tostring(root))
attempt(lambda: ET.tostring(root, 'unicode', short_empty_elements=False))
page = ET.XML('<p><br/><script>a &lt; b</script><q a="&lt;&amp;">c &lt; d</q><i/></p>')
attempt(lambda: ET.tostring(page, 'unicode', method='html'))
attempt(lambda: ET.tostring(page, method='text'))
attempt(lambda: ET.tostring(ET.XML('<a xmlns="u"><b/></a>'), default_namespace='u'))
attempt(lambda: ET.tostring(ET.XML('<a xmlns="u"><b xmlns=""/></a>'), default_namespace='u'))
for odd in (5, b'x', None):
    element = ET.Element('e', {'k': odd})
    attempt(lambda: ET.tostring(element))
element = ET.Element(5)
attempt(lambda: ET.tostring(element))
element = ET.Element('e')
element.text = 5
attempt(lambda: ET.tostring(element))
ET.register_namespace('mine', 'urn:mine')
attempt(lambda: ET.tostring(ET.Element('{urn:mine}e', {'{http://www.w3.org/XML/1998/namespace}lang': 'de'})))
attempt(lambda: ET.tostring(ET.XML('<\u00e4 \u00f6="\u20ac"/>')))
# expect: b'<ns0:root xmlns:ns0="urn:a" xmlns:ns1="urn:b" xmlns:ns2="urn:c" k="a&lt;b&gt;&amp;&quot;&#10;&#09;" ns1:q="ns2:value">text<child>x &lt; y &amp; z</child>tail<!--a < b--><?go there?>no tag<inner /></ns0:root>'
# expect: <ns0:root xmlns:ns0="urn:a" xmlns:ns1="urn:b" xmlns:ns2="urn:c" k="a&lt;b&gt;&amp;&quot;&#10;&#09;" ns1:q="ns2:value">text<child>x &lt; y &amp; z</child>tail<!--a < b--><?go there?>no tag<inner></inner></ns0:root>
# expect: <p><br><script>a < b</script><q a="<&amp;">c &lt; d</q><i></i></p>
# expect: b'a < bc < d'
# expect: b'<a xmlns="u"><b /></a>'
# expect: ValueError cannot use non-qualified names with default_namespace option
# expect: TypeError cannot serialize 5 (type int)
# expect: TypeError cannot serialize b'x' (type bytes)
# expect: TypeError cannot serialize None (type NoneType)
# expect: TypeError cannot serialize 5 (type int)
# expect: TypeError cannot serialize 5 (type int)
# expect: b'<mine:e xmlns:mine="urn:mine" xml:lang="de" />'
# expect: b'<&#228; &#246;="&#8364;" />'
