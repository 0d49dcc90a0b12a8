"""The small part of XPath that find(), findall() and iterfind() understand."""
import re

xpath_tokenizer_re = re.compile(
    r"('[^']*'|\"[^\"]*\"|::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+")


def xpath_tokenizer(pattern, namespaces=None):
    """(sign, name) of a path, prefixes of names replaced by their namespaces."""
    default = namespaces.get('') if namespaces else None
    in_attribute = False
    for token in xpath_tokenizer_re.findall(pattern):
        sign, tag = token
        if tag and tag[0] != '{':
            if ':' in tag:
                prefix, name = tag.split(':', 1)
                try:
                    if not namespaces:
                        raise KeyError
                    yield sign, '{%s}%s' % (namespaces[prefix], name)
                except KeyError:
                    raise SyntaxError(f'prefix {prefix!r} not found in prefix map') from None
            elif default and not in_attribute:
                yield sign, '{%s}%s' % (default, tag)
            else:
                yield token
            in_attribute = False
        else:
            yield token
            in_attribute = sign == '@'


def get_parent_map(context):
    if context.parent_map is None:
        context.parent_map = {child: parent for parent in context.root.iter() for child in parent}
    return context.parent_map


def _is_wildcard_tag(tag):
    return tag[:3] == '{*}' or tag[-2:] == '}*'


def _wildcard_filter(tag):
    """A function that picks the elements whose tag fits one with a star in it."""
    if tag == '{*}*':
        return lambda elements: (each for each in elements if isinstance(each.tag, str))
    if tag == '{}*':
        return lambda elements: (each for each in elements if isinstance(each.tag, str) and each.tag[:1] != '{')
    if tag[:3] == '{*}':
        ending, name = tag[2:], tag[3:]
        return lambda elements: (each for each in elements if each.tag == name or isinstance(each.tag, str)
                                 and each.tag[-len(ending):] == ending)
    namespace = tag[:-1]
    return lambda elements: (each for each in elements if isinstance(each.tag, str) and each.tag.startswith(namespace))


def prepare_child(next, token):
    tag = token[1]
    if _is_wildcard_tag(tag):
        pick = _wildcard_filter(tag)
        return lambda context, result: (child for element in result for child in pick(list(element)))
    if tag[:2] == '{}':
        tag = tag[2:]  # the same as no namespace
    return lambda context, result: (child for element in result for child in element if child.tag == tag)


def prepare_star(next, token):
    return lambda context, result: (child for element in result for child in element)


def prepare_self(next, token):
    return lambda context, result: result


def prepare_descendant(next, token):
    try:
        token = next()
    except StopIteration:
        return None
    if token[0] == '*':
        tag = '*'
    elif not token[0]:
        tag = token[1]
    else:
        raise SyntaxError('invalid descendant')
    if _is_wildcard_tag(tag):
        pick = _wildcard_filter(tag)
        return lambda context, result: (each for element in result for each in pick(element.iter())
                                        if each is not element)
    if tag[:2] == '{}':
        tag = tag[2:]
    return lambda context, result: (each for element in result for each in element.iter(tag) if each is not element)


def prepare_parent(next, token):
    def select(context, result):
        parents, seen = get_parent_map(context), set()
        for element in result:
            parent = parents.get(element)
            if parent is not None and parent not in seen:
                seen.add(parent)
                yield parent
    return select


def _signature(next):
    """(the shape of a predicate, its words), or None at the end of the path."""
    shape, words = [], []
    while True:
        try:
            token = next()
        except StopIteration:
            return None
        if token[0] == ']':
            return ''.join(shape), words
        if token == ('', ''):
            continue
        if token[0] and token[0][:1] in '\'"':
            token = "'", token[0][1:-1]
        shape.append(token[0] or '-')
        words.append(token[1])


def _by_child_text(tag, value, equal):
    def select(context, result):
        for element in result:
            if any((''.join(child.itertext()) == value) == equal for child in element.findall(tag)):
                yield element
    return select


def _by_index(index):
    def select(context, result):
        parents = get_parent_map(context)
        for element in result:
            try:
                if list(parents[element].findall(element.tag))[index] is element:
                    yield element
            except (IndexError, KeyError):
                pass
    return select


def prepare_predicate(next, token):
    found = _signature(next)
    if found is None:
        return None
    shape, words = found
    if shape == '@-':
        key = words[1]
        return lambda context, result: (each for each in result if each.get(key) is not None)
    if shape in ("@-='", "@-!='"):
        key, value = words[1], words[-1]
        if shape == "@-='":
            return lambda context, result: (each for each in result if each.get(key) == value)
        return lambda context, result: (each for each in result if each.get(key) not in (None, value))
    if shape == '-' and not re.match(r'\-?\d+$', words[0]):
        tag = words[0]
        return lambda context, result: (each for each in result if each.find(tag) is not None)
    if shape in (".='", ".!='") or shape in ("-='", "-!='") and not re.match(r'\-?\d+$', words[0]):
        tag, value, equal = words[0], words[-1], '!' not in shape
        if tag:
            return _by_child_text(tag, value, equal)
        return lambda context, result: (each for each in result if (''.join(each.itertext()) == value) == equal)
    if shape == '-' or shape in ('-()', '-()-'):
        return _by_index(_index_of(shape, words))
    raise SyntaxError('invalid predicate')


def _index_of(shape, words):
    if shape == '-':
        index = int(words[0]) - 1
        if index < 0:
            raise SyntaxError('XPath position >= 1 expected')
        return index
    if words[0] != 'last':
        raise SyntaxError('unsupported function')
    if shape == '-()':
        return -1
    try:
        index = int(words[2]) - 1
    except ValueError:
        raise SyntaxError('unsupported expression')
    if index > -2:
        raise SyntaxError('XPath offset from last() must be negative')
    return index


ops = {'': prepare_child, '*': prepare_star, '.': prepare_self, '..': prepare_parent, '//': prepare_descendant,
       '[': prepare_predicate}
_cache = {}


class _SelectorContext:
    parent_map = None

    def __init__(self, root):
        self.root = root


def _selectors_of(path, namespaces):
    if path[:1] == '/':
        raise SyntaxError('cannot use absolute path on element')
    next = iter(xpath_tokenizer(path, namespaces)).__next__
    selectors = []
    try:
        token = next()
    except StopIteration:
        return None
    while True:
        try:
            selectors.append(ops[token[0]](next, token))
        except StopIteration:
            raise SyntaxError('invalid path') from None
        try:
            token = next()
            if token[0] == '/':
                token = next()
        except StopIteration:
            return selectors


def iterfind(elem, path, namespaces=None):
    """The elements below `elem` that a path leads to."""
    if path[-1:] == '/':
        path += '*'  # what is below, not what is there
    key = path, tuple(sorted(namespaces.items())) if namespaces else ()
    selectors = _cache.get(key)
    if selectors is None:
        selectors = _selectors_of(path, namespaces)
        if selectors is None:
            return None
        if len(_cache) > 100:
            _cache.clear()
        _cache[key] = selectors
    result, context = [elem], _SelectorContext(elem)
    for select in selectors:
        result = select(context, result)
    return result


def find(elem, path, namespaces=None):
    return next(iter(iterfind(elem, path, namespaces) or ()), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces) or ())


def findtext(elem, path, default=None, namespaces=None):
    found = find(elem, path, namespaces)
    return default if found is None else '' if found.text is None else found.text
