"""Long reports of exceptions: every frame with its lines and variables, as HTML or text."""
import inspect
import keyword
import linecache
import os
import sys
import tempfile
import time
import tokenize
import traceback
import warnings
from html import escape as html_escape
from reprlib import Repr

warnings._deprecated(__name__, remove=(3, 13))

__UNDEF__ = []  # stands for a name without a value


class _Shortened(Repr):
    def __init__(self):
        Repr.__init__(self)
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100


_shortened = _Shortened()


def _as_text(value):
    return _shortened.repr(value)


def _as_html(value):
    return html_escape(_shortened.repr(value), quote=False)


def reset():
    """What ends whatever page was begun."""
    return """<!--: spam
Content-Type: text/html

<body bgcolor="#f0f0f8"><font color="#f0f0f8" size="-5"> -->
<body bgcolor="#f0f0f8"><font color="#f0f0f8" size="-5"> --> -->
</font> </font> </font> </script> </object> </blockquote> </pre>
</table> </table> </table> </table> </table> </font> </font> </font>"""


def small(text):
    return "<small>" + text + "</small>" if text else ""


def strong(text):
    return "<strong>" + text + "</strong>" if text else ""


def grey(text):
    return '<font color="#909090">' + text + "</font>" if text else ""


def lookup(name, frame, locals):
    """(where it was found, value); (None, __UNDEF__)"""
    if name in locals:
        return "local", locals[name]
    if name in frame.f_globals:
        return "global", frame.f_globals[name]
    builtins = frame.f_globals.get("__builtins__", {})
    if isinstance(builtins, dict):
        if name in builtins:
            return "builtin", builtins[name]
    elif hasattr(builtins, name):
        return "builtin", getattr(builtins, name)
    return None, __UNDEF__


def scanvars(reader, frame, locals):
    """[(name, where, value), ...] of the names and attributes in one logical line."""
    found, last, parent, prefix, value = [], None, None, "", __UNDEF__
    for kind, token, _, _, _ in tokenize.generate_tokens(reader):
        if kind == tokenize.NEWLINE:
            break
        if kind == tokenize.NAME and token not in keyword.kwlist:
            if last == ".":
                if parent is not __UNDEF__:
                    value = getattr(parent, token, __UNDEF__)
                    found.append((prefix + token, prefix, value))
            else:
                where, value = lookup(token, frame, locals)
                found.append((token, where, value))
        elif token == ".":
            prefix += last + "."
            parent = value
        else:
            parent, prefix = None, ""
        last = token
    return found


def _names_of_line(frame, file, lnum, locals):
    """The variables of the line that runs; the set of lines that were read for it."""
    seen = {}

    def reader():
        line = lnum + len(seen)
        seen[line] = 1
        return linecache.getline(file, line)

    try:
        return scanvars(reader, frame, locals), seen
    except (tokenize.TokenError, IndentationError, SyntaxError):
        return [], seen


def _head(etype):
    etype = etype.__name__ if isinstance(etype, type) else etype
    return str(etype), "Python " + sys.version.split()[0] + ": " + sys.executable, time.ctime(time.time())


def _call(frame, func, show, mark):
    if func == "?":
        return ""
    args, varargs, varkw, locals = inspect.getargvalues(frame)
    text = "in " + mark(func)
    if func != "<module>":
        text += inspect.formatargvalues(args, varargs, varkw, locals, formatvalue=lambda value: "=" + show(value))
    return text


def html(einfo, context=5):
    etype, evalue, etb = einfo
    name, version, date = _head(etype)
    page = ('<body bgcolor="#f0f0f8">\n<table width="100%" cellspacing=0 cellpadding=2 border=0 summary="heading">\n'
            '<tr bgcolor="#6622aa">\n<td valign=bottom>&nbsp;<br>\n<font color="#ffffff" face="helvetica, arial">'
            f'&nbsp;<br><big><big>{strong(html_escape(name))}</big></big></font></td>\n'
            '<td align=right valign=bottom><font color="#ffffff" face="helvetica, arial">'
            f'{version}<br>{date}</font></td></tr></table>\n'
            '<p>A problem occurred in a Python script.  Here is the sequence of\n'
            'function calls leading up to the error, in the order they occurred.</p>')
    indent = "<tt>" + small("&nbsp;" * 5) + "&nbsp;</tt>"
    frames = [_frame_as_html(*each) for each in inspect.getinnerframes(etb, context)]
    shown = ["<p>%s: %s" % (strong(html_escape(name)), html_escape(str(evalue)))]
    for attribute in dir(evalue):
        if attribute[:1] != "_":
            shown.append("\n<br>%s%s&nbsp;=\n%s" % (indent, attribute, _as_html(getattr(evalue, attribute))))
    trace = html_escape("".join(traceback.format_exception(etype, evalue, etb)))
    return page + "".join(frames) + "".join(shown) + f"""


<!-- The above is a description of an error in a Python program, formatted
     for a web browser because the 'cgitb' module was enabled.  In case you
     are not reading this in a web browser, here is the original traceback:

{trace}
-->
"""


def _frame_as_html(frame, file, lnum, func, lines, index):
    if file:
        file = os.path.abspath(file)
        link = '<a href="file://%s">%s</a>' % (file, html_escape(file))
    else:
        file = link = "?"
    names, seen = _names_of_line(frame, file, lnum, frame.f_locals)
    call = _call(frame, func, _as_html, lambda name: strong(html_escape(name)))
    rows = ['<tr><td bgcolor="#d8bbff"><big>&nbsp;</big>%s %s</td></tr>' % (link, call)]
    if index is not None:
        for number, line in enumerate(lines, lnum - index):
            label = small("&nbsp;" * (5 - len(str(number))) + str(number)) + "&nbsp;"
            line = html_escape(line).replace(" ", "&nbsp;")
            if number in seen:
                rows.append('<tr><td bgcolor="#ffccee"><tt>=&gt;%s%s</tt></td></tr>' % (label, line))
            else:
                rows.append("<tr><td>%s</td></tr>" % grey("<tt>&nbsp;&nbsp;%s%s</tt>" % (label, line)))
    shown = {}
    for name, where, value in names:
        if name in shown:
            continue
        if value is __UNDEF__:
            shown[name] = html_escape(name) + " <em>undefined</em>"
        else:
            if where in ("global", "builtin"):
                label = "<em>%s</em> " % where + strong(name)
            elif where == "local":
                label = strong(name)
            else:
                label = where + strong(name.split(".")[-1])
            shown[name] = "%s&nbsp;= %s" % (label, _as_html(value))
    rows.append("<tr><td>%s</td></tr>" % small(grey(", ".join(shown.values()))))
    return '\n<table width="100%%" cellspacing=0 cellpadding=0 border=0>\n%s</table>' % "\n".join(rows)


def text(einfo, context=5):
    etype, evalue, etb = einfo
    name, version, date = _head(etype)
    head = "%s\n%s\n%s\n" % (name, version, date) + """
A problem occurred in a Python script.  Here is the sequence of
function calls leading up to the error, in the order they occurred.
"""
    frames = [_frame_as_text(*each) for each in inspect.getinnerframes(etb, context)]
    shown = ["%s: %s" % (name, str(evalue))]
    for attribute in dir(evalue):
        shown.append("\n%s%s = %s" % (" " * 4, attribute, _as_text(getattr(evalue, attribute))))
    trace = "".join(traceback.format_exception(etype, evalue, etb))
    return head + "".join(frames) + "".join(shown) + f"""

The above is a description of an error in a Python program.  Here is
the original traceback:

{trace}
"""


def _frame_as_text(frame, file, lnum, func, lines, index):
    file = os.path.abspath(file) if file else "?"
    names, _ = _names_of_line(frame, file, lnum, frame.f_locals)
    rows = [" %s %s" % (file, _call(frame, func, _as_text, str))]
    if index is not None:
        rows += ["%5d " % number + line.rstrip() for number, line in enumerate(lines, lnum - index)]
    shown = {}
    for name, where, value in names:
        if name in shown:
            continue
        if value is __UNDEF__:
            shown[name] = name + " undefined"
        else:
            label = "global " + name if where == "global" else name
            shown[name] = "%s = %s" % (label, _as_text(value))
    rows += shown.values()
    return "\n%s\n" % "\n".join(rows)


class Hook:
    """Takes sys.excepthook's place: shows a report, or writes it to a file of a folder, or both."""

    def __init__(self, display=1, logdir=None, context=5, file=None, format="html"):
        self.display = display
        self.logdir = logdir
        self.context = context
        self.file = file or sys.stdout
        self.format = format

    def __call__(self, etype, evalue, etb):
        self.handle((etype, evalue, etb))

    def handle(self, info=None):
        info = info or sys.exc_info()
        if self.format == "html":
            self.file.write(reset())
        plain = False
        try:
            report = (html if self.format == "html" else text)(info, self.context)
        except:  # at least what Python says of itself
            report = "".join(traceback.format_exception(*info))
            plain = True
        if self.display:
            if plain:
                shown = report.replace("&", "&amp;").replace("<", "&lt;")
                self.file.write("<pre>" + shown + "</pre>\n")
            else:
                self.file.write(report + "\n")
        else:
            self.file.write("<p>A problem occurred in a Python script.\n")
        if self.logdir is not None:
            self._keep(report)
        try:
            self.file.flush()
        except:
            pass

    def _keep(self, report):
        descriptor, path = tempfile.mkstemp(suffix=".html" if self.format == "html" else ".txt", dir=self.logdir)
        try:
            with os.fdopen(descriptor, "w") as file:
                file.write(report)
            message = "%s contains the description of this error." % path
        except:
            message = "Tried to save traceback to %s, but failed." % path
        self.file.write("<p>%s</p>\n" % message if self.format == "html" else message + "\n")


handler = Hook().handle


def enable(display=1, logdir=None, context=5, format="html"):
    """From now on exceptions that nobody handles are shown so."""
    sys.excepthook = Hook(display=display, logdir=logdir, context=context, format=format)
