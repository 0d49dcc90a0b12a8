# HTMLParser: tags, attributes, texts, comments, what is broken, text that comes in pieces.
from html.parser import HTMLParser


class Show(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos(), self.get_starttag_text())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_startendtag(self, tag, attrs):
        print("both", tag, attrs)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("decl", decl)

    def handle_pi(self, data):
        print("pi", data)

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("char", name)

    def unknown_decl(self, data):
        print("unknown", data)


text = """<!DOCTYPE html><p class="a b" ID='x' flag data-n=5 t="&lt;&amp;">one &amp; two &#65;&#x42; &nope;
<br/><!-- note --><script>if (a < b && c) "</p>";</script><?php x?><![CDATA[y]]></P>< 5 <b <i>z</i></>"""
for convert in (True, False):
    parser = Show(convert_charrefs=convert)
    parser.feed(text)
    parser.close()
    print("---")
parser = Show()
for piece in ("<p cl", "ass='q'>te", "xt</", "p>tail &am", "p; end"):
    parser.feed(piece)
parser.close()
# expect: decl DOCTYPE html
# expect: start p [('class', 'a b'), ('id', 'x'), ('flag', None), ('data-n', '5'), ('t', '<&')] (1, 15) <p class="a b" ID='x' flag data-n=5 t="&lt;&amp;">
# expect: data 'one & two AB &nope;\n'
# expect: both br []
# expect: comment ' note '
# expect: start script [] (2, 18) <script>
# expect: data 'if (a < b && c) "</p>";'
# expect: end script
# expect: pi php x?
# expect: unknown CDATA[y
# expect: end p
# expect: data '<'
# expect: data ' 5 '
# expect: start b [('<i', None)] (2, 88) <b <i>
# expect: data 'z'
# expect: end i
# expect: ---
# expect: decl DOCTYPE html
# expect: start p [('class', 'a b'), ('id', 'x'), ('flag', None), ('data-n', '5'), ('t', '<&')] (1, 15) <p class="a b" ID='x' flag data-n=5 t="&lt;&amp;">
# expect: data 'one '
# expect: entity amp
# expect: data ' two '
# expect: char 65
# expect: char x42
# expect: data ' '
# expect: entity nope
# expect: data '\n'
# expect: both br []
# expect: comment ' note '
# expect: start script [] (2, 18) <script>
# expect: data 'if (a < b && c) "</p>";'
# expect: end script
# expect: pi php x?
# expect: unknown CDATA[y
# expect: end p
# expect: data '<'
# expect: data ' 5 '
# expect: start b [('<i', None)] (2, 88) <b <i>
# expect: data 'z'
# expect: end i
# expect: ---
# expect: start p [('class', 'q')] (1, 0) <p class='q'>
# expect: data 'te'
# expect: data 'xt'
# expect: end p
# expect: data 'tail & end'
