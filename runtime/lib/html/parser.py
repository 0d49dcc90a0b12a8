"""HTML and XHTML, read leniently: what is found is told to methods."""
import _markupbase
import re
from html import unescape

__all__ = ['HTMLParser']

interesting_normal = re.compile('[&<]')
incomplete = re.compile('&[a-zA-Z#]')
entityref = re.compile('&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]')
charref = re.compile('&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]')
starttagopen = re.compile('<[a-zA-Z]')
piclose = re.compile('>')
commentclose = re.compile(r'--\s*>')
tagfind_tolerant = re.compile(r'([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*')
attrfind_tolerant = re.compile(r'((?<=[\'"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*(\'[^\']*\'|"[^"]*"|(?![\'"])[^>\s]*))?'
                               r'(?:\s|/(?!>))*')
locatestarttagend_tolerant = re.compile(r'''
  <[a-zA-Z][^\t\n\r\f />\x00]*       # the name
  (?:[\s/]*                          # space or slashes before an attribute
    (?:(?<=['"\s/])[^\s/>][^\s/=>]*  # its name
      (?:\s*=+\s*                    # what parts name and value
        (?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)
        \s*
      )?(?:\s|/(?!>))*
    )*
  )?
  \s*
''', re.VERBOSE)
endendtag = re.compile('>')
endtagfind = re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>')


class HTMLParser(_markupbase.ParserBase):
    """Is fed text; subclasses override handle_starttag, handle_data and their like."""

    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata, self.lasttag = '', '???'
        self.interesting, self.cdata_elem = interesting_normal, None
        _markupbase.ParserBase.reset(self)

    def feed(self, data):
        self.rawdata += data
        self.goahead(0)

    def close(self):
        self.goahead(1)

    __starttag_text = None

    def get_starttag_text(self):
        """The last start tag as it was written."""
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(r'</\s*%s\s*>' % self.cdata_elem, re.I)

    def clear_cdata_mode(self):
        self.interesting, self.cdata_elem = interesting_normal, None

    def _tell_text(self, text):
        if text:
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def _text_end(self, data, i, end):
        """Where the text that begins at `i` ends; None: that is not known yet."""
        if self.convert_charrefs and not self.cdata_elem:
            j = data.find('<', i)
            if j < 0:
                # A reference may be cut at the end of what came so far.
                amp = data.rfind('&', max(i, len(data) - 34))
                if amp >= 0 and not re.compile(r'[\s;]').search(data, amp):
                    return None
                return len(data)
            return j
        match = self.interesting.search(data, i)
        if match:
            return match.start()
        return None if self.cdata_elem else len(data)

    def goahead(self, end):
        """Tells what is complete; with `end` all of it."""
        data, i = self.rawdata, 0
        n = len(data)
        while i < n:
            j = self._text_end(data, i, end)
            if j is None:
                break
            if i < j:
                self._tell_text(data[i:j])
            i = self.updatepos(i, j)
            if i == n:
                break
            if data.startswith('<', i):
                k = self._markup(data, i, end)
            elif data.startswith('&#', i):
                k = self._character_reference(data, i)
            else:
                k = self._entity_reference(data, i, end)
            if k < 0:
                break
            i = self.updatepos(i, k)
        if end and i < n and not self.cdata_elem:
            self._tell_text(data[i:n])
            i = self.updatepos(i, n)
        elif end and i < n:
            self.handle_data(data[i:n])
            i = self.updatepos(i, n)
        self.rawdata = data[i:]

    def _markup(self, data, i, end):
        """Reads what begins with `<`; where it ends, or -1."""
        if starttagopen.match(data, i):
            k = self.parse_starttag(i)
        elif data.startswith('</', i):
            k = self.parse_endtag(i)
        elif data.startswith('<!--', i):
            k = self.parse_comment(i)
        elif data.startswith('<?', i):
            k = self.parse_pi(i)
        elif data.startswith('<!', i):
            k = self.parse_html_declaration(i)
        elif i + 1 < len(data) or end:
            self.handle_data('<')
            k = i + 1
        else:
            return -1
        if k >= 0 or not end:
            return k
        k = data.find('>', i + 1)  # never closed: it is text
        if k < 0:
            k = data.find('<', i + 1)
            if k < 0:
                k = i + 1
        else:
            k += 1
        self._tell_text(data[i:k])
        return k

    def _character_reference(self, data, i):
        match = charref.match(data, i)
        if match:
            self.handle_charref(match[0][2:-1])
            k = match.end()
            return k if data.startswith(';', k - 1) else k - 1
        if ';' in data[i:]:
            self.handle_data(data[i:i + 2])
            return i + 2
        return -1

    def _entity_reference(self, data, i, end):
        match = entityref.match(data, i)
        if match:
            self.handle_entityref(match[1])
            k = match.end()
            return k if data.startswith(';', k - 1) else k - 1
        match = incomplete.match(data, i)
        if match:
            return -1
        if i + 1 < len(data) or end:
            self.handle_data('&')
            return i + 1
        return -1

    def parse_html_declaration(self, i):
        data = self.rawdata
        if data[i:i + 4] == '<!--':
            return self.parse_comment(i)
        if data[i:i + 3] == '<![':
            return self.parse_marked_section(i)
        if data[i:i + 9].lower() == '<!doctype':
            end = data.find('>', i + 9)
            if end < 0:
                return -1
            self.handle_decl(data[i + 2:end])
            return end + 1
        return self.parse_bogus_comment(i)

    def parse_bogus_comment(self, i, report=1):
        data = self.rawdata
        assert data[i:i + 2] in ('<!', '</'), 'unexpected call to parse_comment()'
        end = data.find('>', i + 2)
        if end < 0:
            return -1
        if report:
            self.handle_comment(data[i + 2:end])
        return end + 1

    def parse_pi(self, i):
        match = piclose.search(self.rawdata, i + 2)
        if not match:
            return -1
        self.handle_pi(self.rawdata[i + 2:match.start()])
        return match.end()

    def parse_starttag(self, i):
        self.__starttag_text = None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        data = self.rawdata
        self.__starttag_text = data[i:end]
        match = tagfind_tolerant.match(data, i + 1)
        k, attributes = match.end(), []
        self.lasttag = tag = match[1].lower()
        while k < end:
            match = attrfind_tolerant.match(data, k)
            if not match:
                break
            name, rest, value = match.groups()
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ('"', "'"):
                value = value[1:-1]
            attributes.append((name.lower(), unescape(value) if value else value))
            k = match.end()
        closing = data[k:end].strip()
        if closing not in ('>', '/>'):
            self.handle_data(data[i:end])
            return end
        if closing == '/>':
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def check_for_whole_start_tag(self, i):
        """Where the tag that begins there ends; -1: not yet."""
        data = self.rawdata
        j = locatestarttagend_tolerant.match(data, i).end()
        following = data[j:j + 1]
        if following == '>':
            return j + 1
        if following == '/':
            if data.startswith('/>', j):
                return j + 2
            return -1 if data.startswith('/', j) and j + 1 == len(data) else (j if j > i else i + 1)
        if following == '' or following in 'abcdefghijklmnopqrstuvwxyz=/ABCDEFGHIJKLMNOPQRSTUVWXYZ':
            return -1
        return j if j > i else i + 1

    def parse_endtag(self, i):
        data = self.rawdata
        match = endendtag.search(data, i + 1)
        if not match:
            return -1
        end = match.end()
        match = endtagfind.match(data, i)
        if not match:
            if self.cdata_elem is not None:
                self.handle_data(data[i:end])
                return end
            name = tagfind_tolerant.match(data, i + 2)
            if not name:
                return i + 3 if data[i:i + 3] == '</>' else self.parse_bogus_comment(i)
            end = data.find('>', name.end())
            self.handle_endtag(name[1].lower())
            return end + 1
        elem = match[1].lower()
        if self.cdata_elem is not None and elem != self.cdata_elem:
            self.handle_data(data[i:end])
            return end
        self.handle_endtag(elem)
        self.clear_cdata_mode()
        return end

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
