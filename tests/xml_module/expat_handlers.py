# pyexpat: handlers of all kinds, text collected, errors, entities.
from xml.parsers import expat

parser = expat.ParserCreate()
for name in ("XmlDecl", "StartDoctypeDecl", "EndDoctypeDecl", "ElementDecl", "AttlistDecl", "EntityDecl",
             "NotationDecl", "StartElement", "EndElement", "CharacterData", "Comment", "ProcessingInstruction",
             "StartCdataSection", "EndCdataSection"):
    setattr(parser, name + "Handler", lambda *args, name=name: print(name, args))
parser.buffer_text = True
parser.Parse("""<?xml version="1.0" standalone="yes"?>
<!DOCTYPE r [<!ELEMENT r (a|b)*><!ATTLIST r k CDATA "d"><!ENTITY e "entity">
<!NOTATION n SYSTEM "x">]>
<r><!--c--><?p i?>a&e;b<![CDATA[<x>]]><a/></r>""", True)
print(parser.CurrentLineNumber, parser.ErrorCode, parser.StartElementHandler is not None)

parser = expat.ParserCreate(namespace_separator="|")
parser.ordered_attributes = True
parser.StartElementHandler = lambda *args: print(args)
parser.ParseFile(__import__("io").BytesIO(b"<n:a xmlns:n='u' z='1' y='2'/>"))


def failing(name, attrs):
    raise KeyError(name)


parser = expat.ParserCreate()
parser.StartElementHandler = failing
try:
    parser.Parse("<a><b/></a>")
except KeyError as error:
    print("raised", error)
for wrong in (b"<a", b"<a></b>", b"\xff\xfe", b"<a>\x00</a>"):
    try:
        expat.ParserCreate().Parse(wrong, True)
    except expat.ExpatError as error:
        print(error, error.code, error.lineno, error.offset, expat.ErrorString(error.code))
external = expat.ParserCreate()
external.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)


def resolve(context, base, system, public):
    print("external", context, system)
    inner = external.ExternalEntityParserCreate(context)
    inner.Parse("<in/>", True)
    return 1


external.ExternalEntityRefHandler = resolve
external.StartElementHandler = lambda name, attrs: print("start", name)
external.Parse('<!DOCTYPE r [<!ENTITY f SYSTEM "file.xml">]><r>&f;</r>', True)
# expect: XmlDecl ('1.0', None, 1)
# expect: StartDoctypeDecl ('r', None, None, 1)
# expect: ElementDecl ('r', (5, 2, None, ((4, 0, 'a', ()), (4, 0, 'b', ()))))
# expect: AttlistDecl ('r', 'k', 'CDATA', 'd', 0)
# expect: EntityDecl ('e', 0, 'entity', None, None, None, None)
# expect: NotationDecl ('n', None, 'x', None)
# expect: EndDoctypeDecl ()
# expect: StartElement ('r', {'k': 'd'})
# expect: Comment ('c',)
# expect: ProcessingInstruction ('p', 'i')
# expect: CharacterData ('aentityb',)
# expect: StartCdataSection ()
# expect: CharacterData ('<x>',)
# expect: EndCdataSection ()
# expect: StartElement ('a', {})
# expect: EndElement ('a',)
# expect: EndElement ('r',)
# expect: 4 0 True
# expect: ('u|a', ['z', '1', 'y', '2'])
# expect: raised 'a'
# expect: unclosed token: line 1, column 0 5 1 0 unclosed token
# expect: mismatched tag: line 1, column 5 7 1 5 mismatched tag
# expect: no element found: line 1, column 1 3 1 1 no element found
# expect: not well-formed (invalid token): line 1, column 3 4 1 3 not well-formed (invalid token)
# expect: start r
# expect: external f file.xml
# expect: start in
