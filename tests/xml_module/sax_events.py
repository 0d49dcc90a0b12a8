# sax: events with and without namespaces, attributes, the locator, errors, writing.
import io
import xml.sax
from xml.sax import saxutils, handler


class Show(handler.ContentHandler):
    def startDocument(self):
        print("begin")

    def endDocument(self):
        print("end")

    def startElement(self, name, attrs):
        print("<", name, sorted(attrs.items()), self._locator.getLineNumber(), self._locator.getColumnNumber())

    def endElement(self, name):
        print(">", name)

    def characters(self, content):
        print(repr(content))

    def processingInstruction(self, target, data):
        print("pi", target, data)

    def startElementNS(self, name, qname, attrs):
        print("<<", name, qname, [(key, attrs.getQNameByName(key)) for key in attrs.keys()])

    def startPrefixMapping(self, prefix, uri):
        print("map", prefix, uri)


text = '<?go now?><a x="1" y="&lt;2">t<b/>u</a>'
xml.sax.parseString(text, Show())
parser = xml.sax.make_parser()
parser.setFeature(handler.feature_namespaces, True)
parser.setContentHandler(Show())
parser.parse(io.BytesIO(b'<n:a xmlns:n="urn:n" n:k="v" l="w"/>'))
for wrong in ("<a>", "<a>\n<b></a>"):
    try:
        xml.sax.parseString(wrong, handler.ContentHandler())
    except xml.sax.SAXParseException as error:
        print(error, error.getLineNumber(), error.getColumnNumber(), error.getMessage())
out = io.StringIO()
writer = saxutils.XMLGenerator(out, "utf-8", short_empty_elements=True)
xml.sax.parseString(text, saxutils.XMLGenerator(out, "utf-8"))
writer.startElement("e", {"q": 'a"b'})
writer.endElement("e")
print(out.getvalue())
print(saxutils.escape("<a & b>"), saxutils.unescape("&lt;&amp;amp;"))
print(saxutils.quoteattr('x"y'), saxutils.quoteattr("\n"))
# expect: begin
# expect: pi go now
# expect: < a [('x', '1'), ('y', '<2')] 1 10
# expect: 't'
# expect: < b [] 1 30
# expect: > b
# expect: 'u'
# expect: > a
# expect: end
# expect: begin
# expect: map n urn:n
# expect: << ('urn:n', 'a') None [(('urn:n', 'k'), 'n:k'), ((None, 'l'), 'l')]
# expect: end
# expect: <unknown>:1:3: no element found 1 3 no element found
# expect: <unknown>:2:5: mismatched tag 2 5 mismatched tag
# expect: <?xml version="1.0" encoding="utf-8"?>
# expect: <?go now?><a x="1" y="&lt;2">t<b></b>u</a><e q='a"b'/>
# expect: &lt;a &amp; b&gt; <&amp;
# expect: 'x"y' "&#10;"
