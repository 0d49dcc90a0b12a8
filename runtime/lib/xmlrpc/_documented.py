# xmlrpc.server: servers that describe themselves on a page.
import html
import re
from inspect import getdoc, signature
from xmlrpc.server import (CGIXMLRPCRequestHandler, SimpleXMLRPCRequestHandler, SimpleXMLRPCServer,
                           resolve_dotted_attribute)

_HEADING = """
<table class="heading">
<tr class="heading-text decor">
<td class="title">&nbsp;<br>%s</td>
<td class="extra">&nbsp;</td></tr></table>
    """
_SECTION = """
<p>
<table class="section">
<tr class="decor {kind}-decor heading-text">
<td class="section-title" colspan=3>&nbsp;<br><strong class="bigsection">{title}</strong></td></tr>
    \n<tr><td class="decor {kind}-decor"><span class="code">{margin}</span></td><td>&nbsp;</td>
<td class="singlecolumn">{contents}</td></tr></table>"""


class _Pages:
    """Pieces of pages in the style of pydoc."""

    def escape(self, text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    def preformat(self, text):
        text = re.sub("\n(?=\n)", "\n ", self.escape(text.expandtabs()))
        return text.replace(" ", "&nbsp;").replace("\n", "<br>\n")

    def heading(self, title):
        return _HEADING % title

    def bigsection(self, title, kind, contents):
        return _SECTION.format(title=title, kind=kind, margin="&nbsp;" * 6, contents=contents)

    def namelink(self, name, *tables):
        for table in tables:
            if name in table:
                return '<a href="%s">%s</a>' % (table[name], name)
        return name


class ServerHTMLDoc(_Pages):
    """Pages about functions; addresses, RFCs, PEPs and names of methods in texts become links."""

    _links = re.compile(r"\b((http|https|ftp)://\S+[\w/]|RFC[- ]?(\d+)|PEP[- ]?(\d+)|(self\.)?((?:\w|\.)+))\b")

    def markup(self, text, escape=None, funcs={}, classes={}, methods={}):
        escape = escape or self.escape
        out, here = [], 0
        while match := self._links.search(text, here):
            start, end = match.span()
            out.append(escape(text[here:start]))
            whole, scheme, rfc, pep, selfdot, name = match.groups()
            if scheme:
                address = escape(whole).replace('"', "&quot;")
                out.append('<a href="%s">%s</a>' % (address, address))
            elif rfc:
                out.append('<a href="https://www.rfc-editor.org/rfc/rfc%d.txt">%s</a>' % (int(rfc), escape(whole)))
            elif pep:
                out.append('<a href="https://peps.python.org/pep-%04d/">%s</a>' % (int(pep), escape(whole)))
            elif text[end:end + 1] == "(":
                out.append(self.namelink(name, methods, funcs, classes))
            elif selfdot:
                out.append("self.<strong>%s</strong>" % name)
            else:
                out.append(self.namelink(name, classes))
            here = end
        out.append(escape(text[here:]))
        return "".join(out)

    def docroutine(self, object, name, mod=None, funcs={}, classes={}, methods={}, cl=None):
        anchor = (cl and cl.__name__ or "") + "-" + name
        title = '<a name="%s"><strong>%s</strong></a>' % (self.escape(anchor), self.escape(name))
        if callable(object):
            arguments = str(signature(object))
        else:
            arguments = "(...)"
        if isinstance(object, tuple):
            arguments, text = object[0] or arguments, object[1] or ""
        else:
            text = getdoc(object) or ""
        text = self.markup(text, self.preformat, funcs, classes, methods)
        text = text and "<dd><tt>%s</tt></dd>" % text
        return "<dl><dt>%s</dt>%s</dl>\n" % (title + arguments, text)

    def docserver(self, server_name, package_documentation, methods):
        links = {}
        for name, value in methods.items():
            links[name] = "#-" + name
            links[value] = links[name]
        name = self.escape(server_name)
        page = self.heading("<big><big><strong>%s</strong></big></big>" % name)
        text = self.markup(package_documentation, self.preformat, links)
        page += "<p>%s</p>\n" % (text and "<tt>%s</tt>" % text)
        contents = [self.docroutine(value, name, funcs=links) for name, value in sorted(methods.items())]
        return page + self.bigsection("Methods", "functions", "".join(contents))

    def page(self, title, contents):
        return f"""<!DOCTYPE>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Python: {title}</title>
<link rel="stylesheet" type="text/css" href="/pydoc.css">
</head><body>{contents}</body></html>"""


class XMLRPCDocGenerator:
    """What DocXMLRPCServer and DocCGIXMLRPCRequestHandler have in common."""

    def __init__(self):
        self.server_name = "XML-RPC Server Documentation"
        self.server_documentation = ("This server exports the following methods through the XML-RPC protocol.")
        self.server_title = "XML-RPC Server Documentation"

    def set_server_title(self, server_title):
        self.server_title = server_title

    def set_server_name(self, server_name):
        self.server_name = server_name

    def set_server_documentation(self, server_documentation):
        self.server_documentation = server_documentation

    def generate_html_documentation(self):
        methods = {}
        for name in self.system_listMethods():
            if name in self.funcs:
                method = self.funcs[name]
            elif self.instance is not None:
                about = [None, None]
                if hasattr(self.instance, "_get_method_argstring"):
                    about[0] = self.instance._get_method_argstring(name)
                if hasattr(self.instance, "_methodHelp"):
                    about[1] = self.instance._methodHelp(name)
                about = tuple(about)
                if about != (None, None):
                    method = about
                elif not hasattr(self.instance, "_dispatch"):
                    try:
                        method = resolve_dotted_attribute(self.instance, name)
                    except AttributeError:
                        method = about
                else:
                    method = about
            else:
                assert 0, "Could not find method in self.functions and no instance installed"
            methods[name] = method
        writer = ServerHTMLDoc()
        page = writer.docserver(self.server_name, self.server_documentation, methods)
        return writer.page(html.escape(self.server_title), page)


class DocXMLRPCRequestHandler(SimpleXMLRPCRequestHandler):
    """A GET shows the page."""

    def _get_css(self, url):
        return b""

    def do_GET(self):
        if not self.is_rpc_path_valid():
            self.report_404()
            return
        if self.path.endswith(".css"):
            kind, response = "text/css", self._get_css(self.path)
        else:
            kind, response = "text/html", self.server.generate_html_documentation().encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "%s; charset=UTF-8" % kind)
        self.send_header("Content-length", str(len(response)))
        self.end_headers()
        self.wfile.write(response)


class DocXMLRPCServer(SimpleXMLRPCServer, XMLRPCDocGenerator):
    def __init__(self, addr, requestHandler=DocXMLRPCRequestHandler, logRequests=True, allow_none=False, encoding=None,
                 bind_and_activate=True, use_builtin_types=False):
        SimpleXMLRPCServer.__init__(self, addr, requestHandler, logRequests, allow_none, encoding, bind_and_activate,
                                    use_builtin_types)
        XMLRPCDocGenerator.__init__(self)


class DocCGIXMLRPCRequestHandler(CGIXMLRPCRequestHandler, XMLRPCDocGenerator):
    def handle_get(self):
        self._answer("text/html", self.generate_html_documentation().encode("utf-8"))

    def __init__(self):
        CGIXMLRPCRequestHandler.__init__(self)
        XMLRPCDocGenerator.__init__(self)
