"""TextDoc: the pages themselves."""
import builtins
import inspect
import os
import re
import sys
from collections import deque
from reprlib import Repr


def own_doc(thing):
    """The cleaned docstring of a thing itself or of what it overrides: an instance does not have that of its class."""
    try:
        doc = object.__getattribute__(thing, '__doc__')
        if doc is not None and thing is not type and doc == type.__getattribute__(type(thing), '__doc__'):
            doc = None
    except AttributeError:
        doc = None
    if doc is None:
        try:
            doc = inspect._finddoc(thing)
        except (AttributeError, TypeError):
            doc = None
    return inspect.cleandoc(doc) if isinstance(doc, str) else None


def getdoc(object):
    """The docstring, or the comment above the source, without trailing space."""
    found = own_doc(object)
    if not found:
        try:
            found = inspect.getcomments(object)
        except Exception:
            found = None
    return found and re.sub('^ *\n', '', found.rstrip()) or ''


def splitdoc(doc):
    """(first line, the rest) of a docstring."""
    lines = doc.strip().split('\n')
    if len(lines) == 1:
        return lines[0], ''
    if len(lines) >= 2 and not lines[1].rstrip():
        return lines[0], '\n'.join(lines[2:])
    return '', '\n'.join(lines)


def plain(text):
    """The text without overstruck characters."""
    return re.sub('.\b', '', text)


def classname(object, modname):
    name = object.__name__
    return name if object.__module__ == modname else object.__module__ + '.' + name


def isdata(object):
    return not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object)
                or inspect.isframe(object) or inspect.istraceback(object) or inspect.iscode(object))


def describe(thing):
    """What kind of thing it is, in words."""
    if inspect.ismodule(thing):
        if thing.__name__ in sys.builtin_module_names:
            return 'built-in module ' + thing.__name__
        return ('package ' if hasattr(thing, '__path__') else 'module ') + thing.__name__
    if inspect.isbuiltin(thing):
        return 'built-in function ' + thing.__name__
    for test, words in ((inspect.isgetsetdescriptor, 'getset descriptor'),
                        (inspect.ismemberdescriptor, 'member descriptor')):
        if test(thing):
            return '%s %s.%s.%s' % (words, thing.__objclass__.__module__, thing.__objclass__.__name__, thing.__name__)
    if inspect.isclass(thing):
        return 'class ' + thing.__name__
    if inspect.isfunction(thing):
        return 'function ' + thing.__name__
    if inspect.ismethod(thing):
        return 'method ' + thing.__name__
    return type(thing).__name__


_SPECIAL = {'__author__', '__builtins__', '__cached__', '__credits__', '__date__', '__doc__', '__docformat__',
            '__file__', '__loader__', '__module__', '__name__', '__package__', '__path__', '__qualname__',
            '__slots__', '__spec__', '__version__'}


def visiblename(name, all=None, obj=None):
    """Whether the name is shown."""
    if name in _SPECIAL:
        return False
    if name.startswith('__') and name.endswith('__'):
        return True
    if name.startswith('_') and hasattr(obj, '_fields'):
        return True
    return name in all if all is not None else not name.startswith('_')


def classify_class_attrs(object):
    made = []
    for name, kind, owner, value in inspect.classify_class_attrs(object):
        if inspect.isdatadescriptor(value):
            kind = 'data descriptor'
            if isinstance(value, property) and value.fset is None:
                kind = 'readonly property'
        made.append((name, kind, owner, value))
    return made


def sort_attributes(attrs, object):
    fields = getattr(object, '_fields', [])
    try:
        order = {name: place - len(fields) for place, name in enumerate(fields)}
    except TypeError:
        order = {}
    attrs.sort(key=lambda attr: (order.get(attr[0], 0), attr[0]))


class TextRepr(Repr):
    def __init__(self):
        super().__init__()
        self.maxlist = self.maxtuple = self.maxdict = 20
        self.maxstring = self.maxother = 100


class _Page(list):
    """The lines of a class, in groups with a rule between them."""
    begun = False

    def group(self, message):
        if self.begun:
            self.append('-' * 70)
        self.begun = True
        self.append(message)


class Doc:
    def document(self, object, name=None, *args):
        """The page of an object."""
        args = (object, name) + args
        try:
            if inspect.ismodule(object):
                return self.docmodule(*args)
            if inspect.isclass(object):
                return self.docclass(*args)
            if inspect.isroutine(object):
                return self.docroutine(*args)
        except AttributeError:
            pass
        if inspect.isdatadescriptor(object):
            return self.docdata(*args)
        return self.docother(*args)


class TextDoc(Doc):
    _repr_instance = TextRepr()
    repr = _repr_instance.repr

    def bold(self, text):
        return ''.join(char + '\b' + char for char in text)

    def indent(self, text, prefix='    '):
        if not text:
            return ''
        lines = [prefix + line for line in text.split('\n')]
        lines[-1] = lines[-1].rstrip()
        return '\n'.join(lines)

    def section(self, title, contents):
        return self.bold(title) + '\n' + self.indent(contents).rstrip() + '\n\n'

    def docmodule(self, object, name=None, mod=None):
        name = object.__name__
        short, rest = splitdoc(getdoc(object))
        result = self.section('NAME', name + (short and ' - ' + short))
        all = getattr(object, '__all__', None)
        if rest:
            result += self.section('DESCRIPTION', rest)
        members = inspect.getmembers(object)
        classes = [(key, value) for key, value in members if inspect.isclass(value)
                   and (all is not None or (inspect.getmodule(value) or object) is object) and visiblename(key, all, object)]
        functions = [(key, value) for key, value in members if inspect.isroutine(value)
                     and (all is not None or inspect.isbuiltin(value) or inspect.getmodule(value) is object)
                     and visiblename(key, all, object)]
        data = [(key, value) for key, value in members if isdata(value) and visiblename(key, all, object)]
        if classes:
            tree = inspect.getclasstree([value for key, value in classes], True)
            pages = [self.formattree(tree, name)] + [self.document(value, key, name) for key, value in classes]
            result += self.section('CLASSES', '\n'.join(pages))
        if functions:
            result += self.section('FUNCTIONS', '\n'.join(self.document(value, key, name) for key, value in functions))
        if data:
            result += self.section('DATA', '\n'.join(self.docother(value, key, name, maxlen=70) for key, value in data))
        for title, attribute in ('VERSION', '__version__'), ('DATE', '__date__'), ('AUTHOR', '__author__'), \
                ('CREDITS', '__credits__'):
            if hasattr(object, attribute):
                result += self.section(title, str(getattr(object, attribute)))
        try:
            file = inspect.getabsfile(object)
        except TypeError:
            file = '(built-in)'
        return result + self.section('FILE', file)

    def formattree(self, tree, modname, parent=None, prefix=''):
        result = ''
        for entry in tree:
            if isinstance(entry, tuple):
                kind, bases = entry
                result += prefix + classname(kind, modname)
                if bases and bases != (parent,):
                    result += '(%s)' % ', '.join(classname(base, modname) for base in bases)
                result += '\n'
            else:
                result += self.formattree(entry, modname, kind, prefix + '    ')
        return result

    def _class_heading(self, object, name, mod):
        realname = object.__name__
        name = name or realname
        title = 'class ' + self.bold(realname) if name == realname else \
            self.bold(name) + ' = class ' + realname
        if object.__bases__:
            title += '(%s)' % ', '.join(classname(base, object.__module__) for base in object.__bases__)
        contents = _Page()
        try:
            signature = inspect.signature(object)
        except (ValueError, TypeError):
            signature = None
        if signature and str(signature) != '()':
            contents.append(realname + str(signature) + '\n')
        return title, contents

    def docclass(self, object, name=None, mod=None, *ignored):
        realname, mod = object.__name__, object.__module__
        title, page = self._class_heading(object, name, mod)
        push = page.append
        if doc := getdoc(object):
            push(doc + '\n')
        mro = deque(inspect.getmro(object))
        if len(mro) > 2:
            push('Method resolution order:')
            for base in mro:
                push('    ' + classname(base, mod))
            push('')
        self._subclasses(object, push)
        attrs = [each for each in classify_class_attrs(object) if visiblename(each[0], obj=object)]
        while attrs:
            thisclass = mro.popleft() if mro else attrs[0][2]
            own = [each for each in attrs if each[2] is thisclass]
            inherited = [each for each in attrs if each[2] is not thisclass]
            if object is not builtins.object and thisclass is builtins.object:
                attrs = inherited
                continue
            tag = 'defined here' if thisclass is object else 'inherited from %s' % classname(thisclass, mod)
            sort_attributes(own, object)
            for words, kind in (('Methods', 'method'), ('Class methods', 'class method'),
                                ('Static methods', 'static method')):
                own = self._spill(page, words + ' %s:\n' % tag, own, kind, object, mod)
            for words, kind in (('Readonly properties', 'readonly property'), ('Data descriptors', 'data descriptor')):
                own = self._spill_descriptors(page, words + ' %s:\n' % tag, own, kind, mod)
            own = self._spill_data(page, 'Data and other attributes %s:\n' % tag, own, object, mod)
            attrs = inherited
        contents = '\n'.join(page)
        if not contents:
            return title + '\n'
        return title + '\n' + self.indent(contents.rstrip(), ' |  ') + '\n'

    def _subclasses(self, object, push):
        names = sorted((kind.__name__ for kind in type.__subclasses__(object)
                        if not kind.__name__.startswith('_') and kind.__module__ == 'builtins'), key=str.lower)
        if names:
            push('Built-in subclasses:')
            for each in names[:4]:
                push('    ' + each)
            if len(names) > 4:
                push('    ... and ' + str(len(names) - 4) + ' other subclasses')
            push('')

    def _split(self, attrs, kind):
        return [each for each in attrs if each[1] == kind], [each for each in attrs if each[1] != kind]

    def _spill(self, page, message, attrs, kind, object, mod):
        chosen, rest = self._split(attrs, kind)
        if chosen:
            page.group(message)
            for each, _, owner, value in chosen:
                try:
                    value = getattr(object, each)
                except Exception:
                    page.append(self.docdata(value, each, mod))
                else:
                    page.append(self.document(value, each, mod, object))
        return rest

    def _spill_descriptors(self, page, message, attrs, kind, mod):
        chosen, rest = self._split(attrs, kind)
        if chosen:
            page.group(message)
            for each, _, owner, value in chosen:
                page.append(self.docdata(value, each, mod))
        return rest

    def _spill_data(self, page, message, attrs, object, mod):
        chosen, rest = self._split(attrs, 'data')
        if chosen:
            page.group(message)
            for each, _, owner, value in chosen:
                doc = getdoc(value) if callable(value) or inspect.isdatadescriptor(value) else None
                try:
                    found = getattr(object, each)
                except AttributeError:
                    found = owner.__dict__[each]
                page.append(self.docother(found, each, mod, maxlen=70, doc=doc) + '\n')
        return rest

    def formatvalue(self, object):
        return '=' + self.repr(object)

    def docroutine(self, object, name=None, mod=None, cl=None):
        realname = object.__name__
        name = name or realname
        note, skip_docs = '', False
        owner = getattr(object, '__self__', None)
        if inspect.ismethod(object) or inspect.isbuiltin(object) and not (owner is None or inspect.ismodule(owner)):
            owner = object.__self__.__class__
            if cl:
                if owner is not cl:
                    note = ' from ' + classname(owner, mod)
            elif object.__self__ is not None:
                note = ' method of %s instance' % classname(owner, mod)
        prefix = 'async ' if inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object) else ''
        title = self.bold(name)
        if name != realname:
            if cl and inspect.getattr_static(cl, realname, []) is object:
                skip_docs = True
            title += ' = ' + realname
        arguments = None
        if inspect.isroutine(object):
            try:
                signature = inspect.signature(object)
            except (ValueError, TypeError):
                signature = None
            if signature:
                arguments = str(signature)
                if realname == '<lambda>':
                    title = self.bold(name) + ' lambda '
                    arguments = arguments[1:-1]
        declaration = prefix + title + ('(...)' if arguments is None else arguments) + note
        if skip_docs:
            return declaration + '\n'
        doc = getdoc(object) or ''
        return declaration + '\n' + (doc and self.indent(doc).rstrip() + '\n')

    def docdata(self, object, name=None, mod=None, cl=None, *ignored):
        result = self.bold(name) + '\n' if name else ''
        doc = getdoc(object) or ''
        return result + (self.indent(doc) + '\n' if doc else '')

    docproperty = docdata

    def docother(self, object, name=None, mod=None, parent=None, *ignored, maxlen=None, doc=None):
        shown = self.repr(object)
        if maxlen:
            room = maxlen - len((name + ' = ' if name else '') + shown)
            if room < 0:
                shown = shown[:room] + '...'
        line = (self.bold(name) + ' = ' if name else '') + shown
        if not doc:
            doc = getdoc(object)
        if doc:
            line += '\n' + self.indent(str(doc)) + '\n'
        return line


class _PlainTextDoc(TextDoc):
    def bold(self, text):
        return text


text = TextDoc()
plaintext = _PlainTextDoc()
